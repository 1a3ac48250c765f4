/** Every rule of story sentences; a new one is added here. */
import type { WritingRule } from '../../rule.ts';
import { bracketedNote } from './bracketedNote.ts';
import { clauseOrder } from './clauseOrder.ts';
import { endIsFeature } from './endIsFeature.ts';
import { escapeClause } from './escapeClause.ts';
import { extraSentence } from './extraSentence.ts';
import { fragment } from './fragment.ts';
import { inlineExample } from './inlineExample.ts';
import { joinedObjects } from './joinedObjects.ts';
import { missingComma } from './missingComma.ts';
import { missingEnd } from './missingEnd.ts';
import { missingMeans } from './missingMeans.ts';
import { missingRole } from './missingRole.ts';
import { openEnded } from './openEnded.ts';
import { proven } from './proof.ts';
import { repeatedIndicator } from './repeatedIndicator.ts';
import { solutionDetail } from './solutionDetail.ts';
import { tooCoarse } from './tooCoarse.ts';
import { twoActions } from './twoActions.ts';
import { twoRoles } from './twoRoles.ts';
import { vagueWord } from './vagueWord.ts';

export const STORY_RULES: readonly WritingRule[] = proven([
  missingRole,
  missingMeans,
  missingEnd,
  clauseOrder,
  missingComma,
  twoActions,
  joinedObjects,
  twoRoles,
  bracketedNote,
  extraSentence,
  repeatedIndicator,
  inlineExample,
  endIsFeature,
  solutionDetail,
  vagueWord,
  escapeClause,
  openEnded,
  fragment,
  tooCoarse,
]);
