/** Story sentences as a backlog, and what the rules of one group say of them, with the places marked. */
import { applied } from '../../../src/core/text/applied.ts';
import { Backlog, type LocatedProblem } from '../../../src/core/backlog/backlog.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';

export interface Setting {
  /** Lines of `writing:`, without their indentation. */
  readonly writing?: readonly string[];
  /** More lines of the story. */
  readonly fields?: readonly string[];
}

/** A backlog with one story that is ready; the sentence stands as it is given, in YAML. */
export function backlogWith(sentence: string, { writing = [], fields = [] }: Setting = {}): string {
  const settings = writing.length === 0 ? '' : `writing:\n${writing.map((line) => `  ${line}\n`).join('')}`;
  const more = fields.map((line) => `    ${line}\n`).join('');
  return `${settings}stories:\n  - id: FN-7\n    title: Roster\n    story: ${sentence}\n    status: ready\n${more}`;
}

/** Problems of the story rules, or of the one that is named. */
export function problemsIn(text: string, rule = ''): readonly LocatedProblem[] {
  const backlog = Backlog.read(text);
  backlog.finish();
  return backlog.problems().filter(({ problem }) => problem.rule.startsWith(`story/${rule}`));
}

/** The sentence with the places that a rule reports between `⟦` and `⟧`. */
export function marked(sentence: string, rule: string, setting?: Setting): string {
  const text = backlogWith(sentence, setting);
  const places = problemsIn(text, rule).map(({ problem, start }) => ({
    start: start + problem.start,
    end: start + problem.end,
  }));
  let result = text;
  for (const { start, end } of places.sort((a, b) => b.start - a.start))
    result = `${result.slice(0, start)}⟦${result.slice(start, end)}⟧${result.slice(end)}`;
  const line = /^ {4}story: (.*)$/m.exec(result)?.[1];
  return line ?? result;
}

/** The whole text after the first fix of the rule's first finding; undefined where there is none. */
export function mended(text: string, rule: string): string | undefined {
  const backlog = Backlog.read(text);
  backlog.finish();
  const located = backlog.problems().find(({ problem }) => problem.rule === `story/${rule}`);
  const [fix] = (located && backlog.withFixes(located).problem.fixes) ?? [];
  if (located === undefined || fix === undefined) return undefined;
  if (fix.operation === undefined)
    return applied(
      text,
      fix.edits.map((edit) => ({
        ...edit,
        start: edit.start + located.start,
        end: edit.end + located.start,
      })),
    );
  const plan = planOperation(backlog, fix.operation);
  return plan.ok ? applied(text, plan.edits) : `refused: ${plan.refusal.message}`;
}
