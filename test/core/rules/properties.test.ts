import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTS } from '../../../src/core/backlog/lists.ts';
import { itemFields } from '../../../src/core/schema/shapes.ts';
import { parseText } from '../../../src/core/yaml/parse.ts';
import { cases } from '../../support/cases.ts';
import { judgeText } from './judgeText.ts';

const keys = [...new Set(LISTS.flatMap((list) => [...itemFields(list).keys()]))];

const scalar = fc.constantFrom(
  'Fix #12',
  '#12',
  'a: b',
  '2026-02-30',
  '2026-11-25',
  '5',
  '-1',
  '"q"',
  "'q' #x",
  '~',
  '',
  'ready',
  'doing',
  'done',
  'shuld',
  'FN-1',
  '[a, b',
  'true',
  '|\n      Given a',
  '*a',
  '&a b',
  '<<',
  '{a, b}',
  '{text: a, b, c}',
  '[]',
  'x\u2028y 🎉',
);
const entry = fc.oneof(
  scalar,
  fc.tuple(fc.constantFrom(...keys, 'zzz'), scalar).map(([key, value]) => `${key}: ${value}`),
);
const field = fc.oneof(
  fc
    .tuple(fc.constantFrom(...keys, 'asignee', 'x-a', 'zzz', '<<'), scalar)
    .map(([key, value]) => `    ${key}: ${value}\n`),
  fc
    .tuple(fc.constantFrom(...keys), fc.array(entry, { maxLength: 3 }))
    .map(([key, entries]) => `    ${key}:\n${entries.map((one) => `      - ${one}\n`).join('')}`),
  fc
    .tuple(fc.constantFrom(...keys), fc.array(fc.tuple(fc.constantFrom(...keys), scalar), { maxLength: 3 }))
    .map(
      ([key, pairs]) =>
        `    ${key}:\n${pairs.map(([inner, value]) => `      ${inner}: ${value}\n`).join('')}`,
    ),
);
const file = fc
  .tuple(fc.constantFrom(...LISTS), fc.array(fc.array(field, { maxLength: 5 }), { maxLength: 3 }))
  .map(([list, items]) => `${list}:\n${items.map((fields) => `  -\n${fields.join('')}`).join('')}`);

describe('whatever stands in the file', () => {
  it('is judged without an error, at places inside of the text, with fixes that can be applied', () => {
    fc.assert(
      fc.property(file, (text) => {
        for (const problem of judgeText(text)) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeGreaterThanOrEqual(problem.start);
          expect(problem.end).toBeLessThanOrEqual(text.length);
          expect(problem.message).toMatch(/^\S.*[.?]$/s);
          for (const { edits } of problem.fixes ?? [])
            for (const { start, end } of edits)
              expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: cases(3000) },
    );
  });

  it('is whole again after "Quote it": the fix removes what it was offered for', () => {
    const words = fc.stringMatching(/^[a-z][a-z #:,'"\\-]{0,30}[a-z]$/);
    fc.assert(
      fc.property(words, (title) => {
        const text = `stories:\n  - title: ${title}\n    acceptance:\n      - ${title}\n`;
        if (parseText(text).problems.length > 0) return;
        for (const problem of judgeText(text)) {
          const fix = problem.fixes?.find((one) => one.title === 'Quote it')?.edits[0];
          if (problem.rule !== 'yaml/swallowed' || fix === undefined) continue;
          const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
          expect(parseText(mended).problems).toEqual([]);
          expect(judgeText(mended).length).toBe(judgeText(text).length - 1);
        }
      }),
      { numRuns: cases(3000) },
    );
  });
});
