/** Many edits at once cut the text again; what they did not touch stays the same object. */
import { describe, expect, it } from 'vitest';
import { SlicedText } from '../../../src/core/yaml/slicedText.ts';
import type { TextEdit } from '../../../src/core/text/span.ts';

const COUNT = 120;
const TEXT = `product: {key: FN}\nstories:\n${Array.from(
  { length: COUNT },
  (_, i) => `  - id: FN-${i}\n    labels: [a${i % 3}]\n`,
).join('')}`;

function edits(pattern: RegExp, text: (match: string) => string): TextEdit[] {
  return [...TEXT.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: text(match[0]),
  }));
}

function expectCut(made: readonly TextEdit[], kept: number): void {
  const before = SlicedText.of(TEXT);
  const { text, removed, added } = before.edit(made);
  const whole = SlicedText.of(text.toString());
  expect(text.slices.map((slice) => slice.text)).toEqual(whole.slices.map((slice) => slice.text));
  expect(text.slices.map((_, i) => text.startOf(i))).toEqual(whole.slices.map((_, i) => whole.startOf(i)));
  const old = new Set(before.slices);
  expect(text.slices.filter((slice) => old.has(slice))).toHaveLength(kept);
  expect(removed).toHaveLength(before.slices.length - kept);
  expect(added).toHaveLength(text.slices.length - kept);
}

describe('many edits at once', () => {
  const slices = SlicedText.of(TEXT).slices.length;

  it('in every third item keep the others', () => {
    expectCut(
      edits(/a0/g, () => 'b'),
      slices - COUNT / 3,
    );
  });

  it('in every item keep what stands around them', () => {
    expectCut(
      edits(/a\d/g, (label) => `${label}x`),
      slices - COUNT,
    );
  });

  it('that take items away keep those that are left', () => {
    expectCut(
      edits(/ {2}- id: FN-\d*[02468]\n.*\n/g, () => ''),
      slices - COUNT / 2,
    );
  });

  it('that put items in keep those that were there', () => {
    expectCut(
      edits(/ {2}- id: FN-\d*[13579]\n/g, (line) => `  - id: NEW\n${line}`),
      slices,
    );
  });
});
