import { describe, expect, it } from 'vitest';
import { closest, editDistance } from '../../../src/core/text/closest.ts';

describe('did you mean', () => {
  const known = ['status', 'sprint', 'story', 'depends_on', 'id', 'do', 'end', 'wont'];
  it.each([
    ['staus', 'status'],
    ['sattus', 'status'],
    ['Status', 'status'],
    ['dependsOn', 'depends_on'],
    ['depends-on', 'depends_on'],
    ['edn', 'end'],
    ["won't", 'wont'],
    ['ID', 'id'],
  ])('%s is a slip of %s', (word, meant) => {
    expect(closest(word, known)).toBe(meant);
  });

  it.each(['colour', 'due', 'x', '', 'status', 'stat', 'a'.repeat(5000)])('%s is no slip', (word) => {
    expect(closest(word, known)).toBeUndefined();
  });

  it('counts insertions, deletions, replacements and swaps', () => {
    expect(editDistance('ab', 'ba')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });
});
