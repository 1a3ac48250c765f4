import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemValue } from '../../src/cli/itemValue.ts';
import { askLists } from '../../src/cli/listing.ts';
import { Backlog } from '../../src/core/backlog/backlog.ts';
import { LISTS } from '../../src/core/backlog/lists.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { builtProgram, buildsRefinery, refinery, refineryHere } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

const BACKLOG = `product: {name: Fieldnotes, key: FN}
workflow:
  fields:
    - {key: x-cost, title: Cost, type: number}
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
releases:
  - {id: "2027.1", title: Offline first}
epics:
  - id: FN-1
    title: Offline notes
    release: "2027.1"
sprints:
  - {id: s24, goal: Notes survive}
stories:
  - id: FN-12
    title: Sync when back online
    status: doing
    estimate: 5
    epic: FN-1
    assignee: [ana, ben]
    labels: [sync, mobile]
    score: {reach: 2000, confidence: 0.80}
    x-cost: 12
    x-note: 007
  - id: FN-3
    title: "最も古い電話 🦊 works"
    type: bug
    status: ready
    estimate: 13
    sprint: s24
    assignee: ana
    release: none-yet
    blocked: waiting for the legal text
  - id: FN-9
    title: Red screen for night work
    status: idea
    was: [7, 1.0]
    private: true
`;

