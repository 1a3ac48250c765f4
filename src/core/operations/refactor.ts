/** Which file plans which refactoring. */
import { convertEntry } from './convertEntry.ts';
import { extractEpic } from './extractEpic.ts';
import { merge } from './merge.ts';
import { moveEntry } from './moveEntry.ts';
import type { Refactoring } from './operation.ts';
import { promoteCriterion } from './promote.ts';
import type { Refused } from './refusal.ts';
import { rename } from './rename.ts';
import { split } from './split.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

export function refactor(view: View, operation: Refactoring): Step | Refused {
  switch (operation.type) {
    case 'split':
      return split(view, operation);
    case 'merge':
      return merge(view, operation);
    case 'extractEpic':
      return extractEpic(view, operation);
    case 'promoteCriterion':
      return promoteCriterion(view, operation);
    case 'moveEntry':
      return moveEntry(view, operation);
    case 'rename':
      return rename(view, operation);
    case 'convertCriterion':
      return convertEntry(view, operation);
  }
}
