/** Applies every fix that is offered for a backlog, one at a time, and says what each did not keep. */
import { Backlog, type LocatedProblem } from '../../src/core/backlog/backlog.ts';
import type { Fix } from '../../src/core/backlog/problem.ts';
import { planOperation } from '../../src/core/operations/planOperation.ts';
import { applied } from '../../src/core/text/applied.ts';
import type { TextEdit } from '../../src/core/text/span.ts';

export interface Fixed {
  readonly rule: string;
  readonly title: string;
  /** What went wrong, in words; undefined where the fix kept its promise. */
  readonly trouble: string | undefined;
  readonly before: string;
  readonly after: string;
}

export function* everyFix(text: string): Iterable<Fixed> {
  const backlog = read(text);
  for (const located of backlog.problems()) {
    const { problem, start } = backlog.withFixes(located);
    for (const fix of problem.fixes ?? []) {
      const edits = editsOf(backlog, fix, start);
      const after = edits && applied(text, edits);
      const trouble =
        after === undefined
          ? 'is refused'
          : troubleOf(backlog, located, read(after), fix.operation?.type === 'merge');
      const itemStart = located.item === undefined ? 0 : start + located.item.span.start;
      yield {
        rule: problem.rule,
        title: fix.title,
        trouble,
        before: text.slice(itemStart, itemStart + 400),
        after: (after ?? '').slice(itemStart, itemStart + 600),
      };
    }
  }
}

function read(text: string): Backlog {
  const backlog = Backlog.read(text);
  backlog.finish();
  return backlog;
}

/** Absolute edits; undefined where the operation is refused. */
function editsOf(backlog: Backlog, fix: Fix, start: number): readonly TextEdit[] | undefined {
  if (fix.operation === undefined)
    return fix.edits.map((edit) => ({ start: edit.start + start, end: edit.end + start, text: edit.text }));
  const plan = planOperation(backlog, fix.operation);
  return plan.ok ? plan.edits : undefined;
}

function troubleOf(
  before: Backlog,
  { problem, item }: LocatedProblem,
  after: Backlog,
  merges: boolean,
): string | undefined {
  const count = (backlog: Backlog): number =>
    backlog.problems().filter((other) => other.problem.rule === problem.rule && other.item?.id === item?.id)
      .length;
  if (count(after) >= count(before)) return 'its finding is still there';
  const serious = countSerious(before);
  for (const [what, number] of countSerious(after))
    if (what === 'duplicates' ? number > (serious.get(what) ?? 0) : !serious.has(what))
      return `raises ${what}`;
  // To merge is to change the other one.
  if (merges) return undefined;
  for (const other of before.items) {
    const same = other.id === undefined || other.id === item?.id ? undefined : after.byId(other.id)[0];
    if (same !== undefined && same.slice.text !== other.slice.text)
      return `changes ${other.id ?? ''} as well`;
  }
  return undefined;
}

/** How many there are of each error and warning; a story with the words of another has its shortcomings as well. */
function countSerious(backlog: Backlog): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { problem } of backlog.problems()) {
    if (problem.severity !== 'warning' && problem.severity !== 'error') continue;
    // A duplicate that is given another end is a near one.
    const what = /duplicate/.test(problem.rule) ? 'duplicates' : `${problem.rule} ${problem.message}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}
