/** The quick fixes of what is wrong in a range. Offsets are absolute. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Fix, Problem } from '../backlog/problem.ts';
import type { Span, TextEdit } from '../text/span.ts';

export interface QuickFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
  /** What it removes, and where that stands. */
  readonly problem: Problem;
  readonly span: Span;
}

/** Fixes of the problems that touch the range, the worst and the first problem first. */
export function quickFixesAt(backlog: Backlog, range: Span): readonly QuickFix[] {
  return problemsIn(backlog, range).flatMap(({ problem, start }) =>
    (problem.fixes ?? []).map((fix) => ({
      title: fix.title,
      edits: editsOf(fix, start),
      preferred: fix.preferred === true,
      problem,
      span: { start: problem.start + start, end: problem.end + start },
    })),
  );
}

interface Placed {
  readonly problem: Problem;
  readonly start: number;
}

function problemsIn(backlog: Backlog, range: Span): readonly Placed[] {
  return backlog
    .problems()
    .filter(({ problem, start }) => start + problem.start <= range.end && start + problem.end >= range.start);
}

function editsOf(fix: Fix, base: number): readonly TextEdit[] {
  return fix.edits.map(({ start, end, text }) => ({ start: start + base, end: end + base, text }));
}
