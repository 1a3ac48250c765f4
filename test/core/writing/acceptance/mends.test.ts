/**
 * Every fix that is offered for a criterion does what it says: the finding is gone, no error or warning comes, and what
 * stands outside of the criteria is the same. Over criteria that are broken at random, in every notation and spelling.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import type { Problem } from '../../../../src/core/backlog/problem.ts';
import { breathe, cases } from '../../../support/cases.ts';
import { fixesOf } from './fixes.ts';

const HEAD =
  'stories:\n  - id: FN-1\n    title: Pay # soon\n    status: ready\n    estimate: 3\n    story: As a buyer, I want to pay by card, so that I need no cash.\n    acceptance:\n';
const TAIL = '    labels: [pay]\n  - id: FN-2\n    title: Next\n';

interface Drawn {
  readonly keyword: string;
  readonly words: string;
}

const words = fc.constantFrom(
  'a cart',
  'I pay',
  'it is empty',
  "it's told, and kept",
  'I see "x, then y"',
  '<n> notes',
  '',
  'TBD',
  'a card, I pay twice',
);
const keyword = fc.constantFrom('Given', 'When', 'Then', 'And', 'But', 'given', 'then', 'when', 'and');
const steps = fc.array(fc.record({ keyword, words }), { minLength: 1, maxLength: 6 });

const line = (drawn: readonly Drawn[], joint: string): string =>
  drawn.map((step) => `${step.keyword} ${step.words}`.trim()).join(joint);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function mapping(drawn: readonly Drawn[]): string {
  const of = (key: string): string[] =>
    drawn.filter((step) => step.keyword.toLowerCase() === key).map((step) => JSON.stringify(step.words));
  const keys = ['given', 'when', 'then'].filter((key) => of(key).length > 0);
  return keys
    .map(
      (key, i) =>
        `${i === 0 ? '- ' : '  '}${key}: ${of(key).length === 1 ? of(key)[0] : `[${of(key).join(', ')}]`}`,
    )
    .join('\n');
}

const entry = fc.oneof(
  fc
    .tuple(steps, fc.constantFrom(', ', '; ', '. ', ' '))
    .map(([drawn, joint]) => `- ${JSON.stringify(line(drawn, joint))}`),
  fc
    .tuple(steps, fc.constantFrom(', ', '; ', '. '))
    .map(([drawn, joint]) => `- '${line(drawn, joint).replaceAll("'", "''")}'`),
  steps.map((drawn) => `- >-\n  ${line(drawn, ',\n  ')}`),
  steps.map(
    (drawn) => `- |\n${drawn.map((step) => `  ${capital(step.keyword)} ${step.words}`.trimEnd()).join('\n')}`,
  ),
  steps.map(
    (drawn) =>
      `- |\n  Scenario: x\n${drawn.map((step) => `    ${capital(step.keyword)} ${step.words}`.trimEnd()).join('\n')}\n\n  Scenario: y\n    When a\n    Then b`,
  ),
  steps.map(mapping).filter((text) => text !== ''),
  fc.constantFrom(
    '- works offline',
    '- works offline.',
    '- Performance',
    '- TBD',
    '- ""',
    '- {check: works, done: true}',
    '- Given a cart',
    '- When I pay',
    '- Then it is empty',
  ),
);

const text = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'))
  .map(([entries, eol]) => {
    const lines = entries.join('\n').split('\n');
    const criteria = lines.map((each) => (each === '' ? '' : `      ${each}`)).join('\n');
    return `${HEAD}${criteria}\n${TAIL}`.replaceAll('\n', eol);
  });

function counted(backlog: Backlog): Map<string, number> {
  const found = new Map<string, number>();
  for (const { problem } of backlog.problems()) {
    if (problem.severity === 'error' || problem.severity === 'warning')
      found.set(problem.rule, (found.get(problem.rule) ?? 0) + 1);
  }
  return found;
}

/** What is left may be a lesser one: an `And` where there was a `When`. */
const count = (backlog: Backlog, like: Problem): number =>
  backlog.problems().filter(({ problem }) => problem.rule === like.rule && problem.severity === like.severity)
    .length;

/** What went wrong once. */
const FOUND: [string][] = [
  [`${HEAD}      - 'When TBD, then a cart, when a cart, then a cart'\n${TAIL}`],
  [
    `${HEAD}      - |\n        When TBD\n        Then a cart\n        When a cart\n        Then a cart\n${TAIL}`,
  ],
];

it('every fix removes its finding and brings no error or warning', async () => {
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(text, async (before) => {
      await breathe();
      const backlog = Backlog.read(before).finish();
      const weighty = counted(backlog);
      for (const located of backlog.problems()) {
        const { problem } = located;
        const { rule } = problem;
        if (!rule.startsWith('ac/')) continue;
        for (const { fix, after } of fixesOf(backlog, located)) {
          offered++;
          const mended = Backlog.read(after).finish();
          const what = `${rule}: "${fix.title}" makes\n${after}`;
          expect(count(mended, problem), what).toBeLessThan(count(backlog, problem));
          for (const [each, times] of counted(mended))
            expect(times, `${each} after ${what}`).toBeLessThanOrEqual(weighty.get(each) ?? 0);
          const eol = before.includes('\r\n') ? '\r\n' : '\n';
          expect(after.startsWith(HEAD.replaceAll('\n', eol)), what).toBe(true);
          expect(after.endsWith(TAIL.replaceAll('\n', eol)), what).toBe(true);
        }
      }
    }),
    { numRuns: cases(400), examples: FOUND },
  );
  expect(offered).toBeGreaterThan(cases(400) / 4);
});
