import { describe, expect, it } from 'vitest';
import { completionAt } from '../../../../src/core/features/completion/completion.ts';
import type { Completions } from '../../../../src/core/features/completion/entry.ts';
import { backlogAt } from '../cursor.ts';

const TODAY = '2026-11-23';

const HEAD = `product: {name: Fieldnotes, key: FN}
workflow:
  fields:
    - {key: x-market, title: Market, type: choice, of: [EU, US]}
  severities: [blocker, "no", minor]
people:
  - {id: ana, name: Ana Lima}
  - {id: ben, name: Ben Okafor}
insights:
  - {id: lost-notes, text: 7 of 11 lost notes}
releases:
  - {id: "2027.1", title: Offline first}
epics:
  - {id: FN-1, title: Offline notes}
sprints:
  - {id: s23, goal: Old, closed: 2026-11-13}
  - {id: s24, goal: Notes survive}
`;

function complete(marked: string): Completions {
  const { backlog, offset } = backlogAt(HEAD + marked);
  return completionAt(backlog, offset, TODAY);
}

const labels = (marked: string): readonly string[] => complete(marked).entries.map(({ label }) => label);

/** The text below the head after the entry was chosen, with `$0` where the cursor is then. */
function choose(marked: string, label: string): string {
  const { backlog, text, offset } = backlogAt(HEAD + marked);
  const { entries, replace } = completionAt(backlog, offset, TODAY);
  const entry = entries.find((each) => each.label === label);
  if (entry === undefined)
    throw new Error(`${label} is not among ${entries.map((each) => each.label).join(', ')}`);
  const { insert, stops = [], replace: own = replace } = entry;
  const cursor = stops[0]?.start ?? insert.length;
  const after =
    text.slice(0, own.start) + insert.slice(0, cursor) + '$0' + insert.slice(cursor) + text.slice(own.end);
  return after.slice(HEAD.length);
}

describe('completion of keys', () => {
  it('offers what the item lacks, the required keys first', () => {
    const offered = labels('stories:\n  - id: FN-2\n    $0\n    status: idea\n');
    expect(offered[0]).toBe('title');
    expect(offered).toContain('estimate');
    expect(offered).toContain('x-market');
    expect(offered).not.toContain('id');
    expect(offered).not.toContain('status');
  });

  it('explains each key', () => {
    const entry = complete('stories:\n  - $0').entries.find(({ label }) => label === 'estimate');
    expect(entry?.detail).toContain('Estimate');
    expect(entry?.documentation).toContain('workflow.estimates');
  });

  it.each([
    [
      'an empty line',
      'stories:\n  - title: A\n    $0\n',
      'status',
      'stories:\n  - title: A\n    status: $0\n',
    ],
    [
      'a half-typed key',
      'stories:\n  - title: A\n    sta$0\n    epic: FN-1\n',
      'status',
      'stories:\n  - title: A\n    status: $0\n    epic: FN-1\n',
    ],
    [
      'the middle of a typed key',
      'stories:\n  - title: A\n    st$0a\n',
      'status',
      'stories:\n  - title: A\n    status: $0\n',
    ],
    [
      'a key that has its colon',
      'stories:\n  - title: A\n    sta$0: done\n',
      'status',
      'stories:\n  - title: A\n    status$0: done\n',
    ],
    [
      'the end of the file',
      'stories:\n  - title: A\n    $0',
      'estimate',
      'stories:\n  - title: A\n    estimate: $0',
    ],
    ['a new entry', 'stories:\n  - title: A\n  - $0', 'title', 'stories:\n  - title: A\n  - title: $0'],
    [
      'a new entry before others',
      'stories:\n  - $0\n  - title: A\n',
      'title',
      'stories:\n  - title: $0\n  - title: A\n',
    ],
    ['a list without items', 'stories:\n  $0', '- title:', 'stories:\n  - title: $0'],
    [
      'the column of the dashes',
      'stories:\n  - title: A\n  $0',
      '- title:',
      'stories:\n  - title: A\n  - title: $0',
    ],
    [
      'a list at column 0',
      'stories:\n- title: A\n  $0\n- title: B\n',
      'status',
      'stories:\n- title: A\n  status: $0\n- title: B\n',
    ],
    [
      'a list of words',
      'stories:\n  - title: A\n    $0',
      'labels',
      'stories:\n  - title: A\n    labels: [$0]',
    ],
    [
      'a list of mappings',
      'stories:\n  - title: A\n    $0',
      'notes',
      'stories:\n  - title: A\n    notes:\n      - $0',
    ],
    ['a mapping', 'stories:\n  - title: A\n    $0', 'score', 'stories:\n  - title: A\n    score:\n      $0'],
    [
      'an entry of notes',
      'stories:\n  - title: A\n    notes:\n      - $0',
      'by',
      'stories:\n  - title: A\n    notes:\n      - by: $0',
    ],
    [
      'a mapping below its key',
      'stories:\n  - title: A\n    score:\n      reach: 3\n      $0',
      'impact',
      'stories:\n  - title: A\n    score:\n      reach: 3\n      impact: $0',
    ],
    ['a flow mapping', 'stories:\n  - {title: A, $0}\n', 'status', 'stories:\n  - {title: A, status: $0}\n'],
    [
      'an unclosed flow mapping',
      'stories:\n  - title: A\n    blocked: {why: x, $0',
      'due',
      'stories:\n  - title: A\n    blocked: {why: x, due: $0',
    ],
    [
      'CRLF',
      'stories:\r\n  - title: A\r\n    $0\r\n',
      'status',
      'stories:\r\n  - title: A\r\n    status: $0\r\n',
    ],
  ])('writes it at %s', (_where, before, label, after) => {
    expect(choose(before, label)).toBe(after);
  });

  it('offers the sections that the file lacks', () => {
    const offered = labels('$0');
    expect(offered).toContain('stories');
    expect(offered).toContain('writing');
    expect(offered).not.toContain('people');
    expect(choose('$0', 'stories')).toBe('stories:\n  - title: $0');
  });

  it('offers statuses as keys of limits, and people as keys of a capacity', () => {
    expect(labels('writing:\n  $0')).toContain('templates');
    const { backlog, offset } = backlogAt('workflow:\n  wip: {$0}\n');
    expect(completionAt(backlog, offset, TODAY).entries.map(({ label }) => label)).toContain('doing');
  });
});

