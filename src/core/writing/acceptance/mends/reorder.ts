/** Puts the steps of a scenario into the order given, when, then, each with what goes on with it. */
import type { Mend } from '../../rule.ts';
import type { Step } from '../criteria.ts';
import type { Judged } from '../scenarios.ts';
import { linesOf } from './pieces.ts';
import { spelledLike } from './keyword.ts';

const PLACE = { given: 0, when: 1, then: 2 } as const;

export function reordered({ criterion, scenario, entries }: Judged): readonly Mend[] {
  const { steps } = scenario;
  const [first] = steps;
  if (first === undefined || entries.length > 1 || steps.some(({ said }) => said === '*')) return [];
  const sorted = [...steps].sort((a, b) => PLACE[a.kind] - PLACE[b.kind]);
  // An `And` that would stand behind a step of another kind would say something else.
  if (sorted[0]?.said === 'and' || sorted[0]?.said === 'but') return [];
  const text = criterion.notation === 'gherkin' ? linesInOrder(steps, sorted) : pieces(steps, sorted);
  return text === undefined
    ? []
    : [{ title: 'Put the steps in order', preferred: true, in: first.in, edits: [text] }];
}

function linesInOrder(
  steps: readonly Step[],
  sorted: readonly Step[],
): { start: number; end: number; text: string } | undefined {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { text } = first.in;
  const end = text.slice(0, linesOf(last).end).trimEnd().length;
  // A step has the remarks and blank lines below it.
  const blocks = new Map(
    steps.map((step, i) => {
      const next = steps[i + 1];
      const stop = next === undefined ? end : linesOf(next).start - 1;
      return [step, text.slice(linesOf(step).start, stop)] as const;
    }),
  );
  const start = linesOf(first).start;
  return { start, end, text: sorted.map((step) => blocks.get(step) ?? '').join('\n') };
}

function pieces(
  steps: readonly Step[],
  sorted: readonly Step[],
): { start: number; end: number; text: string } | undefined {
  const [first, second] = steps;
  const last = steps.at(-1);
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const { text } = first.in;
  const between = text.slice(first.span.end, second.span.start);
  const joint = /[;.]/.exec(between)?.[0] ?? ',';
  const told = sorted.map((step, i) => {
    const like = i === 0 ? first.keyword : joint === '.' ? first.keyword : second.keyword;
    const words = text.slice(step.span.start + step.keyword.length, step.span.end);
    return spelledLike(like, capital(step.keyword)) + words;
  });
  return { start: first.span.start, end: last.span.end, text: told.join(`${joint} `) };
}

function capital(keyword: string): string {
  return keyword.charAt(0).toUpperCase() + keyword.slice(1).toLowerCase();
}
