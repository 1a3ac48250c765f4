import { describe, expect, it } from 'vitest';
import { chosenAt, completeAt, entryAt, labelsAt } from './choose.ts';

const HEAD = `product: {name: Fieldnotes, key: FN}
workflow: {wip: {doing: 2}, done_when: [reviewed, on staging], holidays: [2026-11-24]}
people:
  - {id: ana, name: Ana Lima, role: design}
sprints:
  - {id: s23, goal: Old, start: 2026-11-02, end: 2026-11-13, closed: 2026-11-13}
  - {id: s25, goal: Sharing, start: 2026-11-30, end: 2026-12-11}
  - {id: s26, goal: Later, start: 2026-12-14, end: 2026-12-25}
  - {id: s24, goal: Notes survive, start: 2026-11-16, end: 2026-11-27}
releases:
  - {id: "2027.1", title: Offline first, date: 2027-01-20}
epics:
  - {id: FN-1, title: Offline notes, status: doing}
stories:
  - {id: FN-2, title: Sync when online, status: doing, estimate: 3, epic: FN-1, sprint: s24, assignee: ana}
  - {id: FN-3, title: Notes on a map, status: done, estimate: 3, labels: [map]}
  - {id: FN-30, title: Backup of notes, status: ready, epic: FN-1}
`;

const field = (value: string): string => `${HEAD}  - title: X\n    ${value}`;
const labels = (value: string): readonly string[] => labelsAt(field(value));

describe('ids', () => {
  it('come with title and state, what goes on first and what is over last', () => {
    expect(labels('sprint: $0')).toEqual(['s24', 's25', 's26', 's23']);
    expect(completeAt(field('sprint: $0')).entries.map(({ detail }) => detail)).toEqual([
      'Notes survive (running until 2026-11-27)',
      'Sharing (starts on 2026-11-30)',
      'Later (starts on 2026-12-14)',
      'Old (over)',
    ]);
    expect(labels('depends_on: [$0]')).toEqual(['FN-2', 'FN-30', 'FN-1', 'FN-3']);
    expect(entryAt(field('depends_on: [$0]')).detail).toBe('Sync when online (doing)');
    expect(entryAt(field('assignee: $0')).detail).toBe('Ana Lima (design)');
  });

  it('tell more in their documentation', () => {
    expect(entryAt(field('depends_on: [$0]')).documentation?.replaceAll('\\', '')).toBe(
      '**FN-2** Sync when online\n\ndoing · 3 points · sprint s24 · epic FN-1 · ana',
    );
  });

  it('are found by the id first, and by words of the title in any order', () => {
    expect(labels('depends_on: [FN-3$0]')).toEqual(['FN-30', 'FN-3']);
    expect(labels('depends_on: [notes back$0]')).toEqual(['FN-30']);
    expect(entryAt(field('depends_on: [notes$0]')).filter).toMatch(/^FN-\d+ .*notes/i);
  });

  it('are found behind a quote, which the editor compares too', () => {
    expect(entryAt(field('epic: "off$0"')).filter).toBe('"FN-1 Offline notes');
    expect(chosenAt(field('epic: "off$0"'))).toBe(field('epic: FN-1«»'));
  });

  it('of the same epic come before others, and none comes twice', () => {
    const own = `${HEAD}  - id: FN-31\n    title: X\n    epic: FN-1\n    depends_on: `;
    expect(labelsAt(`${own}[$0]`).slice(0, 2)).toEqual(['FN-2', 'FN-30']);
    expect(labelsAt(`${own}[FN-2, $0, FN-1]`)).toEqual(['FN-30', 'FN-3']);
    expect(labelsAt(`${own}\n      - FN-2\n      - $0\n      - FN-1 # so\n`)).toEqual(['FN-30', 'FN-3']);
  });
});

