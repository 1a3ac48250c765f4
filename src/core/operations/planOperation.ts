/**
 * From what a person means to the smallest text edit that does it, or to the reason why it can't be done. Pure: the
 * backlog is only read. Every edit was verified by reading the edited text again before it is given out.
 */
import { smallest } from '../text/difference.ts';
import { addEntry } from './addEntry.ts';
import { addItem } from './addItem.ts';
import { Chain } from './chain.ts';
import { createItem } from './createItem.ts';
import { deleteItem } from './deleteItem.ts';
import { changeExamples } from './examples.ts';
import { moveItems } from './moveItems.ts';
import type { Operation, Plan } from './operation.ts';
import { refactor } from './refactor.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeEntry } from './removeEntry.ts';
import { removeField } from './removeField.ts';
import { inverseOf, restorePieces } from './restore.ts';
import { resolveConflict } from './resolveConflict.ts';
import { setEntry } from './setEntry.ts';
import { setField } from './setField.ts';
import { asEntryOperations } from './setList.ts';
import { setSetting } from './setSetting.ts';
import { closeSprint, startSprint } from './sprintLife.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

/**
 * Plans an operation on the text that the backlog describes now. Never throws for what a person can ask.
 * @param backlog the model, or anything that can stand for it; it is not changed
 */
export function planOperation(backlog: View, operation: Operation): Plan {
  if (nestsTooDeep(operation))
    return refuse('invalid-value', 'This nests deeper than a backlog may: at most 32 levels.');
  const step = take(backlog, operation);
  if (!step.ok) return step;
  const { change, items } = step;
  // What stays at both ends is left alone, and with it the cursor of somebody who writes there.
  const edits = step.edits.flatMap(
    (edit) => smallest(edit, backlog.source.slice(edit.start, edit.end)) ?? [],
  );
  return { ok: true, edits, inverse: inverseOf(backlog.source, edits, change), items };
}

const MAX_DEPTH = 32;

/** True for values and sequences that no person writes, and that recursion could not follow. */
function nestsTooDeep(operation: Operation): boolean {
  let level: unknown[] = [operation];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

function take(view: View, operation: Operation): Step | Refused {
  switch (operation.type) {
    case 'set':
      return takeSet(view, operation);
    case 'remove':
      return removeField(view, operation.item, operation.field);
    case 'add':
      return addItem(view, operation);
    case 'create':
      return createItem(view, operation);
    case 'delete':
      return deleteItem(view, operation.item);
    case 'move':
      return moveItems(view, operation.items, operation.place);
    case 'addEntry':
      return addEntry(view, operation.item, operation.field, operation.value, operation.at);
    case 'removeEntry':
      return removeEntry(view, operation.item, operation.field, operation.entry);
    case 'setEntry':
      return setEntry(view, operation);
    case 'examples':
      return changeExamples(view, operation);
    case 'restore': {
      const restored = restorePieces(view.source, operation);
      return restored.ok ? { ...restored, items: [] } : restored;
    }
    case 'setSetting':
      return setSetting(view, operation.path, operation.value);
    case 'sequence':
      return takeAll(view, operation.operations);
    case 'startSprint':
      return startSprint(view, operation);
    case 'closeSprint':
      return closeSprint(view, operation);
    case 'resolveConflict':
      return resolveConflict(view, operation.conflict, operation.keep);
    default:
      return refactor(view, operation);
  }
}

function takeSet(view: View, operation: Operation & { type: 'set' }): Step | Refused {
  const entries = asEntryOperations(view, operation);
  if (entries !== undefined) {
    const step = takeAll(view, entries);
    if (step.ok) return step;
  }
  return setField(view, operation.item, operation.field, operation.value);
}

/** All or nothing: each on the text that the one before left, as one list of edits against the first text. */
function takeAll(view: View, operations: readonly Operation[]): Step | Refused {
  const chain = new Chain(view);
  for (const operation of operations) chain.then((current) => take(current, operation));
  return chain.step();
}
