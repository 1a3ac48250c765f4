/** Applies the fixes that a problem offers, as an editor would. */
import type { Backlog, LocatedProblem } from '../../../../src/core/backlog/backlog.ts';
import type { Fix } from '../../../../src/core/backlog/problem.ts';
import { planOperation } from '../../../../src/core/operations/planOperation.ts';
import type { TextEdit } from '../../../../src/core/text/span.ts';

export interface Offered {
  readonly fix: Fix;
  /** The text of the file after it. */
  readonly after: string;
}

/** Every fix of a problem with what it makes of the file. Throws where one that is an operation is refused. */
export function fixesOf(backlog: Backlog, located: LocatedProblem): readonly Offered[] {
  const { problem, start } = backlog.withFixes(located);
  return (problem.fixes ?? []).map((fix) => {
    const edits =
      fix.operation === undefined
        ? fix.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }))
        : planned(backlog, fix);
    return { fix, after: applied(backlog.source.slice(0, backlog.source.length), edits) };
  });
}

function planned(backlog: Backlog, { operation, title }: Fix): readonly TextEdit[] {
  if (operation === undefined) return [];
  const plan = planOperation(backlog, operation);
  if (!plan.ok) throw new Error(`"${title}" is refused: ${plan.refusal.message}`);
  return plan.edits;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: piece } of [...edits].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + piece + result.slice(end);
  return result;
}
