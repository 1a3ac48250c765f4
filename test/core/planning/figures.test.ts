import { describe, expect, it } from 'vitest';
import { roomOf } from '../../../src/core/planning/figures/capacity.ts';
import { workdaysBetween } from '../../../src/core/planning/figures/days.ts';
import {
  brokenDependencies,
  inTime,
  type PlannedItem,
} from '../../../src/core/planning/figures/dependencies.ts';
import { loadOf } from '../../../src/core/planning/figures/load.ts';
import { velocityOf } from '../../../src/core/planning/figures/velocity.ts';

const NO_HOLIDAYS = new Set<string>();
/** Two weeks with ten weekdays. */
const TWO_WEEKS = { start: '2026-11-16', end: '2026-11-27' };

describe('working days', () => {
  it('are Mondays to Fridays, both ends counted', () => {
    expect(workdaysBetween('2026-11-16', '2026-11-27', NO_HOLIDAYS)).toEqual({ weekdays: 10, holidays: 0 });
    expect(workdaysBetween('2026-11-21', '2026-11-22', NO_HOLIDAYS)).toEqual({ weekdays: 0, holidays: 0 });
    expect(workdaysBetween('2026-02-27', '2026-03-02', NO_HOLIDAYS)).toEqual({ weekdays: 2, holidays: 0 });
  });

  it('leave out holidays, but not twice where one is on a weekend', () => {
    const holidays = new Set(['2026-12-25', '2026-12-26']);
    expect(workdaysBetween('2026-12-21', '2026-12-27', holidays)).toEqual({ weekdays: 5, holidays: 1 });
  });

  it('are none between what are no days, in the wrong order, or centuries apart', () => {
    expect(workdaysBetween('2026-02-30', '2026-03-02', NO_HOLIDAYS)).toBeUndefined();
    expect(workdaysBetween('2026-11-27', '2026-11-16', NO_HOLIDAYS)).toBeUndefined();
    expect(workdaysBetween('1000-01-01', '9999-12-31', NO_HOLIDAYS)).toBeUndefined();
  });
});

describe('what a sprint has room for', () => {
  it('is what each person agreed to, less the share of the days they are away', () => {
    const room = roomOf(
      { ...TWO_WEEKS, capacity: { ana: 8, ben: 6 }, away: { ana: 2, cem: 3 } },
      [],
      NO_HOLIDAYS,
    );
    expect(room.people).toEqual([
      { id: 'ana', agreed: 8, daysAway: 2, points: 6.4 },
      { id: 'ben', agreed: 6, daysAway: 0, points: 6 },
    ]);
    expect(room).toMatchObject({ agreed: 14, points: 12.4, weekdays: 10, daysAway: 2 });
  });

  it('is less by holidays for everybody', () => {
    const holidays = new Set(['2026-11-18', '2026-11-22']);
    const room = roomOf({ ...TWO_WEEKS, capacity: { ana: 10 }, away: { ana: 4 } }, [], holidays);
    expect(room).toMatchObject({ holidays: 1, points: 5 });
  });

  it('is less by the share of the whole team where one number is agreed', () => {
    const team = ['ana', 'ben', 'cem', 'dea'];
    expect(roomOf({ ...TWO_WEEKS, capacity: 20, away: { ana: 10 } }, team, NO_HOLIDAYS)).toMatchObject({
      agreed: 20,
      points: 15,
      daysAway: 10,
      people: [],
    });
    expect(roomOf({ ...TWO_WEEKS, capacity: 20, away: { ana: 10 } }, [], NO_HOLIDAYS).points).toBe(20);
  });

  it('is never less than nothing', () => {
    const room = roomOf({ ...TWO_WEEKS, capacity: { ana: 8 }, away: { ana: 40 } }, [], NO_HOLIDAYS);
    expect(room.points).toBe(0);
  });

  it('is what was agreed where the sprint has no days, and unknown where nothing was', () => {
    expect(roomOf({ capacity: { ana: 8 }, away: { ana: 2 } }, [], NO_HOLIDAYS)).toMatchObject({
      points: 8,
      weekdays: undefined,
    });
    expect(roomOf(TWO_WEEKS, ['ana'], NO_HOLIDAYS).points).toBeUndefined();
  });

  it('takes an id that objects have of themselves for an id', () => {
    const room = roomOf({ ...TWO_WEEKS, capacity: { constructor: 5 } }, [], NO_HOLIDAYS);
    expect(room.people).toEqual([{ id: 'constructor', agreed: 5, daysAway: 0, points: 5 }]);
  });
});

describe('what is planned', () => {
  it('is shared equally by those who share a story', () => {
    const load = loadOf([
      { points: 5, assignees: ['ana', 'ben'] },
      { points: 3, assignees: ['ana'] },
      { points: 0.1 },
      { points: 0.2 },
      {},
    ]);
    expect(load).toMatchObject({ points: 8.3, nobody: 0.3, stories: 5, unestimated: 1 });
    expect([...load.people]).toEqual([
      ['ana', 5.5],
      ['ben', 2.5],
    ]);
  });
});

