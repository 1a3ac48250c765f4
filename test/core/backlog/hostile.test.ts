import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { fileText } from '../../support/backlogText.ts';
import { breathe, cases } from '../../support/cases.ts';

/** Reads a text and asks everything that views and rules ask. */
function use(text: string): Backlog {
  const backlog = Backlog.read(text);
  expect(backlog.source.toString()).toBe(text);
  for (const { start, problem } of backlog.problems()) {
    expect(problem.message).not.toBe('');
    expect(start + problem.start).toBeGreaterThanOrEqual(0);
    expect(problem.end).toBeGreaterThanOrEqual(problem.start);
    expect(start + problem.end).toBeLessThanOrEqual(text.length);
  }
  for (const item of backlog.items.slice(0, 50)) {
    backlog.node(item);
    backlog.find(backlog.address(item));
  }
  return backlog;
}

describe('hostile text', () => {
  it('never throws and always comes back byte for byte, whatever it holds', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@` \n\r\t\0\ufeffa1'), { maxLength: 80 })
        .map((c) => c.join('')),
      fc
        .tuple(fileText, fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(400))
        .map(([text, more, at]) => {
          return text.slice(0, at) + more + text.slice(at);
        }),
      fileText,
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        await breathe();
        use(text);
      }),
      { numRuns: cases(5_000) },
    );
  });

  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level++) {
    const [to, from] = [String.fromCharCode(97 + level), String.fromCharCode(96 + level)];
    bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]`);
  }
  const big = 10_000_000;

  it.each([
    ['flow nesting', `stories:\n  - title: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['flow nesting over lines', `stories:\n  - title:\n${'      [\n'.repeat(3_000)}`],
    ['a deep top level', '['.repeat(5_000)],
    ['deep mappings', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['dashes behind dashes', `stories:\n  - ${'- '.repeat(5_000)}x\n`],
    ['question marks', `${'? '.repeat(5_000)}x\n`],
    ['mappings in braces', `stories:\n  - ${'{a: '.repeat(3_000)}1${'}'.repeat(3_000)}\n`],
    [
      'a bomb of aliases',
      `${bomb.join('\n')}\nstories:\n  - title: *j\n    labels: *i\n    depends_on: *h\n`,
    ],
    ['an alias to itself', 'stories: &s\n  - *s\n  - depends_on: &d [*d]\n  - <<: *s\n'],
    ['a line of 10 MB', `stories:\n  - id: A\n    title: ${'x'.repeat(big)}\n  - id: B\n`],
    ['an open quote before 10 MB', `stories:\n  - id: A\n    title: "${'x '.repeat(big / 2)}\n  - id: B\n`],
    ['10 MB of spaces', `stories:\n  - id: A\n    title: a${' '.repeat(big)}b\n`],
    ['10 MB of brackets', `stories:\n  - id: A\n    title: ${'[] '.repeat(big / 3)}\n  - id: B\n`],
    ['10 MB of line breaks', `stories:${'\n'.repeat(big)}  - id: A\n`],
    ['10 MB of colons', `stories:\n  - id: A\n    title: ${':'.repeat(big)}\n`],
    ['NUL', 'stories:\n  - id: A\0\n    title: \0\n'],
    ['a byte order mark', '\ufeffproduct:\n  name: F\n  key: FN\nstories:\n  - id: FN-1\n    title: x\n'],
    ['half a surrogate', 'stories:\n  - title: \ud800\n'],
    [
      'prototype names',
      'constructor:\n  - __proto__: 1\nstories:\n  - id: __proto__\n    constructor: x\n    toString: y\n',
    ],
  ])(
    'survives %s',
    (_name, text) => {
      const backlog = use(text);
      backlog.edit([{ start: text.length, end: text.length, text: '\n  - id: Z\n' }]);
      backlog.problems();
    },
    20_000,
  );

  it('keeps every other item where one is broken', () => {
    const backlog = use(
      'stories:\n  - id: A\n    title: "open\n    status: idea\n  - id: B\n    title: b\n  - id: C\n   bad\n  - id: D\n',
    );
    expect(backlog.items.map((item) => item.id)).toEqual(['A', 'B', 'C', 'D']);
    expect(backlog.items[0]?.status).toBe('idea');
    expect(backlog.problems().map(({ problem, item }) => [item?.id, problem.rule])).toContainEqual([
      'A',
      'yaml/syntax',
    ]);
  });

  it('reads both sides of a merge conflict', () => {
    const backlog = use(
      'stories:\n  - id: A\n    title: a\n<<<<<<< ours\n    status: doing\n=======\n    status: done\n>>>>>>> theirs\n  - id: B\n    title: b\n',
    );
    expect(backlog.items.map((item) => item.id)).toEqual(['A', 'B']);
    expect(backlog.problems().filter(({ problem }) => problem.rule === 'yaml/conflict-marker')).toHaveLength(
      3,
    );
  });
});
