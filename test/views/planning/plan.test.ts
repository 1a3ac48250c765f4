import { describe, expect, it } from 'vitest';
import type { Draft, DraftChange } from '../../../src/protocol/panels/planning.ts';
import { changed, EMPTY_DRAFT } from '../../../src/views/planning/draft.ts';
import { proposeSprint } from '../../../src/views/planning/newSprint.ts';
import { backlogFor, planOf, type SprintPlan, sprintPlanOf } from '../../../src/views/planning/plan.ts';
import { lacksNow } from '../../../src/views/planning/readiness.ts';
import { chosenSprint, plannedSprints, sprintsAfter } from '../../../src/views/planning/sprints.ts';
import { facts, sprint, story, WORKFLOW } from './source.ts';
import { computing } from '../../support/computing.ts';

const ROWS = [
  story('FN-1', { sprint: 's2', estimate: '5', points: 5, assignees: ['ana', 'ben'] }),
  story('FN-2', { estimate: '3', points: 3, dependsOn: ['FN-4'] }),
  story('FN-3', { sprint: 's2', status: 'dropped', estimate: '8', points: 8 }),
  story('FN-4', {}),
  story('FN-5', { sprint: 's1', status: 'done', estimate: '5', points: 5 }),
  story('FN-6', { status: 'done' }),
  story('FN-7', { sprint: 's3', dependsOn: ['FN-1'] }),
];
const FACTS = facts([
  sprint('s1', {
    team: 'core',
    start: '2026-11-02',
    end: '2026-11-13',
    started: '2026-11-02',
    closed: '2026-11-13',
  }),
  sprint('s2', {
    team: 'core',
    start: '2026-11-16',
    end: '2026-11-27',
    capacity: { ana: 4, ben: 4 },
    away: { ben: 5 },
  }),
  sprint('s3', { start: '2026-11-30' }),
]);
const SOURCE = { rows: ROWS, workflow: WORKFLOW, facts: FACTS };
const drafted = (...changes: DraftChange[]): Draft =>
  changes.reduce((draft, change) => changed(draft, change, SOURCE), EMPTY_DRAFT);