describe('dates', () => {
  const days = (value: string): readonly (readonly [string, string | undefined])[] =>
    completeAt(field(value)).entries.map(({ label, detail }) => [label, detail]);

  it('are explained, and found by what they are', () => {
    expect(days('blocked: {due: $0}')).toEqual([
      ['2026-11-23', 'today · Monday'],
      ['2026-11-24', 'tomorrow · Tuesday'],
      ['2026-11-25', 'the next working day · Wednesday'],
      ['2026-11-27', 'the end of sprint s24 · Friday'],
      ['2026-12-11', 'the end of the next sprint, s25 · Friday'],
      ['2027-01-20', 'release 2027.1 · Wednesday'],
      ['2026-12-31', 'the end of the quarter · Thursday'],
      ['2027-03-31', 'the end of the next quarter · Wednesday'],
    ]);
    expect(entryAt(field('blocked: {due: $0}'), '2026-11-24').filter).toBe('2026-11-24 tomorrow');
  });

  it('of what has been lie in the past', () => {
    expect(labels('notes:\n      - date: $0')).toEqual(['2026-11-23', '2026-11-22']);
  });

  it('of a sprint follow the sprint before', () => {
    const sprint = (lines: string): string =>
      `${HEAD.slice(0, HEAD.indexOf('releases:'))}  - id: s27\n    ${lines}`;
    expect(labelsAt(sprint('start: $0'))[0]).toBe('2026-12-28');
    expect(labelsAt(sprint('start: 2027-01-04\n    end: $0'))[0]).toBe('2027-01-15');
  });
});

describe('what the team set', () => {
  it('says what a status means, how many may have it, and what done means', () => {
    const statuses = new Map(completeAt(field('status: $0')).entries.map((entry) => [entry.label, entry]));
    expect(statuses.get('doing')?.detail).toBe('work in progress, 1 of at most 2');
    expect(statuses.get('dropped')?.detail).toBe('decided against');
    expect(statuses.get('done')?.documentation).toBe('Done means:\n\n- reviewed\n- on staging');
  });

  it('shows stories that were as big', () => {
    expect(entryAt(field('estimate: $0'), '3').documentation?.replaceAll('\\', '')).toBe(
      'As big as:\n\n- FN-2 Sync when online\n- FN-3 Notes on a map',
    );
  });

  it('explains the values of the format', () => {
    expect(entryAt(field('priority: $0'), 'could').detail).toBe('nice to have');
    expect(labelsAt('insights:\n  - id: a\n    weight: $0')).toEqual(['1', '2', '3']);
    expect(entryAt('writing:\n  rules: {story/two-roles: $0}', 'ignore').detail).toBe('not judged at all');
    expect(entryAt('writing:\n  rules:\n    $0', 'schema/required').documentation).toContain('`error`');
  });

  it('uses words again', () => {
    const people =
      'people:\n  - {id: a, role: design}\n  - {id: b, role: design}\n  - {id: c, role: sales}\n  - id: d\n    role: $0';
    expect(labelsAt(people)).toEqual(['design', 'sales']);
    expect(labelsAt('writing:\n  templates:\n    - $0')).toEqual([
      'In order to <benefit>, as a <role>, I want to <means>',
    ]);
  });
});

describe('keys', () => {
  it('begin with what is needed and what the team wants of what is ready', () => {
    expect(labels('$0').slice(0, 4)).toEqual(['id', 'story', 'acceptance', 'estimate']);
    expect(labels('type: bug\n    $0').slice(0, 3)).toEqual(['id', 'description', 'severity']);
    expect(entryAt(field('$0'), 'estimate').detail).toBe('Estimate (wanted of what is ready)');
    expect(labels('$0').slice(-2)).toEqual(['severity', 'dropped_because']);
  });

  it('of examples are the placeholders of the steps', () => {
    const steps = 'acceptance:\n      - given: <n> notes of <who>\n        examples:\n          ';
    expect(labels(`${steps}- {$0}`)).toEqual(['n', 'who']);
    expect(labels(`${steps}- {n: 3, $0}`)).toEqual(['who']);
    expect(chosenAt(field(`${steps}- n: 3\n            $0`))).toBe(
      field(`${steps}- n: 3\n            who: «»`),
    );
  });

  it('are explained with an example', () => {
    expect(entryAt(field('$0'), 'estimate').documentation).toMatch(
      /`workflow.estimates`.*\n\n`estimate: 5`$/s,
    );
  });
});

