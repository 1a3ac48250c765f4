import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { refineryHere } from './refinery.ts';

const folder = temporaryFolders();

const BACKLOG = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana, name: Ana}
stories:
  # about the first
  - id: FN-1
    title: "Sync: now"
    labels: [a, b]
    notes:
      - {by: ana, text: Which phones?}
  - id: FN-2
    title: &t Share
    story: *t
    description: |
      # not a comment
      - not an item

  - {id: FN-3, title: Third}
`;

const COMMANDS = [
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'github'],
  ['check'],
  ['list'],
  ['list', '--format', 'json', '--kind', 'story,person'],
  ['show', 'FN-2'],
  ['show', 'FN-1', '--format', 'json'],
  ['set', 'FN-1', 'status=ready', 'labels+=c'],
  ['move', 'FN-3', '--top'],
  ['new', 'One: more', '--after', 'FN-2'],
];

const PIECES = [
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '- ',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '|',
    '>',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '?',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    '---\n',
    '...\n',
    '<<',
    '<<: *t',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud83e\udd8a',
    '\u001b[2J',
  ],
  ...[
    'stories:\n',
    '  - id: FN-1\n',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
    '__proto__: {x: 1}\n',
    'constructor: 1\n',
  ],
];

/** A backlog with a few pieces put in or a few characters taken out. */
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(BACKLOG.length),
      remove: fc.nat(12),
      insert: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((splices) =>
    splices.reduce(
      (text, { at, remove, insert }) => text.slice(0, at) + insert.join('') + text.slice(at + remove),
      BACKLOG,
    ),
  );

describe('every command, on a file that somebody damaged', () => {
  it(
    'answers or refuses, in words, and leaves a file that it refuses to write',
    { timeout: 60_000 },
    async () => {
      const root = folder();
      const file = path.join(root, 'backlog.yaml');
      await fc.assert(
        fc.asyncProperty(damaged, fc.constantFrom(...COMMANDS), async (text, words) => {
          fs.writeFileSync(file, text);
          const written = fs.readFileSync(file);
          const ran = await refineryHere(root, words);
          expect(ran.err).not.toContain('refinery itself');
          expect([0, 1, 2]).toContain(ran.code);
          if (ran.code === 2) {
            expect(ran.err).toMatch(/^refinery: .+\n$/);
            expect(fs.readFileSync(file).equals(written)).toBe(true);
          } else if (words.includes('json') || words.includes('sarif')) {
            expect(() => JSON.parse(ran.out) as unknown).not.toThrow();
          }
        }),
        {
          numRuns: 400,
          examples: [
            [
              BACKLOG.replace('id: FN-1\n    title', 'id: \u2028FN-1\n    title\n'),
              ['move', 'FN-3', '--top'],
            ],
          ],
        },
      );
      expect(fs.readdirSync(root)).toEqual(['backlog.yaml']);
    },
  );

  it.each([
    ['NUL', `${BACKLOG}\u0000\n    a\u0000: b\n`],
    ['a line of a megabyte', `${BACKLOG}    description: ${'long '.repeat(200_000)}\n`],
    ['a thousand keys of one name', `${BACKLOG}${'    labels: [x]\n'.repeat(1_000)}`],
    ['deep nesting', `${BACKLOG}    x-deep: ${'['.repeat(20_000)}\n`],
    [
      'deep indentation',
      `${BACKLOG}${Array.from({ length: 500 }, (_, i) => `${' '.repeat(i + 4)}k${i}:\n`).join('')}`,
    ],
    ['no line break', BACKLOG.replaceAll('\n', ' ')],
  ])('answers on %s', { timeout: 60_000 }, async (_, text) => {
    for (const words of COMMANDS) {
      const root = folder({ 'backlog.yaml': text });
      const ran = await refineryHere(root, words);
      expect(ran.err).not.toContain('refinery itself');
      expect([0, 1, 2]).toContain(ran.code);
    }
  });
});
