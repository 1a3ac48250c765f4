/** Which file plans which refactoring. */
import type { Refactoring } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

export function refactor(_view: View, operation: Refactoring): Step | Refused {
  return refuse('cannot-preserve', `This version can't ${operation.type} yet: do it in the file.`);
}
