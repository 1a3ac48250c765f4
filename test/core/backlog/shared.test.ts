import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';

/** What the rules between items say: the item, the rule, the marked text and the sentence. */
function said(backlog: Backlog, group: string): string[] {
  return backlog
    .problems()
    .filter(({ problem }) => problem.rule.startsWith(group))
    .map(({ slice, problem, item }) => {
      const marked = slice.text.slice(problem.start, problem.end);
      return `${item?.id ?? '-'} ${problem.severity} ${problem.rule} [${marked}] ${problem.message}`;
    });
}

function replace(backlog: Backlog, what: string, by: string): void {
  const text = backlog.source.toString();
  const start = text.indexOf(what);
  if (start < 0) throw new Error(`"${what}" is not in the text`);
  backlog.edit([{ start, end: start + what.length, text: by }]);
}

describe('references', () => {
  const text = `product: {name: F, key: FN}
people: [{id: ana, name: Ana}]
sprints:
  - {id: s24, start: 2026-11-16, end: 2026-11-27}
epics:
  - id: FN-1
    title: Offline
stories:
  - id: FN-2
    title: Sync
    epic: FN-1
    sprint: s24
    assignee: [ana, bob]
    depends_on: [FN-3, OTHER-7]
`;

  it('names what is unknown, at its place, and another backlog gently', () => {
    expect(said(Backlog.read(text), 'reference/')).toEqual([
      'FN-2 error reference/unknown [bob] No person is called "bob".',
      'FN-2 error reference/unknown [FN-3] No story or epic is called "FN-3".',
      'FN-2 hint reference/unknown [OTHER-7] OTHER-7 belongs to another backlog, OTHER, which is not open here.',
    ]);
  });

  it('follows ids that come and go', () => {
    const backlog = Backlog.read(text);
    replace(backlog, 'stories:\n', 'stories:\n  - id: FN-3\n    title: New\n');
    expect(said(backlog, 'reference/').filter((line) => line.includes('FN-3'))).toEqual([]);
    replace(backlog, 'id: FN-1\n', 'id: FN-9\n');
    expect(said(backlog, 'reference/')).toContain(
      'FN-2 error reference/unknown [FN-1] No epic is called "FN-1".',
    );
    replace(backlog, '    title: Offline\n', '    title: Offline\n    was: [FN-1]\n');
    expect(said(backlog, 'reference/').filter((line) => line.includes('FN-1'))).toEqual([]);
  });

  it('suggests what was meant and mends it', () => {
    const backlog = Backlog.read(text.replace('sprint: s24', 'sprint: s-24'));
    const found = backlog.problems().find(({ problem }) => problem.message.includes('sprint'));
    expect(found?.problem.message).toBe('No sprint is called "s-24". Did you mean "s24"?');
    expect(found?.problem.fixes?.[0]?.edits[0]?.text).toBe('s24');
  });

  it('lets a team without a list of people name anybody', () => {
    const backlog = Backlog.read('stories:\n  - title: a\n    assignee: zoe\n');
    expect(said(backlog, 'reference/')).toEqual([]);
    replace(backlog, 'stories:', 'people:\n  - id: ana\nstories:');
    expect(said(backlog, 'reference/')).toEqual([
      '- error reference/unknown [zoe] No person is called "zoe".',
    ]);
    replace(backlog, 'people:\n  - id: ana\n', '');
    expect(said(backlog, 'reference/')).toEqual([]);
  });
});

