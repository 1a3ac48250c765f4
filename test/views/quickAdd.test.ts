import { describe, expect, it } from 'vitest';
import { completeQuickAdd, linesOf, namesOf, parseQuickAdd, take } from '../../src/views/quickAdd.ts';
import { backlog, item, story } from '../extension/support/rows.ts';

const names = namesOf(
  backlog([
    item('people', 'ana', { title: 'Ana Lima' }),
    item('people', 'jose', { title: 'José Pérez' }),
    item('epics', 'FN-1', { title: 'Offline notes' }),
    item('epics', 'FN-2', { title: 'Old', status: 'done' }),
    item('sprints', 's23', { title: 's23', over: true }),
    item('sprints', 's24', { title: 'Notes survive' }),
    story('FN-3', { labels: ['sync', 'two words'], assignees: ['ben'] }),
  ]),
);

describe('a quick-add line', () => {
  it('is a title and what stands in it with a sign', () => {
    expect(parseQuickAdd('Sync when back online #mobile @ana ~5 !must >s24 ^FN-1', names)).toEqual({
      title: 'Sync when back online',
      fields: {
        estimate: 5,
        epic: 'FN-1',
        sprint: 's24',
        assignee: 'ana',
        labels: ['mobile'],
        priority: 'must',
      },
      unknown: [],
    });
  });

  it.each([
    ['Title', 'Title', {}],
    ['  #sync   Title  in  words ', 'Title in words', { labels: ['sync'] }],
    ['Title #sync #Sync #new', 'Title', { labels: ['sync', 'new'] }],
    ['Title #"two words"', 'Title', { labels: ['two words'] }],
    ['Title @ana @ben', 'Title', { assignee: ['ana', 'ben'] }],
    ['Title @Ana', 'Title', { assignee: 'ana' }],
    ['Title @"josé pérez"', 'Title', { assignee: 'jose' }],
    ['Title @JOSÉ', 'Title', { assignee: 'jose' }],
    ['Title ~0.5', 'Title', { estimate: 0.5 }],
    ['Title ^fn-1', 'Title', { epic: 'FN-1' }],
    ['Title ^"offline notes"', 'Title', { epic: 'FN-1' }],
  ])('%s', (line, title, fields) => {
    expect(parseQuickAdd(line, names)).toEqual({ title, fields, unknown: [] });
  });

  it.each([
    ['Fix #12 in C# and a # b', 'Fix #12 in C# and a # b', []],
    ['Write to ana@example.org', 'Write to ana@example.org', []],
    ['Wait ~soon, it is !important', 'Wait ~soon, it is !important', []],
    ['Use a \\#tag and \\@ana', 'Use a #tag and @ana', []],
    ['Tell @anna', 'Tell @anna', ['@anna']],
    ['Into >s23 under ^FN-2', 'Into >s23 under ^FN-2', ['>s23', '^FN-2']],
    ['x > 3', 'x > 3', []],
    ['An open @"quote', 'An open @"quote', []],
  ])('keeps in the title what names nothing: %s', (line, title, unknown) => {
    expect(parseQuickAdd(line, names)).toEqual({ title, fields: {}, unknown });
  });

  it('offers names while they are typed, and puts one in', () => {
    const line = 'Title @j and more';
    const offered = completeQuickAdd(line, 8, names);
    expect(offered?.options).toEqual([{ value: 'jose', label: 'José Pérez', insert: '@jose' }]);
    expect(offered && take(line, offered, '@jose')).toEqual({ line: 'Title @jose and more', caret: 12 });
    expect(completeQuickAdd('Title #wo', 9, names)?.options).toEqual([
      { value: 'two words', insert: '#"two words"' },
    ]);
    expect(completeQuickAdd('Title #', 7, names)?.options).toHaveLength(2);
    expect(completeQuickAdd('Title ^note', 11, names)?.options.map(({ value }) => value)).toEqual(['FN-1']);
    expect(completeQuickAdd('Title', 5, names)).toBeUndefined();
    expect(completeQuickAdd('a@b', 3, names)).toBeUndefined();
  });

  it('several pasted lines are a list without its bullets', () => {
    expect(linesOf('- One\n* Two #sync\r\n\n  3. Three\n[ ] Four\n- [x] Five\n2 phones')).toEqual([
      'One',
      'Two #sync',
      'Three',
      'Four',
      'Five',
      '2 phones',
    ]);
  });
});
