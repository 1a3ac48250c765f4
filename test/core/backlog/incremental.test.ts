import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { SlicedText } from '../../../src/core/yaml/slicedText.ts';
import { fileText } from '../../support/backlogText.ts';
import { breathe, cases } from '../../support/cases.ts';
import { describeBacklog } from '../../support/describeBacklog.ts';

const inserted = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'x',
    '\n',
    '\r\n',
    ' ',
    '  ',
    '- ',
    '#',
    ':',
    '"',
    "'",
    '\t',
    '---\n',
    'stories:\n',
    '  - id: FN-1\n',
    '  - id: FN-2\n    depends_on: [FN-1]\n',
    '    depends_on: [FN-2]\n',
    'workflow:\n  wip: {doing: 1}\n',
    'id: A',
    '&a ',
    '*a',
    '<<: *a',
    '? ',
    '{',
    ']',
    '🦉',
    '# refinery-ignore schema/unknown-key: why\n',
    'people:\n  - id: ana\n',
    '\ufeff',
  ),
  fileText,
);
const splice = fc.record({
  at: fc.nat(10_000),
  length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(200)),
  text: inserted,
});

/** Fails with the difference; comparing texts first keeps ten thousand cases quick. */
function expectSame(edited: Backlog, fresh: Backlog): void {
  const a = describeBacklog(edited);
  const b = describeBacklog(fresh);
  if (a !== b) expect(a).toBe(b);
}

describe('a backlog that follows edits', () => {
  it('says what one that is read afresh says', async () => {
    await fc.assert(
      fc.asyncProperty(fileText, fc.array(splice, { minLength: 1, maxLength: 4 }), async (start, splices) => {
        await breathe();
        let text = start;
        const backlog = Backlog.read(text);
        backlog.problems();
        for (const { at, length, text: insert } of splices) {
          const from = text.length === 0 ? 0 : at % (text.length + 1);
          const to = Math.min(text.length, from + length);
          text = text.slice(0, from) + insert + text.slice(to);
          backlog.edit([{ start: from, end: to, text: insert }]);
          expectSame(backlog, Backlog.read(text));
        }
      }),
      { numRuns: cases(2_000) },
    );
  });

  it('takes several edits at once as it takes them one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fileText, fc.array(splice, { minLength: 2, maxLength: 4 }), async (text, splices) => {
        await breathe();
        let end = -1;
        const edits = [...splices]
          .map(({ at, length, text: insert }) => ({ start: at % (text.length + 1), length, text: insert }))
          .sort((a, b) => a.start - b.start)
          .flatMap((edit) => {
            if (edit.start <= end) return [];
            end = Math.min(text.length, edit.start + edit.length);
            return [{ start: edit.start, end, text: edit.text }];
          });
        let expected = text;
        for (const edit of [...edits].reverse()) {
          expected = expected.slice(0, edit.start) + edit.text + expected.slice(edit.end);
        }
        const backlog = Backlog.read(text);
        backlog.edit(edits);
        expectSame(backlog, Backlog.read(expected));
      }),
      { numRuns: cases(1_000) },
    );
  });
});

describe('sliced text', () => {
  it('is the text, byte for byte, and knows its places', () => {
    fc.assert(
      fc.property(fileText, fc.nat(10_000), fc.nat(10_000), (text, a, b) => {
        const sliced = SlicedText.of(text);
        expect(sliced.toString()).toBe(text);
        expect(sliced.length).toBe(text.length);
        expect(sliced.lineCount).toBe(text.split('\n').length);
        const from = a % (text.length + 1);
        const to = from + (b % (text.length - from + 1));
        expect(sliced.slice(from, to)).toBe(text.slice(from, to));
        const before = text.slice(0, from).split('\n');
        const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
        expect(sliced.positionAt(from)).toEqual(position);
        if (text[from] !== '\n' || text[from - 1] !== '\r') expect(sliced.offsetAt(position)).toBe(from);
      }),
      { numRuns: cases(10_000) },
    );
  });
});