describe('completion in writing.rules', () => {
  it('offers rules, and the levels they can have', () => {
    expect(labels('writing:\n  rules:\n    $0')).toContain('schema/required');
    expect(labels('writing:\n  rules: {schema/required: $0}')).toEqual([
      'ignore',
      'hint',
      'information',
      'warning',
      'error',
    ]);
  });
});

describe('completion of values', () => {
  it.each([
    ['status: $0', ['idea', 'ready', 'doing', 'review', 'done', 'dropped']],
    ['type: $0', ['story', 'bug', 'task', 'spike']],
    ['estimate: $0', ['1', '2', '3', '5', '8', '13']],
    ['priority: $0', ['must', 'should', 'could', 'wont']],
    ['assignee: $0', ['ana', 'ben']],
    ['sprint: $0', ['s24', 's23']],
    ['epic: $0', ['FN-1']],
    ['insights: [$0]', ['lost-notes']],
    ['private: $0', ['true', 'false']],
    ['blocked: {due: $0}', [TODAY, '2026-11-24', '2026-12-31', '2027-03-31']],
    ['x-market: $0', ['EU', 'US']],
    ['notes:\n      - by: $0', ['ana', 'ben']],
    ['assignee: [ana, $0]', ['ben']],
    ['assignee:\n      - $0', ['ana', 'ben']],
  ])('knows %s', (field, expected) => {
    expect(labels(`stories:\n  - title: A\n    ${field}`)).toEqual(expected);
  });

  it.each([
    ['a half-typed value', 'status: do$0', 'doing', 'status: doing$0'],
    ['a value before a comment', 'status: do$0 # soon', 'doing', 'status: doing$0 # soon'],
    ['a quoted value', 'status: "do$0"', 'doing', 'status: doing$0'],
    ['a value right behind its colon', 'status:$0', 'doing', 'status: doing$0'],
    ['a value right before a comment', 'status: $0# soon', 'doing', 'status: doing $0# soon'],
    [
      'an entry right before a comment',
      'depends_on: [\n      $0# soon\n    ]',
      'FN-1',
      'depends_on: [\n      FN-1 $0# soon\n    ]',
    ],
    ['a value that YAML would take for something else', 'severity: $0', 'no', 'severity: "no"$0'],
    ['an id that looks like a number', 'release: $0', '2027.1', 'release: "2027.1"$0'],
    ['a date', 'blocked: {due: 2026$0}', TODAY, `blocked: {due: ${TODAY}$0}`],
    ['an entry of a flow list', 'depends_on: [FN-3, F$0]', 'FN-1', 'depends_on: [FN-3, FN-1$0]'],
    ['an entry of an unclosed flow list', 'depends_on: [FN-3, F$0', 'FN-1', 'depends_on: [FN-3, FN-1$0'],
  ])('replaces %s exactly', (_what, before, label, after) => {
    const around = (field: string): string => `stories:\n  - title: A\n    ${field}\n  - title: B\n`;
    expect(choose(around(before), label)).toBe(around(after));
  });

  it('offers ids with what they are, found by words as well', () => {
    const [entry] = complete('stories:\n  - title: A\n    depends_on: [offl$0]\n').entries;
    expect(entry).toMatchObject({ label: 'FN-1', detail: 'Offline notes', filter: 'FN-1 Offline notes' });
  });

  it('offers the labels in use, the most used first', () => {
    const stories =
      'stories:\n  - {title: A, labels: [b]}\n  - {title: B, labels: [a, b]}\n  - title: C\n    labels: [$0]\n';
    expect(labels(stories)).toEqual(['b', 'a']);
  });

  it('does not offer an item to itself', () => {
    expect(labels('stories:\n  - id: FN-2\n    title: A\n    depends_on: [$0]\n')).toEqual(['FN-1']);
  });

  it('stops at 200 ids and says that there are more', () => {
    const many = Array.from({ length: 300 }, (_, i) => `  - {id: FN-${i + 10}, title: Story ${i}}\n`).join(
      '',
    );
    const completions = complete(`stories:\n${many}  - title: A\n    depends_on: [$0]\n`);
    expect(completions.entries).toHaveLength(200);
    expect(completions.complete).toBe(false);
  });

  it.each([
    ['a comment', 'stories:\n  - title: A # see $0'],
    ['a comment line', '# sto$0'],
    ['a block of text', 'stories:\n  - title: A\n    description: |\n      status: $0\n'],
    [
      'the empty line of a block of text',
      'stories:\n  - title: A\n    description: |\n      One.\n      $0\n',
    ],
    ['a value that stands on the next lines', 'stories:\n  - title: A\n    labels: $0\n      - a\n'],
    ['a line between a key and what belongs to it', 'stories:\n  - title: A\n  $0\n    status: idea\n'],
    ['a comment between entries', 'stories:\n  - title: A\n    labels: [\n      a, # or $0\n    ]\n'],
    ['a title', 'stories:\n  - title: Sync $0'],
    ['a quoted text over lines', 'stories:\n  - title: "A\n      $0"\n'],
  ])('has nothing to say in %s', (_where, marked) => {
    expect(labels(marked)).toEqual([]);
  });
});