describe('ids given twice', () => {
  it('reports every bearer but the first, and follows moves', () => {
    const backlog = Backlog.read('stories:\n  - {id: A-1, title: one}\n  - {id: A-1, title: two}\n');
    const message = (first: string): string =>
      `A-1 error reference/duplicate-id [A-1] A-1 is the id of 2 items, "${first}" being the first: give this one its own id.`;
    expect(said(backlog, 'reference/duplicate-id')).toEqual([message('one')]);
    replace(backlog, '  - {id: A-1, title: one}\n', '');
    expect(said(backlog, 'reference/duplicate-id')).toEqual([]);
    replace(backlog, 'title: two}\n', 'title: two}\n  - {id: A-1, title: one}\n');
    expect(said(backlog, 'reference/duplicate-id')).toEqual([message('two')]);
  });

  it('shares one counter between stories and epics only', () => {
    const backlog = Backlog.read(
      'people:\n  - id: x\nteams:\n  - id: x\nepics:\n  - id: A-1\nstories:\n  - id: A-1\n',
    );
    expect(said(backlog, 'reference/duplicate-id').map((line) => line.split(' ')[0])).toEqual(['A-1']);
  });

  it('shows a list that stands at two places whole', () => {
    const backlog = Backlog.read('stories:\n  - title: a\nepics: []\nstories:\n  - title: b\n');
    expect(backlog.list('stories').map((item) => item.title)).toEqual(['a', 'b']);
    expect(said(backlog, 'reference/duplicate-list')).toHaveLength(1);
  });
});

describe('dependency cycles', () => {
  const story = (id: string, on: string): string =>
    `  - id: ${id}\n    title: ${id}\n    depends_on: [${on}]\n`;

  it('shows the path from each item that is in one', () => {
    const backlog = Backlog.read(
      `stories:\n${story('A-1', 'A-2')}${story('A-2', 'A-3')}${story('A-3', 'A-1')}${story('A-4', 'A-1')}`,
    );
    expect(said(backlog, 'reference/cycle').map((line) => line.split(': these')[0])).toEqual([
      'A-1 error reference/cycle [A-2] A-1 → A-2 → A-3 → A-1',
      'A-2 error reference/cycle [A-3] A-2 → A-3 → A-1 → A-2',
      'A-3 error reference/cycle [A-1] A-3 → A-1 → A-2 → A-3',
    ]);
    replace(backlog, 'depends_on: [A-3]', 'depends_on: []');
    expect(said(backlog, 'reference/cycle')).toEqual([]);
  });

  it('finds an item that depends on itself', () => {
    expect(said(Backlog.read(`stories:\n${story('A-1', 'A-1')}`), 'reference/cycle')).toHaveLength(1);
  });

  it('takes a chain of ten thousand without recursion', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => story(`A-${i}`, `A-${(i + 1) % 10_000}`));
    expect(said(Backlog.read(`stories:\n${chain.join('')}`), 'reference/cycle').length).toBeGreaterThan(0);
  });
});

describe('limits', () => {
  const head =
    'workflow:\n  wip: {doing: 1}\nsprints:\n  - id: s1\n    capacity: {ana: 3, ben: 2}\nstories:\n';
  const story = (id: string, status: string, estimate: number): string =>
    `  - id: ${id}\n    title: t\n    status: ${status}\n    sprint: s1\n    estimate: ${estimate}\n`;

  it('reports the stories that rank behind the limit', () => {
    const backlog = Backlog.read(`${head}${story('A-1', 'doing', 1)}${story('A-2', 'doing', 1)}`);
    expect(said(backlog, 'workflow/wip')).toEqual([
      "A-2 warning workflow/wip [doing] 2 stories are in doing, and the team's limit is 1: finish one before starting another.",
    ]);
    replace(backlog, 'wip: {doing: 1}', 'wip: {doing: 2}');
    expect(said(backlog, 'workflow/wip')).toEqual([]);
    replace(backlog, 'wip: {doing: 2}', 'wip: {doing: 0}');
    expect(said(backlog, 'workflow/wip')).toHaveLength(2);
  });

  it('adds up a sprint, leaves dropped work out, and lets a closed sprint be', () => {
    const backlog = Backlog.read(`${head}${story('A-1', 'idea', 5)}${story('A-2', 'idea', 3)}`);
    expect(said(backlog, 'sprint/')).toEqual([
      's1 warning sprint/capacity [{ana: 3, ben: 2}] 8 points are planned for s1, but its capacity is 5: remove 3.',
    ]);
    replace(
      backlog,
      'status: idea\n    sprint: s1\n    estimate: 3',
      'status: dropped\n    sprint: s1\n    estimate: 3',
    );
    expect(said(backlog, 'sprint/')).toEqual([]);
    replace(backlog, 'estimate: 5', 'estimate: 8');
    expect(said(backlog, 'sprint/')).toHaveLength(1);
    replace(backlog, '- id: s1\n', '- id: s1\n    closed: 2026-11-27\n');
    expect(said(backlog, 'sprint/')).toEqual([]);
  });
});

