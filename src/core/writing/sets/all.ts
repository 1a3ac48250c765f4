/** Every rule between the words of items; a new one is added here. */
import { CRUD_GAP_RULE } from './crudGap.ts';
import { SAME_STORY } from './sameStory.ts';
import type { SetRuleKind } from './setRule.ts';
import { TEMPLATE_DRIFT } from './templateDrift.ts';
import { UNDECLARED_DEPENDENCY } from './undeclaredDependency.ts';

export const SET_RULES: readonly SetRuleKind[] = [
  SAME_STORY,
  TEMPLATE_DRIFT,
  UNDECLARED_DEPENDENCY,
  CRUD_GAP_RULE,
];
