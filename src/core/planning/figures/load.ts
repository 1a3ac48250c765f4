/** What is planned into a sprint: its points, by person and together. Who share a story share its points equally. */
import { tenths } from './capacity.ts';

export interface Loaded {
  readonly points?: number | undefined;
  readonly assignees?: readonly string[] | undefined;
}

export interface Load {
  readonly points: number;
  /** Of stories that somebody does, by the person's id. */
  readonly people: ReadonlyMap<string, number>;
  /** Of stories that nobody does yet. */
  readonly nobody: number;
  readonly stories: number;
  /** Stories without points, which the sums can't count. */
  readonly unestimated: number;
}

/** @param stories those that count: dropped ones are to be left out */
export function loadOf(stories: readonly Loaded[]): Load {
  const people = new Map<string, number>();
  let all = 0;
  let nobody = 0;
  let unestimated = 0;
  for (const { points, assignees = [] } of stories) {
    if (points === undefined) {
      unestimated++;
      continue;
    }
    all += points;
    if (assignees.length === 0) nobody += points;
    for (const id of assignees) people.set(id, (people.get(id) ?? 0) + points / assignees.length);
  }
  return {
    points: exact(all),
    people: new Map([...people].map(([id, points]) => [id, tenths(points)])),
    nobody: exact(nobody),
    stories: stories.length,
    unestimated,
  };
}

/** Without the dust of adding fractions. */
export function exact(points: number): number {
  return Math.round(points * 100) / 100;
}
