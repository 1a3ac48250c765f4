/** Which file plans which refactoring. */
import { moveEntry } from './moveEntry.ts';
import type { Refactoring } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { rename } from './rename.ts';
import { split } from './split.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

export function refactor(view: View, operation: Refactoring): Step | Refused {
  switch (operation.type) {
    case 'split':
      return split(view, operation);
    case 'moveEntry':
      return moveEntry(view, operation);
    case 'rename':
      return rename(view, operation);
    default:
      return refuse('cannot-preserve', `This version can't ${operation.type} yet: do it in the file.`);
  }
}
