/** Blank lines in front of a text that the exact reader hands on: they cost nothing, and move nothing but offsets. */
import { describe, expect, it } from 'vitest';
import { oneBlankLine, parseText } from '../../../src/core/yaml/parse.ts';

const BROKEN = '  - id: x\nproduct: {name: N, key: FN}\nstories:\n- id: FN-1\n  title: x\n';

describe('blank lines above what is read', () => {
  it('are one line for the reader, however many they are, and nothing changes its place', () => {
    for (const lead of ['\n '.repeat(20_000), '\r\n'.repeat(20_000), ' \t\n'.repeat(20_000)]) {
      const given = oneBlankLine(lead + BROKEN);
      expect(given).toHaveLength(lead.length + BROKEN.length);
      expect(given.slice(0, given.indexOf('product')).split('\n')).toHaveLength(3);
      expect(given.trimStart()).toBe((lead + BROKEN).trimStart());
    }
  });

  it('leave the tree and the problems as they are without them', () => {
    for (const text of [BROKEN, '- a: [x\n', 'a: |\n  x\n\n\n  y\n']) {
      const few = parseText(`\n${text}`);
      const many = parseText(`${'\n'.repeat(50)}${text}`);
      const found = (read: typeof few, by: number) =>
        read.problems.map(({ message, start, end }) => [message, start - by, end - by]);
      expect(found(many, 50)).toEqual(found(few, 1));
      expect(many.root?.start).toBe((few.root?.start ?? 0) + 49);
    }
  });

  it('are left alone where there are none, and where there is nothing else', () => {
    for (const text of ['a: 1\n', '', '\n', ' x']) expect(oneBlankLine(text)).toBe(text);
    expect(oneBlankLine('\n\n')).toBe('\n\n');
  });
});