describe('velocity', () => {
  const closed = (
    id: string,
    day: string,
    done?: number,
    team?: string,
  ): Parameters<typeof velocityOf>[0][0] => ({
    id,
    closed: day,
    ...(team === undefined ? {} : { team }),
    ...(done === undefined ? {} : { result: { committed: 20, done } }),
  });

  it('is the mean of the last three sprints that were closed, with the least and the most', () => {
    const sprints = [
      closed('s4', '2026-04-01', 15),
      closed('s1', '2026-01-01', 100),
      closed('s3', '2026-03-01', 20),
      closed('s2', '2026-02-01', 22),
      { id: 's5', start: '2026-05-01' },
    ];
    const velocity = velocityOf(sprints, undefined, new Map());
    expect(velocity.sprints.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
    expect(velocity).toMatchObject({ mean: 19, least: 15, most: 22, of: 3 });
  });

  it('is counted from finished stories where a result is missing, and says so', () => {
    const sprints = [closed('s1', '2026-01-01'), closed('s2', '2026-02-01'), closed('s3', '2026-03-01', 10)];
    const velocity = velocityOf(sprints, undefined, new Map([['s1', 8]]));
    expect(velocity.sprints).toEqual([
      { id: 's1', done: 8, committed: undefined, source: 'stories' },
      { id: 's3', done: 10, committed: 20, source: 'result' },
    ]);
    expect(velocity).toMatchObject({ mean: 9, of: 2 });
  });

  it('is that of the same team, and unknown where no sprint is over', () => {
    const sprints = [closed('s1', '2026-01-01', 10, 'core'), closed('s2', '2026-02-01', 30, 'market')];
    expect(velocityOf(sprints, 'core', new Map()).mean).toBe(10);
    expect(velocityOf([{ id: 's1' }], undefined, new Map())).toMatchObject({ mean: undefined, of: 0 });
  });
});

describe('dependencies that a sprint breaks', () => {
  interface Story extends PlannedItem {
    readonly phase?: 'open' | 'done' | 'dropped';
  }
  const story = (id: string, more: Partial<Story> = {}): Story => ({ key: id, id, list: 'stories', ...more });
  const sprints = [
    { id: 's3', start: '2026-03-01' },
    { id: 's0', start: '2026-01-01', closed: '2026-01-10' },
    { id: 's1', start: '2026-02-01' },
    { id: 's2' },
  ];
  const broken = (...items: Story[]): unknown =>
    brokenDependencies(items, sprints, ({ phase = 'open' }) => phase);

  it('come in the order of days, those without behind the one before them in the file', () => {
    expect(inTime(sprints).map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3']);
  });

  it('are those on what is in no sprint, in a later one, left over or dropped', () => {
    const waits = story('FN-9', { sprint: 's1', dependsOn: ['FN-1', 'FN-2', 'FN-3', 'FN-4'] });
    expect(
      broken(
        waits,
        story('FN-1'),
        story('FN-2', { sprint: 's3' }),
        story('FN-3', { sprint: 's0' }),
        story('FN-4', { sprint: 's1', phase: 'dropped' }),
      ),
    ).toEqual([
      { key: 'FN-9', sprint: 's1', needs: 'FN-1', why: 'unplanned' },
      { key: 'FN-9', sprint: 's1', needs: 'FN-2', why: 'later', in: 's3' },
      { key: 'FN-9', sprint: 's1', needs: 'FN-3', why: 'left', in: 's0' },
      { key: 'FN-9', sprint: 's1', needs: 'FN-4', why: 'dropped' },
    ]);
  });

  it('are none where it is done, in the same sprint, in an earlier one, or unknown', () => {
    const waits = story('FN-9', { sprint: 's2', dependsOn: ['FN-1', 'FN-2', 'FN-3', 'API-4', 'FN-9'] });
    expect(
      broken(
        waits,
        story('FN-1', { phase: 'done' }),
        story('FN-2', { sprint: 's2' }),
        story('FN-3', { sprint: 's1' }),
      ),
    ).toEqual([]);
  });

  it('are not asked of stories that are done, in no sprint, or in one that is closed', () => {
    expect(
      broken(
        story('FN-1'),
        story('FN-7', { sprint: 's1', dependsOn: ['FN-1'], phase: 'done' }),
        story('FN-8', { dependsOn: ['FN-1'] }),
        story('FN-9', { sprint: 's0', dependsOn: ['FN-1'] }),
      ),
    ).toEqual([]);
  });

  it('count the stories of an epic that are in the way', () => {
    const waits = story('FN-9', { sprint: 's1', dependsOn: ['FN-50'], epic: 'FN-50' });
    const epic = story('FN-50', { list: 'epics' });
    const inEpic = (id: string, more: Partial<Story>): Story => story(id, { epic: 'FN-50', ...more });
    expect(
      broken(
        waits,
        epic,
        inEpic('FN-1', { phase: 'done' }),
        inEpic('FN-2', {}),
        inEpic('FN-3', { sprint: 's3' }),
      ),
    ).toEqual([{ key: 'FN-9', sprint: 's1', needs: 'FN-50', why: 'unplanned', stories: 2 }]);
    expect(broken(waits, { ...epic, phase: 'done' }, inEpic('FN-2', {}))).toEqual([]);
    expect(broken(waits, epic)).toEqual([]);
  });
});
