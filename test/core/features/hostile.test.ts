import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../src/core/features/codeActions.ts';
import { completionAt } from '../../../src/core/features/completion/completion.ts';
import { findItems } from '../../../src/core/features/find.ts';
import { foldingRanges } from '../../../src/core/features/folding.ts';
import { hoverAt } from '../../../src/core/features/hover.ts';
import { itemDetails } from '../../../src/core/features/itemDetails.ts';
import {
  progressLenses,
  readinessAt,
  readinessLenses,
} from '../../../src/core/features/reading/codeLenses.ts';
import { documentLinks } from '../../../src/core/features/reading/documentLinks.ts';
import { highlightsAt } from '../../../src/core/features/reading/highlights.ts';
import { inlayHints } from '../../../src/core/features/reading/inlayHints.ts';
import { everywhere } from '../../../src/core/features/reading/itemsWithin.ts';
import { selectionRangesAt } from '../../../src/core/features/reading/selectionRanges.ts';
import { semanticTokens } from '../../../src/core/features/reading/semanticTokens.ts';
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
        'personas:\n',
        'name: cook\n',
        'story: ',
        'As a cook, I want 3 "salts", so that it tastes\n',
        'acceptance: ',
        'Given a when b then c\n',
        'links: a.md\n',
        'score: {value: 1, effort: 2}\n',
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

function readingAnswers(backlog: Backlog, offset: number, length: number): void {
  for (const { at, parts } of inlayHints(backlog, everywhere(backlog))) {
    inside({ start: at, end: at }, length);
    for (const { target } of parts) if (target) inside(target, length);
  }
  for (const { at } of [...progressLenses(backlog), ...readinessLenses(backlog)]) {
    inside({ start: at, end: at }, length);
    readinessAt(backlog, at);
  }
  let last = 0;
  for (const { start, tokens } of semanticTokens(backlog, everywhere(backlog)))
    for (const token of tokens) {
      inside({ start: start + token.start, end: start + token.end }, length);
      expect(start + token.start).toBeGreaterThanOrEqual(last);
      last = start + token.end;
    }
  for (const span of highlightsAt(backlog, offset) ?? []) inside(span, length);
  for (const span of documentLinks(backlog)) inside(span, length);
  const grown = selectionRangesAt(backlog, offset);
  expect(grown.length).toBeGreaterThan(0);
  grown.forEach((span, i) => {
    inside(span, length);
    const inner = grown[i - 1];
    if (inner === undefined) return;
    expect(span.start).toBeLessThanOrEqual(inner.start);
    expect(span.end).toBeGreaterThanOrEqual(inner.end);
    expect(span.end - span.start).toBeGreaterThan(inner.end - inner.start);
  });
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
        readingAnswers(backlog, offset, length);
        for (const { edits } of quickFixesAt(backlog, { start: 0, end: length }))
          for (const edit of edits) inside(edit, length);
      }),
      { numRuns: cases(3_000) },
    );
  }, 600_000);
});
