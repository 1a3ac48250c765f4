/** The quick fixes of what is wrong in a range, and all that can be fixed without asking. Offsets are absolute. */
import type { Backlog, LocatedProblem } from '../backlog/backlog.ts';
import type { Fix, Problem } from '../backlog/problem.ts';
import { planOperation } from '../operations/planOperation.ts';
import { CONFLICT_RULE, conflictFixesAt } from './conflicts.ts';
import type { Span, TextEdit } from '../text/span.ts';

export interface QuickFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
  /** True where the fix is an operation, which may touch more than the place of the problem. */
  readonly planned: boolean;
  /** What it removes, and where that stands. */
  readonly problem: Problem;
  readonly span: Span;
}

/** Fixes of the problems that touch the range, the worst and the first problem first. */
export function quickFixesAt(backlog: Backlog, range: Span): readonly QuickFix[] {
  return problemsIn(backlog, range).flatMap((located) => {
    const { problem, start } = backlog.withFixes(located);
    const fixes =
      problem.rule === CONFLICT_RULE ? conflictFixesAt(backlog, start + problem.start) : problem.fixes;
    return (fixes ?? []).flatMap((fix) => {
      const edits = editsOf(backlog, fix, start);
      if (edits === undefined) return [];
      const span = { start: problem.start + start, end: problem.end + start };
      const planned = fix.operation !== undefined;
      return [{ title: fix.title, edits, preferred: fix.preferred === true, planned, problem, span }];
    });
  });
}

/** Fixed wherever they are found: what YAML swallows, and slips in keys and values. Nobody's words are changed. */
const SAFE = /^(?:yaml|schema)\//;

/** The one obvious fix of everything that has one, except of what people worded; sorted, not overlapping. */
export function fixesOfAll(backlog: Backlog): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let end = -1;
  const fixes = backlog.problems().flatMap((located) => {
    if (!SAFE.test(located.problem.rule)) return [];
    const preferred = located.problem.fixes?.find(
      (fix) => fix.preferred === true && fix.operation === undefined,
    );
    return preferred === undefined ? [] : [moved(preferred, located.start)];
  });
  fixes.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  for (const fix of fixes) {
    const [first] = fix;
    if (first === undefined || first.start <= end) continue;
    edits.push(...fix);
    end = fix.at(-1)?.end ?? end;
  }
  return edits;
}

function problemsIn(backlog: Backlog, range: Span): readonly LocatedProblem[] {
  return backlog
    .problems()
    .filter(({ problem, start }) => start + problem.start <= range.end && start + problem.end >= range.start);
}

/** Undefined where the operation that mends it is refused. */
function editsOf(backlog: Backlog, fix: Fix, base: number): readonly TextEdit[] | undefined {
  if (fix.operation === undefined) return moved(fix, base);
  const plan = planOperation(backlog, fix.operation);
  return plan.ok && plan.edits.length > 0 ? plan.edits : undefined;
}

function moved({ edits }: Fix, by: number): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}
