import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../src/core/yaml/parse.ts';
import { scan } from '../../../src/core/yaml/scan.ts';
import { slices } from '../../support/backlogText.ts';
import { cases } from '../../support/cases.ts';

describe('the exact scanner', () => {
  it('answers as the yaml package does, wherever it answers', () => {
    let answered = 0;
    fc.assert(
      fc.property(slices, (text) => {
        const scanned = scan(text);
        if (!scanned) return;
        answered++;
        const parsed = parseText(text);
        expect(parsed.problems, JSON.stringify(text)).toEqual([]);
        expect(scanned.root, JSON.stringify(text)).toEqual(parsed.root);
      }),
      { numRuns: cases(10_000) },
    );
    expect(answered).toBeGreaterThan(cases(10_000) / 8);
  });

  it.each([
    [
      'an item',
      '  - id: A\n    title: x # why\n    labels: [a, "b c", \'d\']\n    note: {a: 1, b: two words}\n',
    ],
    ['CRLF', '- id: A\r\n  text: |-\r\n    one\r\n    two\r\n  more: folded\r\n    on two lines\r\n'],
    ['blocks', 'a:\n  b: >-\n    one\n    two\n\n    three\n  c: |\n    x\n      y\n\n  d: e\n'],
    ['lists at the column of their key', 'a:\n- b\n- c: d\n  e:\n  - f\n  -\n'],
    ['nothing but comments', '# a\n\n# b\n'],
  ])('reads %s', (_name, text) => {
    const scanned = scan(text);
    expect(scanned).toBeDefined();
    expect(scanned?.root).toEqual(parseText(text).root);
  });

  it.each([
    ['an anchor', 'a: &x 1\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['a half-typed key', 'a: 1\nb\nc: 2\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['an unclosed quote', 'a: "x\nb: 1\n'],
    ['a colon inside a text', 'a: b: c\n'],
    ['a tag', 'a: !!str 1\n'],
  ])('hands on %s', (_name, text) => {
    expect(scan(text)).toBeUndefined();
  });
});
