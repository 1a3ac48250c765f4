/**
 * What a sprint has room for once days off are taken out. A team agrees on points for a sprint in which everybody is
 * there; of these remains the share of the days that people are there:
 *
 *     room = points × (weekdays − holidays − days away) ÷ weekdays
 *
 * for each person where the points are agreed by person, else for all people of the team together. This is capacity
 * planning by availability as Mike Cohn describes it ("Agile Estimating and Planning", 2005, chapter 14), in points as
 * the file has them. Weekdays are Mondays to Fridays.
 */
import { workdaysBetween } from './days.ts';

/** Points of the whole team, or of each person by id. */
export type AgreedCapacity = number | Readonly<Record<string, number>>;

export interface SprintTime {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly capacity?: AgreedCapacity | undefined;
  /** Days away by person. */
  readonly away?: Readonly<Record<string, number>> | undefined;
}

export interface Room {
  /** As the team agreed it, all people together; undefined where it agreed on nothing. */
  readonly agreed: number | undefined;
  /** What remains; the same as agreed where the sprint has no days. */
  readonly points: number | undefined;
  /** By person, where it is agreed so, in that order. */
  readonly people: readonly PersonRoom[];
  /** Undefined where the sprint has no days, so that days away can't be weighed. */
  readonly weekdays: number | undefined;
  readonly holidays: number;
  /** Days away of everybody who counts. */
  readonly daysAway: number;
}

export interface PersonRoom {
  readonly id: string;
  readonly agreed: number;
  readonly daysAway: number;
  readonly points: number;
}

/** @param team ids of the people whose sprint it is; for a capacity of one number */
export function roomOf(sprint: SprintTime, team: readonly string[], holidays: ReadonlySet<string>): Room {
  const { start = '', end = '', capacity, away = {} } = sprint;
  const days = workdaysBetween(start, end, holidays);
  const weekdays = days === undefined || days.weekdays === 0 ? undefined : days.weekdays;
  const off = days?.holidays ?? 0;
  const share = (daysAway: number): number =>
    weekdays === undefined ? 1 : Math.max(0, weekdays - off - daysAway) / weekdays;
  const awayOf = (id: string): number => (Object.hasOwn(away, id) ? (away[id] ?? 0) : 0);
  const time = { weekdays, holidays: off };
  if (typeof capacity === 'object') {
    const people = Object.entries(capacity).map(([id, agreed]) => {
      const daysAway = awayOf(id);
      return { id, agreed, daysAway, points: tenths(agreed * share(daysAway)) };
    });
    return {
      ...time,
      agreed: tenths(sum(people.map(({ agreed }) => agreed))),
      points: tenths(sum(people.map(({ points }) => points))),
      people,
      daysAway: sum(people.map(({ daysAway }) => daysAway)),
    };
  }
  const present = team.length === 0 ? [share(0)] : team.map((id) => share(awayOf(id)));
  return {
    ...time,
    agreed: capacity,
    points: capacity === undefined ? undefined : tenths((capacity * sum(present)) / present.length),
    people: [],
    daysAway: sum(team.map(awayOf)),
  };
}

/** To a tenth of a point, which is finer than anybody estimates. */
export function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