describe('what the team wants judged', () => {
  const unknown = 'stories:\n  - id: A-1\n    title: t\n    sprint: nope\n';

  it('takes severities from writing.rules', () => {
    const rules = (level: string): Backlog =>
      Backlog.read(`writing:\n  rules: {reference/unknown: ${level}}\n${unknown}`);
    expect(said(rules('hint'), 'reference/')[0]).toContain('hint');
    expect(said(rules('ignore'), 'reference/')).toEqual([]);
  });

  it.each([
    ['above the item', unknown.replace('  - id', '  # refinery-ignore reference/unknown: later\n  - id')],
    ['inside the item', `${unknown}    # refinery-ignore reference/unknown: later\n`],
    ['for several rules', `${unknown}    # refinery-ignore ready/missing, reference/unknown\n`],
  ])('heeds a comment %s', (_where, text) => {
    expect(said(Backlog.read(text), 'reference/')).toEqual([]);
  });

  it('does not take a comment for another item', () => {
    const text = `stories:\n  # refinery-ignore reference/unknown: mine\n  - title: other\n${unknown.slice('stories:\n'.length)}`;
    expect(said(Backlog.read(text), 'reference/')).toHaveLength(1);
  });
});

describe('anchors and aliases', () => {
  it('reads what they share, and follows the anchor', () => {
    const backlog = Backlog.read(
      'stories:\n  - &base\n    id: A-1\n    title: one\n    status: doing\n  - <<: *base\n    id: A-2\n    labels: &l [x, y]\n  - id: A-3\n    title: t\n    labels: *l\n',
    );
    const stories = (): unknown[] =>
      backlog.list('stories').map(({ id, title, status, labels }) => [id, title, status, ...labels]);
    expect(stories()).toEqual([
      ['A-1', 'one', 'doing'],
      ['A-2', 'one', 'doing', 'x', 'y'],
      ['A-3', 't', undefined, 'x', 'y'],
    ]);
    replace(backlog, 'title: one', 'title: two');
    expect(backlog.list('stories')[1]?.title).toBe('two');
    replace(backlog, '[x, y]', '[z]');
    expect(backlog.list('stories')[2]?.labels).toEqual(['z']);
  });
});

describe('files that can not be cut', () => {
  it.each([
    ['a flow top level', '{stories: [{id: A-1, title: x}]}'],
    ['an explicit key', '? stories\n: - id: A-1\n    title: x\n'],
    ['an indented top level', '  stories:\n    - id: A-1\n      title: x\n'],
    ['a flow list', 'stories: [{id: A-1, title: x}]\n'],
    ['an anchor on the list', 'stories: &all\n  - id: A-1\n    title: x\n'],
    ['dashes at the key', 'stories:\n- id: A-1\n  title: x\n'],
    ['a quoted key', '"stories":\n  - id: A-1\n    title: x\n'],
    ['a document start', '%YAML 1.2\n---\nstories:\n  - id: A-1\n    title: x\n'],
    ['CRLF', 'stories:\r\n  - id: A-1\r\n    title: x\r\n'],
  ])('still give their items: %s', (_name, text) => {
    const backlog = Backlog.read(text);
    expect(backlog.list('stories').map(({ id, title }) => [id, title])).toEqual([['A-1', 'x']]);
  });
});
