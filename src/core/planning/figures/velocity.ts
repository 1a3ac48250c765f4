/**
 * How many points the last sprints finished, which is what the next one may be planned with ("yesterday's weather":
 * Kent Beck and Martin Fowler, "Planning Extreme Programming", 2000). The mean of three evens out one odd sprint and is
 * still about the team of today; the least and the most say how far to trust it (Mike Cohn, "Agile Estimating and
 * Planning", 2005, chapter 16).
 */
import { exact } from './load.ts';
import { tenths } from './capacity.ts';

/** How many sprints a forecast looks back. */
export const LOOK_BACK = 3;

export interface FinishedSprint {
  readonly id: string;
  readonly team?: string | undefined;
  readonly end?: string | undefined;
  readonly closed?: string | undefined;
  readonly result?:
    { readonly committed?: number | undefined; readonly done?: number | undefined } | undefined;
}

export interface SprintVelocity {
  readonly id: string;
  readonly done: number;
  readonly committed: number | undefined;
  /** `result`: written when it was closed. `stories`: counted now, of finished stories that still name the sprint. */
  readonly source: 'result' | 'stories';
}

export interface Velocity {
  /** The last ones, the newest last; more than the forecast looks at, for the picture. */
  readonly sprints: readonly SprintVelocity[];
  /** Of the last three or fewer; undefined where none is known. */
  readonly mean: number | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** Of how many sprints. */
  readonly of: number;
}

/**
 * @param team only its sprints are looked at, where it is given
 * @param doneBySprint points of the finished stories of each sprint, for those without a result
 * @param shown how many sprints are told
 */
export function velocityOf(
  sprints: readonly FinishedSprint[],
  team: string | undefined,
  doneBySprint: ReadonlyMap<string, number>,
  shown = 6,
): Velocity {
  const over = sprints
    .filter(({ closed, team: whose }) => closed !== undefined && (team === undefined || whose === team))
    .map((sprint, index) => ({ sprint, index }))
    .sort((a, b) => compare(dayOfEnd(a.sprint), dayOfEnd(b.sprint)) || a.index - b.index)
    .flatMap(({ sprint }) => velocityOfOne(sprint, doneBySprint));
  const counted = over.slice(-LOOK_BACK).map(({ done }) => done);
  const known = counted.length > 0;
  return {
    sprints: over.slice(-shown),
    mean: known ? tenths(counted.reduce((all, one) => all + one, 0) / counted.length) : undefined,
    least: known ? Math.min(...counted) : undefined,
    most: known ? Math.max(...counted) : undefined,
    of: counted.length,
  };
}

/** Nothing for a sprint of which neither a result nor a finished story is known: that is no sprint of 0 points. */
function velocityOfOne(
  { id, result }: FinishedSprint,
  doneBySprint: ReadonlyMap<string, number>,
): readonly SprintVelocity[] {
  const committed = result?.committed;
  if (result?.done !== undefined) return [{ id, done: result.done, committed, source: 'result' }];
  const done = doneBySprint.get(id);
  return done === undefined ? [] : [{ id, done: exact(done), committed, source: 'stories' }];
}

function dayOfEnd({ closed, end }: FinishedSprint): string {
  return closed ?? end ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
