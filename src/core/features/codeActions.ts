/** The quick fixes of what is wrong in a range. Offsets are absolute. */
import type { Backlog, LocatedProblem } from '../backlog/backlog.ts';
import type { Fix, Problem } from '../backlog/problem.ts';
import { planOperation } from '../operations/planOperation.ts';
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
  return problemsIn(backlog, range).flatMap((located) => {
    const { problem, start } = backlog.withFixes(located);
    return (problem.fixes ?? []).flatMap((fix) => {
      const edits = editsOf(backlog, fix, start);
      if (edits === undefined) return [];
      const span = { start: problem.start + start, end: problem.end + start };
      return [{ title: fix.title, edits, preferred: fix.preferred === true, problem, span }];
    });
  });
}

function problemsIn(backlog: Backlog, range: Span): readonly LocatedProblem[] {
  return backlog
    .problems()
    .filter(({ problem, start }) => start + problem.start <= range.end && start + problem.end >= range.start);
}

/** Undefined where the operation that mends it is refused. */
function editsOf(backlog: Backlog, fix: Fix, base: number): readonly TextEdit[] | undefined {
  if (fix.operation === undefined)
    return fix.edits.map(({ start, end, text }) => ({ start: start + base, end: end + base, text }));
  const plan = planOperation(backlog, fix.operation);
  return plan.ok && plan.edits.length > 0 ? plan.edits : undefined;
}
