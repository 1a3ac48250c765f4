/** Keeps one side of a merge conflict: the marker lines and the other side go, and every other character stays. */
import { type ConflictSide, conflictsIn } from '../text/conflicts.ts';
import type { TextEdit } from '../text/span.ts';
import { type Refused, refuse } from './refusal.ts';
import type { Step } from './step.ts';
import { changedBy } from './verify.ts';
import type { View } from './view.ts';

export function resolveConflict({ source }: View, which: number, keep: ConflictSide): Step | Refused {
  const conflict = source.slices.some(({ text }) => text.includes('<<<<<<<'))
    ? conflictsIn(source.toString())[which]
    : undefined;
  if (conflict === undefined) return refuse('changed-since', 'This merge conflict is no longer in the file.');
  const { start, end } = conflict[keep];
  const edits: TextEdit[] = [
    { start: conflict.start, end: start, text: '' },
    { start: end, end: conflict.end, text: '' },
  ];
  return { ok: true, edits, change: changedBy(source, edits), items: [] };
}
