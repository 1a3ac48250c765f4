/**
 * What came of a sprint, in points, by the estimates of the day on which it is closed. Of what was committed and what
 * was added, a part is done; the rest is carried over, goes back to the backlog, or was taken out on the way.
 */
import { exact } from './load.ts';

export interface ClosingStory {
  readonly id?: string | undefined;
  readonly points?: number | undefined;
  readonly phase: 'open' | 'done' | 'dropped';
  /** Unfinished, and goes on to another sprint. */
  readonly goesOn: boolean;
}

/** What a sprint was started with: the ids, and the points that those stories have now. */
export interface Commitment {
  readonly ids: ReadonlySet<string>;
  readonly points: number;
}

export interface SprintResult {
  /** Absent, as `added` is, where nothing was committed to: the sprint was never started. */
  readonly committed?: number;
  readonly added?: number;
  readonly done: number;
  readonly carried: number;
}

/** @param stories that are in the sprint on its last day; what nobody estimated counts nothing */
export function resultOf(stories: readonly ClosingStory[], commitment: Commitment | undefined): SprintResult {
  const done = pointsOf(stories.filter(({ phase }) => phase === 'done'));
  const carried = pointsOf(stories.filter(({ phase, goesOn }) => phase === 'open' && goesOn));
  if (commitment === undefined) return { done, carried };
  const { ids, points } = commitment;
  const later = stories.filter(({ id, phase }) => phase !== 'dropped' && (id === undefined || !ids.has(id)));
  return { committed: exact(points), added: pointsOf(later), done, carried };
}

export function pointsOf(stories: readonly { readonly points?: number | undefined }[]): number {
  return exact(stories.reduce((sum, { points = 0 }) => sum + points, 0));
}
