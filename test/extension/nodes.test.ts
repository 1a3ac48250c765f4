import { describe, expect, it } from 'vitest';
import { buildTree } from '../../src/extension/tree/nodes.ts';
import { english } from '../../src/extension/words.ts';
import { input, outline } from './support/outline.ts';
import { backlog, item, stories, story } from './support/rows.ts';

const rows = [
  item('people', 'ana', { title: 'Ana Lima' }),
  item('people', 'ben', { title: 'Ben Oduya' }),
  item('epics', 'FN-1', { title: 'Offline notes', status: 'doing' }),
  item('epics', 'FN-2', { title: 'Sharing' }),
  item('sprints', 's23', { title: 'Maps', over: true, start: '2026-11-02', end: '2026-11-13' }),
  item('sprints', 's24', { title: 'Survive a dead battery', start: '2026-11-16', end: '2026-11-27' }),
  story('FN-12', {
    title: 'Sync when back online',
    status: 'ready',
    estimate: '5',
    points: 5,
    epic: 'FN-1',
    sprint: 's24',
    assignees: ['ana', 'ben'],
    labels: ['sync', 'mobile'],
    errors: 1,
    warnings: 1,
  }),
  story('FN-14', {
    title: 'Lost photo',
    type: 'bug',
    status: 'doing',
    estimate: '1',
    points: 1,
    epic: 'FN-1',
    sprint: 's23',
    assignees: ['ben'],
    blocked: true,
  }),
  story('FN-15', { title: 'Old idea', status: 'dropped', epic: 'FN-9' }),
  story('FN-16', { title: 'Export', status: 'done', points: 0.5, estimate: '0.5', labels: ['Sync'] }),
];

