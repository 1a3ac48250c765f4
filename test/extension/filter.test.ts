import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../src/views/filter.ts';
import { story, workflow } from './support/rows.ts';

const people = new Map([
  ['ana', 'Ana Lima'],
  ['ben', 'Ben Oduya'],
]);
const rows = [
  story('FN-12', { title: 'Sync when back online', status: 'ready', labels: ['Sync'], assignees: ['ana'] }),
  story('FN-13', { title: 'Lost "photo"', type: 'bug', status: 'doing', blocked: true, estimate: '3' }),
  story('FN-14', { title: 'Map: offline tiles', status: 'done', epic: 'FN-1', assignees: ['ben'] }),
  story('FN-15', { title: 'Über-Karte', status: 'dropped', warnings: 2, labels: ['two words'] }),
];

function found(text: string): string {
  const match = parseFilter(text, { workflow, people });
  return rows
    .filter((row) => match?.(row) ?? true)
    .map(({ id }) => id)
    .join(' ');
}

describe('the filter', () => {
  it.each([
    ['', 'FN-12 FN-13 FN-14 FN-15'],
    ['   ', 'FN-12 FN-13 FN-14 FN-15'],
    ['sync', 'FN-12'],
    ['SYNC online', 'FN-12'],
    ['online photo', ''],
    ['fn-14', 'FN-14'],
    ['"back online"', 'FN-12'],
    ['"back onl', 'FN-12'],
    ['über', 'FN-15'],
    ['oduya', 'FN-14'],
    ['label:sync', 'FN-12'],
    ['label:"two words"', 'FN-15'],
    ['label:syn', ''],
    ['assignee:ana', 'FN-12'],
    ['assignee:lima', 'FN-12'],
    ['assignee:none', 'FN-13 FN-15'],
    ['status:doing', 'FN-13'],
    ['type:bug', 'FN-13'],
    ['epic:fn-1', 'FN-14'],
    ['is:blocked', 'FN-13'],
    ['is:open', 'FN-12 FN-13'],
    ['is:active', 'FN-13'],
    ['is:done', 'FN-14'],
    ['is:dropped', 'FN-15'],
    ['is:problem', 'FN-15'],
    ['is:estimated', 'FN-13'],
    ['is:open label:sync', 'FN-12'],
    ['-is:open', 'FN-14 FN-15'],
    ['-sync', 'FN-13 FN-14 FN-15'],
    ['map:', 'FN-14'],
    ['is:nonsense', ''],
  ])('%s finds %s', (text, ids) => {
    expect(found(text)).toBe(ids);
  });

  it('takes any text', () => {
    for (const text of ['"', '-', '--', ':', 'label:', '-label:', '"" ""', '\\', '(', '[a', '*', 'a:b:c']) {
      expect(() => found(text)).not.toThrow();
    }
  });
});