function planned(draft: Draft, id = 's2'): SprintPlan {
  const plan = planOf({ ...SOURCE, draft });
  const one = plan.sprints.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no sprint ${id}`);
  return sprintPlanOf(plan, one, SOURCE, planOf({ ...SOURCE, draft: EMPTY_DRAFT }));
}

describe('what a draft comes to', () => {
  it('is a sprint with its stories, its room, who does how much, and how fast the team was', () => {
    const plan = planned(EMPTY_DRAFT);
    expect(plan.stories.map(({ key }) => key)).toEqual(['FN-1', 'FN-3']);
    expect(plan.load).toMatchObject({ points: 5, stories: 1 });
    expect(plan.room).toMatchObject({ agreed: 8, points: 6 });
    expect(plan.over).toBe(0);
    expect(plan.people).toEqual([
      { id: 'ana', name: 'Ana Lima', room: 4, agreed: 4, daysAway: 0, load: 2.5 },
      { id: 'ben', name: 'Ben Okafor', room: 2, agreed: 4, daysAway: 5, load: 2.5 },
    ]);
    expect(plan.velocity).toMatchObject({ mean: 5, of: 1 });
    expect(plan.velocity.sprints[0]?.source).toBe('stories');
  });

  it('follows what is moved, estimated, assigned and agreed in the draft', () => {
    const plan = planned(
      drafted(
        { kind: 'sprint', keys: ['FN-2', 'FN-4'], to: 's2' },
        { kind: 'estimate', keys: ['FN-4'], to: 'M' },
        { kind: 'assignee', keys: ['FN-1'], to: [] },
        { kind: 'away', id: 's2', to: {} },
      ),
    );
    expect(plan.stories.map(({ key }) => key)).toEqual(['FN-1', 'FN-2', 'FN-3', 'FN-4']);
    expect(plan.load).toMatchObject({ points: 13, nobody: 13 });
    expect(plan.room.points).toBe(8);
    expect(plan.over).toBe(5);
    expect(plan.sprint.drafted).toEqual(['away']);
  });

  it('leaves rows that it does not touch the same objects', () => {
    const plan = planOf({ ...SOURCE, draft: drafted({ kind: 'estimate', keys: ['FN-2'], to: null }) });
    expect(plan.rows.filter((row, index) => row !== ROWS[index])).toEqual([
      { ...story('FN-2', { dependsOn: ['FN-4'] }) },
    ]);
  });

  it('breaks dependencies in the sprint, and in others where the draft does it', () => {
    const plan = planned(drafted({ kind: 'sprint', keys: ['FN-2'], to: 's2' }));
    expect(plan.broken).toEqual([{ key: 'FN-2', sprint: 's2', needs: 'FN-4', why: 'unplanned' }]);
    expect(plan.brokenElsewhere).toEqual([]);
    const out = planned(drafted({ kind: 'sprint', keys: ['FN-1'], to: null }));
    expect(out.brokenElsewhere).toEqual([{ key: 'FN-7', sprint: 's3', needs: 'FN-1', why: 'unplanned' }]);
  });

  it('leaves the others to choose from, in rank order', () => {
    const plan = planOf({ ...SOURCE, draft: EMPTY_DRAFT });
    expect(backlogFor(plan, 's2', WORKFLOW).map(({ key }) => key)).toEqual(['FN-2', 'FN-4', 'FN-7']);
  });

  it('is worked out within a blink for 10,000 stories', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      story(`FN-${index}`, {
        ...(index % 3 === 0 ? { sprint: 's2' } : {}),
        points: 3,
        dependsOn: [`FN-${(index * 7) % 10_000}`],
      }),
    );
    const filed = { rows, facts: FACTS };
    const draft = changed(EMPTY_DRAFT, { kind: 'sprint', keys: ['FN-1', 'FN-2'], to: 's2' }, filed);
    planOf({ ...SOURCE, rows, draft });
    const ms = computing(() => {
      const plan = planOf({ ...SOURCE, rows, draft });
      for (const one of plan.sprints) sprintPlanOf(plan, one, SOURCE);
      backlogFor(plan, 's2', WORKFLOW);
    });
    // Some 10 ms; the limit is there for what grows with the square.
    expect(ms).toBeLessThan(1000);
  });
});

describe('a story in a draft', () => {
  const lacking = { key: 'FN-4', lacks: ['acceptance', 'estimate'] };
  const row = story('FN-4');

  it('lacks no longer what the draft gives it', () => {
    const [entry] = drafted({ kind: 'estimate', keys: ['FN-4'], to: '3' }).stories;
    expect(lacksNow(lacking, row, entry, FACTS)).toEqual(['acceptance']);
    expect(lacksNow(lacking, row, undefined, FACTS)).toEqual(['acceptance', 'estimate']);
  });

  it('lacks what the draft takes away', () => {
    const [entry] = drafted({ kind: 'estimate', keys: ['FN-2'], to: null }).stories;
    expect(lacksNow({ key: 'FN-2', lacks: [] }, story('FN-2'), entry, FACTS)).toEqual(['estimate']);
    const [moved] = drafted({ kind: 'sprint', keys: ['FN-2'], to: 's2' }).stories;
    expect(lacksNow({ key: 'FN-2', lacks: ['story'] }, story('FN-2'), moved, FACTS)).toEqual(['story']);
  });
});

describe('the sprint that is shown', () => {
  const sprints = plannedSprints(FACTS, EMPTY_DRAFT);

  it('is the one that was chosen, else the first that was not started, else the last', () => {
    expect(chosenSprint(sprints, 's1')?.id).toBe('s1');
    expect(chosenSprint(sprints, 'gone')?.id).toBe('s2');
    expect(chosenSprint(sprints, null)?.id).toBe('s2');
    const old = facts([sprint('a', { closed: '2026-01-01' }), sprint('b', { closed: '2026-02-01' })]);
    expect(chosenSprint(plannedSprints(old, EMPTY_DRAFT), null)?.id).toBe('b');
    expect(chosenSprint([], null)).toBeUndefined();
  });

  it('sends its unfinished stories to the next ones, never to a closed one', () => {
    expect(sprintsAfter(sprints, 's2').map(({ id }) => id)).toEqual(['s3']);
    expect(sprintsAfter(sprints, 's3').map(({ id }) => id)).toEqual(['s2']);
  });
});

describe('the next sprint', () => {
  const propose = (list: Parameters<typeof facts>[0], today: string): unknown => {
    const known = facts(list, { holidays: ['2026-12-01'] });
    return proposeSprint(plannedSprints(known, EMPTY_DRAFT), known, today);
  };

  it('goes on where the last one ends, as long and with as much room', () => {
    const last = sprint('s24', {
      team: 'core',
      start: '2026-11-16',
      end: '2026-11-27',
      capacity: { ana: 3 },
      away: { ana: 2 },
    });
    expect(propose([last], '2026-11-20')).toEqual({
      id: 's25',
      team: 'core',
      start: '2026-11-30',
      end: '2026-12-11',
      capacity: { ana: 3 },
    });
  });

  it('begins today where the last one is long over, and not on a holiday', () => {
    const last = sprint('2026-09', { start: '2026-01-05', end: '2026-01-09' });
    expect(propose([last], '2026-12-01')).toMatchObject({
      id: '2026-10',
      start: '2026-12-02',
      end: '2026-12-04',
    });
  });

  it('is two weeks where there was none, and has an id that is free', () => {
    expect(propose([], '2026-11-25')).toEqual({ id: 'sprint-1', start: '2026-11-25', end: '2026-12-04' });
    expect(propose([sprint('s2'), sprint('s1')], '2026-11-25')).toMatchObject({ id: 's3' });
  });
});
