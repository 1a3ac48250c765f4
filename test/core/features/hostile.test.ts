import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../src/core/features/codeActions.ts';
import { completionAt } from '../../../src/core/features/completion/completion.ts';
import { findItems } from '../../../src/core/features/find.ts';
import { foldingRanges } from '../../../src/core/features/folding.ts';
import { hoverAt } from '../../../src/core/features/hover.ts';
import { itemDetails } from '../../../src/core/features/itemDetails.ts';
import { definitionAt, referencesAt } from '../../../src/core/features/references.ts';
import { namedItems, outline } from '../../../src/core/features/symbols.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { cases } from '../../support/cases.ts';

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...[
        'stories:\n',
        'people:\n',
        'workflow: ',
        'product: {key: FN}\n',
        '  - ',
        '- ',
        'id: FN-1',
        'title: ',
        'A\n',
        '\n',
        '\r\n',
      ],
      ...[
        '    status: ',
        'ready',
        'epic: FN-1\n',
        'depends_on: [',
        ']',
        '{',
        '}',
        ', ',
        '"',
        "'",
        '|\n',
        '>-\n',
        '      text\n',
        '# note\n',
      ],
      ...[
        '&a ',
        '*a',
        '<<: *a\n',
        '!!str ',
        '? ',
        '---\n',
        '...\n',
        '%YAML 1.2\n',
        '\t',
        '🦊',
        '\uFEFF',
        '\u0000',
        ':',
        ' #',
        '    ',
        'labels:\n',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

function inside(span: Span, length: number): void {
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  expect(span.end).toBeLessThanOrEqual(length);
}

describe('features', () => {
  it('answer on any text at any place, with places that are in the text', () => {
    fc.assert(
      fc.property(text, fc.nat(), (value, seed) => {
        const backlog = Backlog.read(value);
        const { length } = value;
        const offset = seed % (length + 1);
        const { replace } = completionAt(backlog, offset, '2026-11-23');
        inside(replace, length);
        expect(replace.start).toBeLessThanOrEqual(offset);
        expect(replace.end).toBeGreaterThanOrEqual(offset);
        const hover = hoverAt(backlog, offset);
        if (hover) inside(hover.span, length);
        for (const span of definitionAt(backlog, offset)) inside(span, length);
        for (const span of referencesAt(backlog, offset, { withDefinition: true })) inside(span, length);
        for (const { span, selection } of outline(backlog)) {
          inside(span, length);
          inside(selection, length);
          expect(selection.start).toBeGreaterThanOrEqual(span.start);
          expect(selection.end).toBeLessThanOrEqual(span.end);
        }
        for (const item of backlog.items) {
          const { span, selection } = itemDetails(backlog, item);
          inside(span, length);
          inside(selection, length);
        }
        for (const { span } of namedItems(backlog, 'a', 5)) inside(span, length);
        expect(findItems(backlog, 'fn', 3).length).toBeLessThanOrEqual(3);
        const lines = backlog.source.lineCount;
        for (const { startLine, endLine } of foldingRanges(backlog)) {
          expect(endLine).toBeGreaterThan(startLine);
          expect(endLine).toBeLessThan(lines);
        }
        for (const { edits } of quickFixesAt(backlog, { start: 0, end: length }))
          for (const edit of edits) inside(edit, length);
      }),
      { numRuns: cases(3_000) },
    );
  }, 600_000);
});