describe('new items', () => {
  it('are a story with its number, its sentence and what the team wants of it', () => {
    expect(chosenAt(`${HEAD}  $0`, 'new story').slice(HEAD.length)).toBe(`  - id: FN-31
    title: «<title>»
    story: As a «<role>», I want «<means>», so that «<benefit>»
    acceptance:
      - Given «<context>», when «<action>», then «<outcome>»
    estimate: «»«»`);
    expect(chosenAt(`${HEAD}  - $0`, 'new bug').slice(HEAD.length)).toBe(`  - id: FN-31
    title: «<title>»
    description: «<description>»
    type: bug
    severity: «»«»`);
  });

  it("have the team's own template, types and fields, quoted where they have to be", () => {
    const team = `workflow:
  ready: {story: [story, x-market], chore: [labels]}
  fields: [{key: x-market, type: choice, of: [EU]}]
writing: {templates: ["{role}: I want {means}", other <x>]}
stories:
`;
    expect(labelsAt(`${team}  $0`).slice(0, 5)).toEqual([
      'new story',
      'new bug',
      'new task',
      'new spike',
      'new chore',
    ]);
    expect(chosenAt(`${team}  $0`).slice(team.length)).toBe(`  - title: «<title>»
    story: "«<role>»: I want «<means>»"
    acceptance:
      - Given «<context>», when «<action>», then «<outcome>»
    x-market: «»«»`);
    expect(chosenAt(`${team}  $0`, 'new chore').slice(team.length)).toBe(`  - title: «<title>»
    type: chore
    labels: «»«»`);
  });

  it('are a sprint that follows the one before', () => {
    const sprints = HEAD.slice(0, HEAD.indexOf('releases:'));
    expect(chosenAt(`${sprints}  $0`, 'new sprint').slice(sprints.length)).toBe(
      `  - id: s25
    goal: «<goal>»
    start: 2026-12-28
    end: 2027-01-08«»`.replace('s25', 's27'),
    );
  });

  it('have the line ends of the file, and stand where its lists stand', () => {
    const text = 'product: {key: FN}\r\nstories:\r\n- title: A\r\n- $0';
    expect(chosenAt(text, 'new task')).toBe(
      'product: {key: FN}\r\nstories:\r\n- title: A\r\n- id: FN-1\r\n  title: «<title>»\r\n  type: task«»',
    );
  });

  it('are not offered inside braces or behind a key', () => {
    expect(labelsAt('stories:\n  - {$0}')).not.toContain('new story');
    expect(labelsAt('stories:\n  - title: A\n    $0')).not.toContain('new story');
  });

  it('are a whole backlog where there is none', () => {
    expect(chosenAt('$0')).toBe(
      'product:\n  name: «<name>»\n  key: «<KEY>»\n\nstories:\n  - title: «<what should be possible>»«»',
    );
    expect(labelsAt('# ours\nne$0')[0]).toBe('new backlog');
    expect(labelsAt('version: 1\n$0')).not.toContain('new backlog');
  });

  it('suggest an id: the next number, or words', () => {
    expect(labelsAt(`${HEAD}  - id: $0`)).toEqual(['FN-31']);
    expect(labelsAt('people:\n  - name: Chika Mori\n    id: $0')).toEqual(['chika']);
    expect(labelsAt('objectives:\n  - {id: $0, title: Nobody loses a note}')).toEqual(['nobody-loses-a']);
  });
});
