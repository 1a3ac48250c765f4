/** What can be made of the items in a range, and what bears a name at the cursor. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { itemParts } from '../../../src/core/features/itemParts.ts';
import { namesOf } from '../../../src/core/features/names.ts';
import { refactoringsAt } from '../../../src/core/features/refactorings.ts';
import { nameAt } from '../../../src/core/features/rename.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { backlogAt } from './cursor.ts';

function ranged(marked: string): {
  readonly backlog: Backlog;
  readonly range: { start: number; end: number };
} {
  const start = marked.indexOf('$<');
  const end = marked.indexOf('$>') - 2;
  return { backlog: Backlog.read(marked.replace('$<', '').replace('$>', '')), range: { start, end } };
}

const STORIES = `product: {key: FN}
stories:
  - id: FN-1
    title: One
    acceptance:
      - works offline
      - Given a note, when I sync, then it is there
  - id: FN-2
    title: Two
  - id: FN-3
    title: Three
`;

describe('refactorings', () => {
  it('of several stories are an epic of them and one of them', () => {
    const { backlog, range } = ranged(
      STORIES.replace('title: One', 'title: $<One').replace('Two\n', 'T$>wo\n'),
    );
    const found = refactoringsAt(backlog, range);
    expect(found.map(({ title }) => title)).toEqual([
      'Make an epic of these 2 stories',
      'Merge these 2 stories into FN-1',
    ]);
    for (const { operation } of found) {
      expect(operation && planOperation(backlog, operation)).toMatchObject({ ok: true });
    }
  });

  it('of a range that ends where the next story begins do not touch it', () => {
    const text = STORIES.replace('  - id: FN-1', '$<  - id: FN-1').replace('  - id: FN-2', '$>  - id: FN-2');
    const { backlog, range } = ranged(text);
    expect(refactoringsAt(backlog, range).some(({ title }) => title.includes('stories'))).toBe(false);
  });

  it('of a check make it a scenario or a story', () => {
    const { backlog, range } = ranged(STORIES.replace('works', 'wor$<$>ks'));
    expect(refactoringsAt(backlog, range).map(({ title, kind }) => `${kind}: ${title}`)).toEqual([
      'refactor.rewrite: Write this criterion on one line',
      'refactor.rewrite: Write this criterion as a mapping',
      'refactor.extract: Make this check a story of its own',
      'refactor.move: Move this criterion to another story…',
      'refactor.extract: Split this story…',
    ]);
  });

  it('of several criteria take them into a new story together', () => {
    const { backlog, range } = ranged(STORIES.replace('works', 'wor$<ks').replace('I sync', 'I sy$>nc'));
    const split = refactoringsAt(backlog, range).find(({ title }) =>
      title.startsWith('Split these criteria'),
    );
    expect(split?.operation).toEqual({
      type: 'split',
      item: { id: 'FN-1' },
      second: { title: 'Works offline' },
      criteria: [0, 1],
    });
  });

  it('of a role that no persona has make one', () => {
    const story =
      'stories:\n  - id: FN-1\n    title: One\n    story: As a field bio$<$>logist, I want x, so that y.\n';
    const { backlog, range } = ranged(story);
    const [found] = refactoringsAt(backlog, range);
    expect(found?.title).toBe('Create the persona "field biologist"');
    expect(found?.operation).toEqual({
      type: 'add',
      list: 'personas',
      fields: { id: 'biologist', name: 'field biologist' },
    });
    const known = ranged(`personas:\n  - {id: b, name: Field biologist}\n${story}`);
    expect(refactoringsAt(known.backlog, known.range).map(({ title }) => title)).toEqual([
      'Split this story…',
    ]);
  });

  it('are none where there is no story', () => {
    const { backlog, range } = ranged(STORIES.replace('product', 'pro$<$>duct'));
    expect(refactoringsAt(backlog, range)).toEqual([]);
  });
});

describe('the name at the cursor', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['people:\n  - {id: a$0na}\n', 'person', 'ana'],
    ['people:\n  - {id: ana}\nstories:\n  - {title: x, assignee: "$0ana"}\n', 'person', 'ana'],
    ['personas:\n  - {id: b, name: field bio$0logist}\n', 'role', 'field biologist'],
    ['personas:\n  - {id: b$0io, name: x}\n', 'persona', 'bio'],
    [
      'stories:\n  - title: x\n    story: As a field bio$0logist, I want x, so that y.\n',
      'role',
      'field biologist',
    ],
    ['stories:\n  - {id: FN-1, title: x, labels: [a, sy$0nc]}\n', 'label', 'sync'],
    ['stories:\n  - {id: FN-1, title: x, status: rea$0dy}\n', 'status', 'ready'],
    ['workflow: {statuses: [idea, doi$0ng]}\n', 'status', 'doing'],
    ['workflow: {wip: {doi$0ng: 3}}\n', 'status', 'doing'],
    ['epics:\n  - {id: FN-9, title: e}\nstories:\n  - {title: x, depends_on: FN-$09}\n', 'epic', 'FN-9'],
    ['stories:\n  - {id: FN-1, title: x}\n  - {id: FN-2, title: x, depends_on: [FN-$01]}\n', 'story', 'FN-1'],
    ['sprints:\n  - id: s1\n    capacity: {an$0a: 3}\n', 'person', 'ana'],
    ['stories:\n  - {title: x, sprint: s$01}\n', 'sprint', 's1'],
  ];
  for (const [marked, what, name] of cases) {
    it(`${what} in ${marked.split('\n').find((line) => line.includes('$0')) ?? ''}`, () => {
      const { backlog, offset, text } = backlogAt(marked);
      const named = nameAt(backlog, offset);
      expect(named).toMatchObject({ what, name });
      expect(named && text.slice(named.span.start, named.span.end)).toBe(name);
    });
  }

  it.each([
    'stories:\n  - {title: so$0me words}\n',
    'stories:\n  - title: x\n    story: As a x, I wa$0nt y.\n',
    '$0',
  ])('is none in %j', (marked) => {
    const { backlog, offset } = backlogAt(marked);
    expect(nameAt(backlog, offset)).toBeUndefined();
  });
});

describe('what a picker asks', () => {
  it('names everything that can be renamed, but for stories', () => {
    const text = `people: [{id: ana, name: Ana Lima}]
personas: [{id: b, name: biologist}]
epics: [{id: FN-1, title: Offline}]
stories: [{id: FN-2, title: x, labels: [sync, web]}, {id: FN-3, title: y, labels: sync}]
workflow: {statuses: [idea, done], ready: {chore: [title]}}
`;
    const names = namesOf(Backlog.read(text)).map(({ what, name, title }) =>
      `${what} ${name} ${title}`.trim(),
    );
    expect(names).toEqual([
      'role biologist b',
      'person ana Ana Lima',
      'epic FN-1 Offline',
      'label sync',
      'label web',
      'status idea',
      'status done',
      'type chore',
      'severity blocker',
      'severity major',
      'severity minor',
    ]);
  });

  it('tells the words of an item, and how its sentence falls apart', () => {
    const backlog = Backlog.read(`stories:
  - id: FN-1
    title: Slots
    status: ready
    story: As a coach, I want to book a slot and invoice the client, so that I get paid.
    acceptance:
      - |
        Scenario: one
          Then it is
      - {check: booked}
`);
    backlog.finish();
    const [item] = backlog.items;
    expect(item && itemParts(backlog, item)).toEqual({
      title: 'Slots',
      story: 'As a coach, I want to book a slot and invoice the client, so that I get paid.',
      description: null,
      criteria: ['Scenario: one Then it is', '{check: booked}'],
      halves: {
        first: 'As a coach, I want to book a slot, so that I get paid.',
        second: {
          title: 'Invoice the client',
          story: 'As a coach, I want to invoice the client, so that I get paid.',
        },
      },
    });
  });
});
