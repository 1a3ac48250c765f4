/** Every rule between the words of items; a new one is added here. */
import type { SetRuleKind } from './setRule.ts';

export const SET_RULES: readonly SetRuleKind[] = [];
