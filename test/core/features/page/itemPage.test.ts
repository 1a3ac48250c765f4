/** What the page of a story or an epic shows. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { itemPage } from '../../../../src/core/features/page/itemPage.ts';
import { pageChoices } from '../../../../src/core/features/page/choices.ts';
import { briefly, open, story } from './pages.ts';

const TEAM = `product: {name: Fieldnotes, key: FN}
workflow:
  statuses: [idea, ready, doing, done, dropped]
  fields: [{key: x-market, title: Market, type: choice, of: [EU, US]}]
people: [{id: ana, name: Ana Lima, role: design}, {id: ben, name: Ben}]
insights:
  - {id: lost, text: Notes are lost, source: interview, weight: 3, count: 7}
objectives: [{id: o1, title: Same day}]
releases: [{id: "2027.1", title: Offline, date: 2027-01-20}]
epics:
  - {id: FN-9, title: Offline notes, release: "2027.1", objective: o1}
sprints: [{id: s1, goal: Survive, start: 2026-11-16, end: 2026-11-27, closed: 2026-11-27}]
stories:
  - {id: FN-2, title: Two, epic: FN-9, status: done, estimate: 3}
  - id: FN-1
    title: One
    story: As a biologist, I want my notes to sync, so that my team sees them.
    description: |
      Long.

      Longer.
    status: ready
    epic: FN-9
    sprint: s1
    assignee: ana
    labels: [sync, mobile]
    estimate: 5
    score: {reach: 2000, impact: 2, confidence: 0.8, effort: 3}
    depends_on: [FN-2, FN-77]
    blocked: {why: the legal text, by: ana, due: 2026-11-25}
    insights: [lost]
    links: [research/sync.md, {url: "https://x.example/a.png", kind: design, review: [ana, ben]}, backlog-media/FN-1-1.png, "javascript:alert(1)"]
    tasks: [write it, {do: test it, by: ben, done: true}]
    notes: [plain, {by: ben, date: 2026-11-02, text: Which phones?, to: ana}]
    x-market: EU
    nonsense: {a: 1}
  - {id: FN-3, title: Three, depends_on: FN-1, epic: FN-9}
`;

describe('what is found', () => {
  const messages = (text: string): readonly string[] =>
    open(text).page.findings.map(({ message }) => message);

  it('is said in words of the form, and in the file in words of the file', () => {
    const empty = story('').replace(' One', '');
    expect(messages(empty)).toContain('This story has no title yet.');
    expect(
      Backlog.read(empty)
        .finish()
        .problems()
        .map(({ problem }) => problem.message),
    ).toContain('This story has no title: add `title:` with a value.');
    expect(messages(story('status: ready'))).toContain(
      'Marked ready without a story sentence, acceptance criteria and an estimate.',
    );
  });
});

describe('the page of a story', () => {
  const { page } = open(TEAM);

  it('has its texts as a person reads them, and the sentence taken apart', () => {
    expect(page.title.text).toBe('One');
    expect(page.description.text).toBe('Long.\n\nLonger.');
    const { parts, gaps, template } = page.story.sentence;
    expect(parts.map(({ slot, text }) => `${slot}: ${text}`)).toEqual([
      'role: biologist',
      'means: my notes to sync',
      'end: my team sees them',
    ]);
    expect({ gaps, template }).toEqual({ gaps: [], template: 0 });
  });

  it('has its fields with what they may hold, in the words of the format and the team', () => {
    const brief = page.fields.map(({ path, kind, value, entries }) => [
      path,
      kind,
      value ?? entries?.map((entry) => entry.value),
    ]);
    expect(brief).toEqual([
      ['status', 'choice', 'ready'],
      ['type', 'choice', undefined],
      ['estimate', 'choice', '5'],
      ['priority', 'choice', undefined],
      ['assignee', 'references', ['ana']],
      ['sprint', 'reference', 's1'],
      ['epic', 'reference', 'FN-9'],
      ['release', 'reference', undefined],
      ['objective', 'reference', undefined],
      ['severity', 'choice', undefined],
      ['labels', 'words', ['sync', 'mobile']],
      ['x-market', 'choice', 'EU'],
      ['private', 'boolean', undefined],
      ['outcome.metric', 'reference', undefined],
      ['outcome.expect', 'text', undefined],
      ['outcome.check', 'date', undefined],
      ['outcome.result', 'text', undefined],
    ]);
    const field = (path: string) => page.fields.find((each) => each.path === path);
    expect(field('release')?.otherwise).toMatchObject({ value: '2027.1', from: { id: 'FN-9' } });
    expect(field('sprint')?.ref).toMatchObject({ title: 'Survive', over: true, list: 'sprints' });
    expect(field('x-market')).toMatchObject({ title: 'Market', of: ['EU', 'US'], own: true });
    expect(page.others).toEqual([{ key: 'nonsense', raw: 'nonsense: {a: 1}' }]);
  });

  it('has its lists with what their entries are', () => {
    expect(page.tasks?.entries.map(({ text, by, done }) => [text, by, done])).toEqual([
      ['write it', undefined, false],
      ['test it', 'ben', true],
    ]);
    expect(page.notes.entries[1]).toMatchObject({
      text: 'Which phones?',
      by: 'ben',
      to: ['ana'],
      done: false,
    });
    expect(page.links.entries.map(({ url, opens, picture }) => [url, opens, picture])).toEqual([
      ['research/sync.md', 'file', false],
      ['https://x.example/a.png', 'web', false],
      ['backlog-media/FN-1-1.png', 'file', true],
      ['javascript:alert(1)', 'none', false],
    ]);
    expect(page.insights.entries[0]).toMatchObject({
      value: 'lost',
      source: 'interview',
      weight: 3,
      count: 7,
    });
  });

  it('has what it depends on and who depends on it, what is above and below it, and what is unknown', () => {
    expect(page.dependsOn.entries.map(({ ref }) => ref)).toMatchObject([
      { id: 'FN-2', title: 'Two', over: true },
      { id: 'FN-77', title: '' },
    ]);
    expect(page.dependsOn.entries[1]?.ref).not.toHaveProperty('address');
    expect(page.neededBy.map(({ id }) => id)).toEqual(['FN-3']);
    expect([page.previous?.id, page.next?.id, page.rank]).toEqual(['FN-2', 'FN-3', { at: 2, of: 3 }]);
    expect(page.missing).toEqual(['acceptance']);
  });

  it('has its score with the formula, and what blocks it', () => {
    expect(page.score).toMatchObject({
      name: 'RICE',
      missing: [],
      result: { value: 1067, formula: 'reach × impact × confidence ÷ effort', numbers: '2000 × 2 × 0.8 ÷ 3' },
    });
    expect(page.score.numbers.slice(0, 4).map(({ key, value }) => [key, value])).toEqual([
      ['reach', '2000'],
      ['impact', '2'],
      ['confidence', '0.8'],
      ['effort', '3'],
    ]);
    expect(page.blocked).toMatchObject({ is: true, why: 'the legal text', by: 'ana', due: '2026-11-25' });
  });

  it('tells a score that lacks a part', () => {
    const { score } = open(story('score: {reach: 3, impact: 1}\n')).page;
    expect(score).toMatchObject({ name: 'RICE', missing: ['confidence', 'effort'] });
    expect(score).not.toHaveProperty('result');
  });

  it('is that of an epic with its stories, without criteria and tasks', () => {
    const epic = open(TEAM, 'FN-9').page;
    expect(epic).not.toHaveProperty('acceptance');
    expect(epic).not.toHaveProperty('tasks');
    expect(epic.stories).toMatchObject({ count: 3, done: 1, points: 8, donePoints: 3 });
    expect(epic.stories?.refs.map(({ id }) => id)).toEqual(['FN-2', 'FN-1', 'FN-3']);
    expect(epic.fields.map(({ path }) => path)).toContain('horizon');
    expect(epic.fields.map(({ path }) => path)).not.toContain('sprint');
  });
});

describe('acceptance criteria of a page', () => {
  const { page } = open(
    story(`status: ready
acceptance:
  - Given a note, when I sync, then it is there
  - scenario: two phones
    given: [a note, a phone]
    when: both sync
    then: one wins
    examples: [{phone: old, s: 60}, {phone: new}]
    done: true
  - "[x] works offline"
  - {check: fast, done: true}
  - |
    Given a note
    Then it stays
  - [a, b]
  - {given: x, and: y}
`),
  );
  const entries = page.acceptance?.entries ?? [];

  it('are told apart, each with its text', () => {
    expect(entries.map(({ notation, text, done, tickable }) => [notation, text, done, tickable])).toEqual([
      ['line', 'Given a note, when I sync, then it is there', false, false],
      ['mapping', expect.stringContaining('scenario: two phones') as string, true, true],
      ['check', 'works offline', true, true],
      ['check', 'fast', true, true],
      ['gherkin', 'Given a note\nThen it stays', false, false],
      ['raw', '[a, b]', false, false],
      ['raw', '{given: x, and: y}', false, false],
    ]);
    expect(entries[6]?.locked).toBe(
      'This criterion has a key that the page does not know (and): change it in the file.',
    );
  });

  it('show their steps, examples and keywords', () => {
    expect(entries[1]?.scenario).toEqual({
      name: 'two phones',
      given: ['a note', 'a phone'],
      when: ['both sync'],
      then: ['one wins'],
      examples: {
        columns: ['phone', 's'],
        rows: [
          ['old', '60'],
          ['new', ''],
        ],
      },
    });
    const words = ({ text, keywords }: (typeof entries)[number]) =>
      keywords.map(({ start, end }) => text.slice(start, end));
    expect(entries[0] && words(entries[0])).toEqual(['Given', 'when', 'then']);
    expect(entries[4] && words(entries[4])).toEqual(['Given', 'Then']);
  });

  it('say in which other notation they can be written, and why not', () => {
    expect(entries[0]?.other).toEqual([{ to: 'mapping' }, { to: 'gherkin' }]);
    expect(entries[1]?.other.find(({ to }) => to === 'line')?.not).toMatch(/ticked/);
  });
});

describe('findings of a page', () => {
  it('stand at the field and the entry, with offsets of the text that is shown', () => {
    const { page } = open(
      story(`status: ready
estimate: 5
story: >-
  As a coach, I want to see the roster
  (CSV only), so that I save time.
acceptance:
  - "[ ] it is TBD"
  - when: I pay
    then:
      - it is fast
      - it loads quickly
depends_on: FN-88
statsu: doing
`),
    );
    const texts: Record<string, string> = {
      story: page.story.text,
      'acceptance.0': page.acceptance?.entries[0]?.text ?? '',
      'acceptance.1.then.1': page.acceptance?.entries[1]?.scenario?.then[1] ?? '',
      'depends_on.0': 'FN-88',
    };
    const brief = briefly(page.findings, (path) => texts[path] ?? '');
    expect(brief).toContain('story/bracketed-note at story “(CSV only)”');
    expect(brief).toContain('ac/placeholder at acceptance.0 “TBD”');
    expect(brief).toContain('ac/vague at acceptance.1.then.1 “quickly”');
    expect(brief).toContain('reference/unknown at depends_on.0 “FN-88”');
    expect(brief).toContain('schema/unknown-key at statsu');
    const bracket = page.findings.find(({ rule }) => rule === 'story/bracketed-note');
    expect(bracket).toMatchObject({ field: 'story', severity: 'warning' });
    expect(bracket?.fixes.length).toBeGreaterThan(0);
    expect(page.findings.find(({ rule }) => rule === 'ac/vague')).toMatchObject({
      field: 'acceptance',
      entry: 1,
    });
  });

  it('of an idea are early: what would be said once it is ready', () => {
    const { page } = open(story('status: idea\nstory: As a coach, I want to see it (now).\n'));
    expect(briefly(page.findings)).toContain('story/bracketed-note at story (early)');
    const done = open(story('status: done\nstory: As a coach, I want to see it (now).\n')).page;
    expect(done.findings).toEqual([]);
  });

  it('of an idea leave out what the team does not want to hear', () => {
    const text = story('status: idea\nstory: As a coach, I want to see it (now).\n');
    const { page } = open(`writing: {rules: {story/bracketed-note: ignore}}\n${text}`);
    expect(briefly(page.findings).join()).not.toContain('bracketed');
  });
});

describe('what a page can not change', () => {
  it('says where it comes from', () => {
    const { page } = open(`stories:
  - &base
    id: FN-2
    title: Two
    labels: &l [a]
    status: &s ready
  - <<: *base
    id: FN-1
    title: One
    labels: *l
    estimate: 3
    estimate: 5
    story: [a, b]
    acceptance: [*s, plain]
`);
    const field = (path: string) => page.fields.find((each) => each.path === path)?.locked;
    expect(field('labels')).toBe('labels of FN-1 comes through the alias *l: change it where &l stands.');
    expect(field('estimate')).toBe('FN-1 gives estimate twice: remove one of them in the file first.');
    expect(field('status')).toBe(
      'status of FN-1 comes through << from &base: change it there, or write status into the item in the file.',
    );
    expect(field('priority')).toBeUndefined();
    expect(page.story.locked).toBe('The story is no text: change it in the file.');
    expect(page.acceptance?.entries.map(({ locked }) => locked !== undefined)).toEqual([true, false]);
  });

  it('shows a broken item as it stands, with what is wrong', () => {
    const backlog = Backlog.read('stories:\n  - just a text\n  - id: FN-1\n    title: One\n').finish();
    const [item] = backlog.list('stories');
    const page = item && itemPage(backlog, item);
    expect(page).toMatchObject({ readable: false, address: { list: 'stories', index: 0 } });
    if (page?.readable !== false) throw new Error('read');
    expect(page.raw).toContain('just a text');
    expect(page.why).toMatch(/^\S.*\.$/);
  });

  it('has no page for other items', () => {
    const backlog = Backlog.read(TEAM);
    const [person] = backlog.list('people');
    expect(person && itemPage(backlog, person)).toBeUndefined();
  });
});

it('offers what is over last, and the most used labels first', () => {
  const backlog = Backlog.read(`${TEAM}  - {id: FN-4, title: Four, labels: [web, sync]}\n`);
  const choices = pageChoices(backlog);
  expect(choices.people).toEqual([
    { id: 'ana', name: 'Ana Lima', role: 'design' },
    { id: 'ben', name: 'Ben' },
  ]);
  expect(choices.labels).toEqual(['sync', 'mobile', 'web']);
  expect(choices.sprints).toMatchObject([{ id: 's1', over: true, start: '2026-11-16', end: '2026-11-27' }]);
  expect(choices.releases).toMatchObject([{ id: '2027.1', date: '2027-01-20' }]);
  expect(choices.templates[0]).toBe('As a <role>, I want <means>, so that <benefit>');
});