describe('the tree', () => {
  it('shows stories in rank order', () => {
    expect(outline([backlog(rows)])).toBe(
      [
        'FN-12 Sync when back online (ready · 5 · Ana Lima, Ben Oduya)',
        'FN-14 Lost photo (blocked · doing · bug · 1 · Ben Oduya)',
        'FN-15 Old idea (dropped)',
        'FN-16 Export (done · 0.5)',
      ].join('\n'),
    );
  });

  it('groups by epic in the order of the file, then what is only named, then the rest', () => {
    expect(outline([backlog(rows)], { grouping: 'epic' })).toBe(
      [
        'FN-1 Offline notes (2 items · 6 points · doing)',
        '  FN-12 Sync when back online (ready · 5 · Ana Lima, Ben Oduya)',
        '  FN-14 Lost photo (blocked · doing · bug · 1 · Ben Oduya)',
        'FN-2 Sharing (0 items)',
        'FN-9 (1 item)',
        '  FN-15 Old idea (dropped)',
        'No epic (1 item · 0.5 points)',
        '  FN-16 Export (done · 0.5)',
      ].join('\n'),
    );
  });

  it('groups by sprint with its days', () => {
    expect(outline([backlog(rows)], { grouping: 'sprint' })).toBe(
      [
        's23 Maps (1 item · 1 point · 2026-11-02 – 2026-11-13 · closed)',
        '  FN-14 Lost photo (blocked · doing · bug · 1 · Ben Oduya)',
        's24 Survive a dead battery (1 item · 5 points · 2026-11-16 – 2026-11-27)',
        '  FN-12 Sync when back online (ready · 5 · Ana Lima, Ben Oduya)',
        'No sprint (2 items · 0.5 points)',
        '  FN-15 Old idea (dropped)',
        '  FN-16 Export (done · 0.5)',
      ].join('\n'),
    );
  });

  it('groups by every status of the workflow', () => {
    const shown = outline([backlog(rows)], { grouping: 'status' });
    expect(shown.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'idea (0 items)',
      'ready (1 item · 5 points)',
      'doing (1 item · 1 point)',
      'review (0 items)',
      'done (1 item · 0.5 points)',
      'dropped (1 item)',
    ]);
  });

  it('shows a story under each of its assignees', () => {
    expect(outline([backlog(rows)], { grouping: 'assignee' })).toBe(
      [
        'Ana Lima (1 item · 5 points)',
        '  FN-12 Sync when back online (ready · 5)',
        'Ben Oduya (2 items · 6 points)',
        '  FN-12 Sync when back online (ready · 5)',
        '  FN-14 Lost photo (blocked · doing · bug · 1)',
        'Nobody (2 items · 0.5 points)',
        '  FN-15 Old idea (dropped)',
        '  FN-16 Export (done · 0.5)',
      ].join('\n'),
    );
  });

  it('leaves out groups without a match while a filter is on, and counts what is shown', () => {
    expect(outline([backlog(rows)], { grouping: 'epic', filter: 'label:sync' })).toBe(
      [
        'FN-1 Offline notes (1 of 2 items · 5 points · doing)',
        '  FN-12 Sync when back online (ready · 5 · Ana Lima, Ben Oduya)',
        'No epic (1 of 1 items · 0.5 points)',
        '  FN-16 Export (done · 0.5)',
      ].join('\n'),
    );
  });

  it('has a root for each file only when there are several', () => {
    const other = backlog([story('API-1')], { uri: 'file:///w/api/backlog.yaml', name: '' });
    expect(outline([other, backlog([story('FN-12')])])).toBe(
      [
        'api/backlog.yaml (api/backlog.yaml · 1 item)',
        '  API-1 Title of API-1',
        'Fieldnotes (w/backlog.yaml · 1 item)',
        '  FN-12 Title of FN-12',
      ].join('\n'),
    );
    expect(outline([other, backlog([story('FN-12')])], { only: other.uri })).toBe('API-1 Title of API-1');
  });

  it('shows a file that can not be read with the reason', () => {
    const unreadable = [{ uri: 'file:///w/old/backlog.yaml', message: 'No permission.' }];
    const { roots } = buildTree({ ...input([backlog([story('FN-1')])]), unreadable });
    expect(roots.map(({ kind, label, description }) => [kind, label, description])).toEqual([
      ['unreadable', 'old/backlog.yaml', 'No permission.'],
      ['row', 'FN-1 Title of FN-1', ''],
    ]);
  });

  it('shows more than 200 rows in ranges, open only at the first', () => {
    const { roots } = buildTree(input([backlog(stories(450))]));
    expect(roots.map(({ label }) => label)).toEqual(['1–200', '201–400', '401–450']);
    expect(roots.map((node) => 'open' in node && node.open)).toEqual([true, false, false]);
    expect(outline([backlog(stories(200))]).split('\n')).toHaveLength(200);
    const group = outline([backlog(stories(201, () => ({ epic: 'FN-900' })))], { grouping: 'epic' });
    expect(group.split('\n').slice(0, 3)).toEqual([
      'FN-900 (201 items)',
      '  1–200',
      '    FN-1 Title of FN-1',
    ]);
  });

  it('opens finished groups and large trees closed', () => {
    const open = (grouping: 'sprint' | 'status', count: number) =>
      buildTree(input([backlog([...rows, ...stories(count)])], { grouping })).roots.map(
        (node) => 'open' in node && node.open,
      );
    expect(open('sprint', 0)).toEqual([false, true, true]);
    expect(open('sprint', 501)).toEqual([false, false, false]);
    expect(open('status', 0)).toEqual([false, true, true, false, false, false]);
  });

  it('gives every node an id of its own', () => {
    for (const grouping of ['none', 'epic', 'sprint', 'status', 'assignee'] as const) {
      const ids: string[] = [];
      const walk = (nodes: ReturnType<typeof buildTree>['roots']): void => {
        for (const node of nodes) {
          ids.push(node.id);
          if ('children' in node) walk(node.children());
        }
      };
      walk(
        buildTree(
          input(
            [backlog([...rows.slice(0, 6), ...stories(300, () => ({ assignees: ['ana', 'ben', 'ben'] }))])],
            { grouping },
          ),
        ).roots,
      );
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('a row', () => {
  const look = (rest: Parameters<typeof story>[1]) => {
    const [node] = buildTree(input([backlog([...rows.slice(0, 2), story('FN-5', rest)])])).roots;
    if (node?.kind !== 'row') throw new Error('expected a row');
    return node;
  };

  it('is spoken with status, points, people and problems', () => {
    const { spoken } = look({
      title: 'Sync when back online',
      status: 'ready',
      estimate: '5',
      points: 5,
      assignees: ['ana'],
      errors: 1,
      warnings: 1,
    });
    expect(spoken).toBe('FN-5 Sync when back online, ready, 5 points, Ana Lima, 2 problems');
  });

  it('has an icon of its own for each state, and for each type before work starts', () => {
    const icons = [
      look({ type: 'story', status: 'idea' }),
      look({ type: 'bug', status: 'ready' }),
      look({ type: 'task' }),
      look({ type: 'spike' }),
      look({ status: 'doing' }),
      look({ status: 'done' }),
      look({ status: 'dropped' }),
      look({ status: 'doing', blocked: true }),
    ].map((node) => node.look.icon);
    expect(new Set(icons).size).toBe(icons.length);
  });

  it('is not shown as blocked once it is finished', () => {
    expect(look({ status: 'done', blocked: true }).description).toBe('done');
  });

  it('without a title says so', () => {
    expect(look({ title: '' }).label).toBe('FN-5 (no title)');
  });
});

describe('words', () => {
  it('fill placeholders by name and leave unknown ones', () => {
    expect(english('{a} of {b} {c}', { a: 1, b: 'two' })).toBe('1 of two {c}');
  });
});

describe('what is over', () => {
  const rows = [
    item('sprints', 's21', { over: true }),
    item('sprints', 's22', { over: true }),
    item('sprints', 's23'),
    story('FN-1', { sprint: 's21', status: 'done', points: 3 }),
    story('FN-2', { sprint: 's22', status: 'dropped' }),
    story('FN-3', { sprint: 's23', status: 'doing' }),
    story('FN-4', { sprint: 's23', status: 'done' }),
  ];

  it('is one row where sprints are finished, behind the others', () => {
    const lines = outline([backlog(rows)], { grouping: 'sprint' }).split('\n');
    const heads = lines.filter((line) => !line.includes('FN-')).map((line) => line.replace(/ \(.*/, ''));
    expect(heads).toEqual([
      's23 Title of s23',
      'Finished sprints',
      '  s21 Title of s21',
      '  s22 Title of s22',
    ]);
    expect(lines).toContain('Finished sprints (2 sprints · 2 items · 3 points)');
  });

  it('is found where it is filtered for', () => {
    const found = outline([backlog(rows)], { grouping: 'sprint', filter: 'FN-1' });
    expect(found).toMatch(/^s21 Title of s21 .*\n {2}FN-1 /);
  });

  it('is left out where the person wants it hidden', () => {
    expect(outline([backlog(rows)], { hideDone: true })).toMatch(/^FN-3 [^\n]*$/);
    const groups = outline([backlog(rows)], { hideDone: true, grouping: 'status' });
    expect(groups).not.toMatch(/done|dropped/);
    expect(outline([backlog(rows)], { hideDone: true, grouping: 'sprint' })).toMatch(
      /^s23 [^\n]*\n {2}FN-3 [^\n]*$/,
    );
  });
});
