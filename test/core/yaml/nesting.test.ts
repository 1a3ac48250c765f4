/** What nests too deep is told at its place, whatever makes it nest, and costs no more than its item. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';

describe('a value that nests too deep', () => {
  it.each([
    ['brackets behind texts', `[${'a['.repeat(1_000)}`],
    ['brackets behind texts that close', `[${'a['.repeat(1_000)}${']'.repeat(1_001)}`],
    ['colons on one line', 'a: '.repeat(3_000)],
    ['braces', '{a: '.repeat(1_000)],
  ])('%s', (_, value) => {
    const backlog = Backlog.read(
      `stories:\n  - id: FN-1\n    title: One\n    labels: ${value}\n  - id: FN-2\n    title: Two\n`,
    );
    expect(backlog.items.at(-1)).toMatchObject({ id: 'FN-2', title: 'Two' });
    expect(backlog.problems().filter(({ problem }) => problem.rule === 'yaml/syntax')).not.toEqual([]);
  });
});
