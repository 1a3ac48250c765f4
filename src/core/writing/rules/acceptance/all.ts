/** The rules that judge acceptance criteria, in the order of their pages. A new one is added here. */
import { proven } from '../../acceptance/mends/proof.ts';
import type { WritingRule } from '../../rule.ts';
import { danglingAnd } from './danglingAnd.ts';
import { duplicate } from './duplicate.ts';
import { duplicateStep } from './duplicateStep.ts';
import { emptyStep } from './emptyStep.ts';
import { englishOnly } from './englishOnly.ts';
import { gherkin } from './gherkin.ts';
import { manyWhen } from './manyWhen.ts';
import { noThen } from './noThen.ts';
import { noWhen } from './noWhen.ts';
import { none } from './none.ts';
import { order } from './order.ts';
import { orInStep } from './orInStep.ts';
import { placeholder } from './placeholder.ts';
import { repeatKeyword } from './repeatKeyword.ts';
import { tooLong } from './tooLong.ts';
import { uiWords } from './uiWords.ts';
import { untestableItem } from './untestableItem.ts';
import { vague } from './vague.ts';
import { wish } from './wish.ts';

export const CRITERIA_RULES: readonly WritingRule[] = proven(
  [
    gherkin,
    noThen,
    noWhen,
    order,
    manyWhen,
    repeatKeyword,
    danglingAnd,
    emptyStep,
    duplicateStep,
    tooLong,
    duplicate,
    none,
    placeholder,
    vague,
    orInStep,
    uiWords,
    wish,
    untestableItem,
  ].map(englishOnly),
);
