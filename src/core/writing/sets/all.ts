/** Every rule between the words of items; a new one is added here. */
import { SAME_STORY } from './sameStory.ts';
import type { SetRuleKind } from './setRule.ts';
import { TEMPLATE_DRIFT } from './templateDrift.ts';

export const SET_RULES: readonly SetRuleKind[] = [SAME_STORY, TEMPLATE_DRIFT];
