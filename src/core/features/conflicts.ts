/** The merge conflicts of a backlog: what git calls their sides, the items that they touch, and how each is settled. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Fix, RuleId } from '../backlog/problem.ts';
import { type Conflict, conflictAt, conflictsIn } from '../text/conflicts.ts';

/** The rule that reports each marker line. */
export const CONFLICT_RULE: RuleId = 'yaml/conflict-marker';

export interface ConflictFacts {
  /** From 0; what the operation `resolveConflict` calls it. */
  readonly conflict: number;
  /** The line of its first marker, from 0. */
  readonly line: number;
  /** What git calls the sides, such as `HEAD` and a branch. */
  readonly mine: string;
  readonly theirs: string;
  /** The items that stand in it, or that it stands in. */
  readonly items: readonly { readonly id?: string; readonly title?: string }[];
}

/** The open conflicts of a file, in its order. */
export function conflictsOf(backlog: Backlog): readonly ConflictFacts[] {
  return openConflicts(backlog).map((conflict, index) => {
    const { start, names } = conflict;
    const items = backlog.items.flatMap((item) => {
      const from = backlog.startOf(item.slice);
      const touches = from < conflict.end && start < from + item.slice.text.length;
      const { id, title } = item;
      return touches
        ? [{ ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) }]
        : [];
    });
    return { conflict: index, line: backlog.source.positionAt(start).line, ...names, items };
  });
}

/** What settles the conflict at an offset: one side goes with the marker lines. */
export function conflictFixesAt(backlog: Backlog, offset: number): readonly Fix[] {
  const conflict = conflictAt(openConflicts(backlog), offset);
  if (conflict < 0) return [];
  return (
    [
      ['Keep mine', 'mine'],
      ['Take theirs', 'theirs'],
    ] as const
  ).map(([title, keep]) => ({ title, edits: [], operation: { type: 'resolveConflict', conflict, keep } }));
}

function openConflicts(backlog: Backlog): Conflict[] {
  const reported = backlog.problems().some(({ problem }) => problem.rule === CONFLICT_RULE);
  return reported ? conflictsIn(backlog.source.toString()) : [];
}