interface JsonList {
  readonly version: number;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

async function idsOf(words: readonly string[]): Promise<readonly unknown[]> {
  const ran = await refineryHere(folder({ 'backlog.yaml': BACKLOG }), ['list', '--format', 'json', ...words]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return (JSON.parse(ran.out) as JsonList).items.map((item) => item['id']);
}

describe('list for a person', () => {
  it('shows the stories in rank order, aligned, wide characters counted as two', () => {
    const { out } = refinery(folder({ 'backlog.yaml': BACKLOG }), ['list']);
    expect(out).toBe(
      [
        'FN-12  doing   5  ana, ben                Sync when back online',
        'FN-3   ready  13  ana       bug  blocked  最も古い電話 🦊 works',
        'FN-9   idea                               Red screen for night work',
        '',
      ].join('\n'),
    );
  });

  it('prints nothing for an empty answer', () => {
    expect(refinery(folder({ 'backlog.yaml': BACKLOG }), ['list', '--status', 'done'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(refinery(folder({ 'backlog.yaml': '' }), ['list'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('never lets a title act on the terminal', () => {
    const root = folder({ 'backlog.yaml': 'stories:\n  - title: "a\\e[2Jb\\r\\nc\\u202ed"\n' });
    expect(refinery(root, ['list']).out).toBe('a\ufffd[2Jb c\ufffdd\n');
  });

  it('ends quietly where its reader has seen enough', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `  - id: FN-${i + 1}\n    title: Story ${i + 1}\n`);
    const root = folder({ 'backlog.yaml': `stories:\n${many.join('')}` });
    const ran = spawnSync('sh', ['-c', '"$0" "$1" list | head -n 2', process.execPath, builtProgram()], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ran.stdout).toBe('FN-1      Story 1\nFN-2      Story 2\n');
    expect(ran.stderr).toBe('');
  });
});

describe('an output that can’t be written', () => {
  it.runIf(fs.existsSync('/dev/full'))('is an error of its own, not a finding', () => {
    const root = folder({ 'backlog.yaml': BACKLOG });
    const ran = spawnSync('sh', ['-c', '"$0" "$1" check > /dev/full', process.execPath, builtProgram()], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toBe('refinery: Cannot write the output: the disk is full.\n');
  });
});

describe('list as JSON', () => {
  it('gives each item with its own fields, numbers as numbers and texts as they were typed', () => {
    const ran = refinery(folder({ 'backlog.yaml': BACKLOG }), ['list', '--format', 'json']);
    expect(JSON.parse(ran.out)).toEqual({
      version: 1,
      items: [
        {
          id: 'FN-12',
          kind: 'story',
          title: 'Sync when back online',
          status: 'doing',
          estimate: 5,
          epic: 'FN-1',
          assignee: ['ana', 'ben'],
          labels: ['sync', 'mobile'],
          score: { reach: 2000, confidence: 0.8 },
          'x-cost': 12,
          'x-note': '007',
        },
        {
          id: 'FN-3',
          kind: 'story',
          title: '最も古い電話 🦊 works',
          status: 'ready',
          type: 'bug',
          estimate: 13,
          sprint: 's24',
          assignee: 'ana',
          release: 'none-yet',
          blocked: 'waiting for the legal text',
        },
        {
          id: 'FN-9',
          kind: 'story',
          title: 'Red screen for night work',
          status: 'idea',
          was: ['7', '1.0'],
          private: true,
        },
      ],
    });
    expect(Object.keys((JSON.parse(ran.out) as JsonList).items[1] ?? {}).slice(0, 4)).toEqual([
      'id',
      'kind',
      'title',
      'status',
    ]);
  });

  it('gives null for what an item does not have, and an empty list for no items', () => {
    const root = folder({ 'backlog.yaml': 'stories:\n  - story: As a\n' });
    expect(JSON.parse(refinery(root, ['list', '--format', 'json']).out)).toEqual({
      version: 1,
      items: [{ id: null, kind: 'story', title: null, status: null, story: 'As a' }],
    });
    const none = refinery(root, ['list', '--kind', 'epic', '--format', 'json']).out;
    expect(JSON.parse(none)).toEqual({ version: 1, items: [] });
  });

  it('knows every kind by its singular', () => {
    const root = folder({
      'backlog.yaml': LISTS.map((list) => `${list}:\n  - {id: one, x-mark: here}\n`).join(''),
    });
    const kinds = LISTS.map((list) => {
      const { items } = JSON.parse(refinery(root, ['list', '-k', list, '--format', 'json']).out) as JsonList;
      return items.map((item) => item['kind']);
    });
    expect(kinds.flat()).toEqual([
      'person',
      'team',
      'persona',
      'objective',
      'metric',
      'insight',
      'decision',
      'release',
      'epic',
      'sprint',
      'story',
    ]);
  });

  it('follows aliases, but not into what a hostile file makes of them', () => {
    const bomb = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'x0: &x0 [a, a, a, a, a, a, a, a]\n'
        : `x${i}: &x${i} [${Array<string>(8)
            .fill(`*x${i - 1}`)
            .join(', ')}]\n`,
    ).join('');
    const root = folder({
      'backlog.yaml': `x-base: &base {status: ready, labels: [a]}\n${bomb}stories:\n  - <<: *base\n    id: FN-1\n    title: &t Sync\n    story: *t\n  - {id: FN-2, title: *t, x-bomb: *x11}\n`,
    });
    const { items } = JSON.parse(refinery(root, ['list', '--format', 'json']).out) as JsonList;
    expect(items[0]).toEqual({
      id: 'FN-1',
      kind: 'story',
      title: 'Sync',
      status: 'ready',
      story: 'Sync',
      labels: ['a'],
    });
    expect(items[1]).toMatchObject({ id: 'FN-2', title: 'Sync' });
    expect(JSON.stringify(items).length).toBeLessThan(200_000);
  });
});

describe('the filters of list', () => {
  it.each([
    [[], ['FN-12', 'FN-3', 'FN-9']],
    [
      ['--status', 'doing,idea'],
      ['FN-12', 'FN-9'],
    ],
    [
      ['-s', 'doing', '-s', 'idea'],
      ['FN-12', 'FN-9'],
    ],
    [
      ['--type', 'story'],
      ['FN-12', 'FN-9'],
    ],
    [['--type', 'bug'], ['FN-3']],
    [['--epic', 'FN-1'], ['FN-12']],
    [
      ['--epic', 'none'],
      ['FN-3', 'FN-9'],
    ],
    [['--sprint', 's24'], ['FN-3']],
    [
      ['--assignee', 'ana'],
      ['FN-12', 'FN-3'],
    ],
    [['--assignee', 'ana', '--status', 'ready'], ['FN-3']],
    [['--assignee', 'none'], ['FN-9']],
    [['--label', 'mobile'], ['FN-12']],
    [['--release', '2027.1'], ['FN-12']],
    [['--release', 'none-yet'], ['FN-3']],
    [['--blocked'], ['FN-3']],
    [['--text', 'NIGHT red'], ['FN-9']],
    [['--text', 'legal'], ['FN-3']],
    [
      ['--limit', '2'],
      ['FN-12', 'FN-3'],
    ],
    [['--limit', '0'], []],
    [['--kind', 'epic'], ['FN-1']],
    [
      ['--kind', 'epic,story'],
      ['FN-1', 'FN-12', 'FN-3', 'FN-9'],
    ],
    [
      ['--kind', 'people'],
      ['ana', 'ben'],
    ],
  ])('%j give %j', async (words, ids) => {
    expect(await idsOf(words)).toEqual(ids);
  });

  it.each([
    [['--status', 'doign'], 'No story has the status "doign". Did you mean "doing"?'],
    [['--assignee', 'anna'], 'No story has the assignee "anna". Did you mean "ana"?'],
    [['--sprint', 's99'], 'No story has the sprint "s99".'],
    [['--kind', 'storys'], 'not "storys". Did you mean "story"?'],
    [['--limit', 'many'], '--limit needs a whole number, not "many".'],
    [['a', 'b'], 'list takes one path at most; put words to look for behind --text.'],
  ])('%j is a slip that is told', async (words, message) => {
    const ran = await refineryHere(folder({ 'backlog.yaml': BACKLOG }), ['list', ...words]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
  });

  it('take the path of a file, of a folder, or --file', () => {
    const root = folder({
      'plan/backlog.yaml': BACKLOG,
      'other.yaml': 'stories:\n  - {id: X-1, title: Other}\n',
    });
    expect(refinery(root, ['list', 'plan', '--limit', '1']).out).toContain('FN-12');
    expect(refinery(root, ['list', 'other.yaml']).out).toBe('X-1  Other\n');
    expect(refinery(root, ['list', '--file', 'other.yaml']).out).toBe('X-1  Other\n');
    expect(refinery(root, ['list']).code).toBe(2);
  });
});

describe('reading lists without judging them', () => {
  const sample = fs.readFileSync(
    path.resolve(import.meta.dirname, '../../examples/fieldnotes/backlog.yaml'),
    'utf8',
  );
  it.each([
    ['the sample', sample],
    ['the sample with CRLF', sample.replaceAll('\n', '\r\n')],
    ['a backlog of every kind', BACKLOG],
    ['a flow list', 'stories: [{id: A-1, title: One}, {id: A-2, title: Two, assignee: [a, b]}]\n'],
    ['two lists of one name', `${BACKLOG}stories:\n  - {id: FN-90, title: Late}\n`],
    ['a broken item', BACKLOG.replace('title: Red', 'title: "Red" and')],
    ['anchors', BACKLOG.replace('title: Red', 'title: &a Red').replace('status: idea', 'status: *a')],
    ['a file that is one flow mapping', '{stories: [{id: A-1, title: One}]}\n'],
    ['bare texts', 'stories:\n  - one\n  -\n  - two\n'],
    ['two documents', `${BACKLOG}---\n${BACKLOG}`],
    ['no list', 'version: 1\n'],
  ])('gives the same as the whole model: %s', (_, text) => {
    const whole = Backlog.read(text);
    for (const list of LISTS) {
      const expected = whole.list(list);
      const quick = askLists(text, (source) => {
        const items = [...source.items(list)];
        return { items, values: items.map((item) => itemValue(item, source)), config: source.config };
      });
      expect(quick.config).toEqual(whole.config);
      expect(quick.values).toEqual(expected.map((item) => itemValue(item, whole)));
      expect(quick.items.map(facts)).toEqual(expected.map(facts));
    }
  });

  function facts(item: Readonly<Record<string, unknown>> | object): unknown {
    const {
      slice: _slice,
      problems: _problems,
      ignored: _ignored,
      span: _span,
      idSpan: _id,
      titleSpan: _title,
      statusSpan: _status,
      ...rest
    } = item as Record<string, unknown>;
    return rest;
  }
});
