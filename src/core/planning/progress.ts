/**
 * How far epics and sprints are: the points and the number of their stories, and how many of them are done. Dropped
 * stories don't count. All are counted in one pass over the stories, once between two edits.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Config } from '../backlog/config.ts';
import type { Item } from '../backlog/item.ts';

export interface Progress {
  /** Points of all stories that have an estimate, and of those that are done. */
  readonly points: number;
  readonly donePoints: number;
  readonly stories: number;
  readonly doneStories: number;
  /** How many stories that are not done have no points. */
  readonly unestimated: number;
}

export const NO_PROGRESS: Progress = { points: 0, donePoints: 0, stories: 0, doneStories: 0, unestimated: 0 };

export type Phase = 'open' | 'active' | 'done' | 'dropped';

/** Where an item is in its life, by its status. */
export function phaseOf({ status }: Item, { active, done, dropped }: Config): Phase {
  if (status === undefined) return 'open';
  if (done.includes(status)) return 'done';
  if (dropped.includes(status)) return 'dropped';
  return active.includes(status) ? 'active' : 'open';
}

export interface BacklogProgress {
  /** By the id that stories name. */
  readonly epics: ReadonlyMap<string, Progress>;
  readonly sprints: ReadonlyMap<string, Progress>;
}

const counted = new WeakMap<Backlog, { readonly revision: number; readonly progress: BacklogProgress }>();

/** The progress of every epic and every sprint that a story names. */
export function progressOf(backlog: Backlog): BacklogProgress {
  const known = counted.get(backlog);
  if (known?.revision === backlog.revision) return known.progress;
  const progress = count(backlog);
  counted.set(backlog, { revision: backlog.revision, progress });
  return progress;
}

/** Of any stories. */
export function progressOfStories(stories: Iterable<Item>, config: Config): Progress {
  const tally = new Tally();
  for (const story of stories) tally.add(story, phaseOf(story, config));
  return tally.progress();
}

function count(backlog: Backlog): BacklogProgress {
  const { config } = backlog;
  const epics = new Map<string, Tally>();
  const sprints = new Map<string, Tally>();
  for (const story of backlog.list('stories')) {
    const { epic, sprint } = story;
    if (epic === undefined && sprint === undefined) continue;
    const phase = phaseOf(story, config);
    if (epic !== undefined) tallyOf(epics, epic).add(story, phase);
    if (sprint !== undefined) tallyOf(sprints, sprint).add(story, phase);
  }
  return { epics: finished(epics), sprints: finished(sprints) };
}

function tallyOf(tallies: Map<string, Tally>, id: string): Tally {
  let tally = tallies.get(id);
  if (tally === undefined) tallies.set(id, (tally = new Tally()));
  return tally;
}

function finished(tallies: ReadonlyMap<string, Tally>): ReadonlyMap<string, Progress> {
  return new Map([...tallies].map(([id, tally]) => [id, tally.progress()]));
}

/** Counts points in hundredths, so that sums stay exact. */
class Tally {
  private all = 0;
  private done = 0;
  private stories = 0;
  private doneStories = 0;
  private unestimated = 0;

  add({ points }: Item, phase: Phase): void {
    if (phase === 'dropped') return;
    const hundredths = points === undefined ? 0 : Math.round(points * 100);
    this.stories++;
    this.all += hundredths;
    if (phase === 'done') {
      this.doneStories++;
      this.done += hundredths;
    } else if (points === undefined) this.unestimated++;
  }

  progress(): Progress {
    const { stories, doneStories, unestimated } = this;
    return { points: this.all / 100, donePoints: this.done / 100, stories, doneStories, unestimated };
  }
}

/** `8 of 21 points, 3 of 7 stories done`; only stories where nothing is estimated. */
export function progressWords({ points, donePoints, stories, doneStories }: Progress): string {
  if (stories === 0) return 'no stories';
  const counts = `${doneStories} of ${stories} ${stories === 1 ? 'story' : 'stories'} done`;
  return points === 0 ? counts : `${donePoints} of ${points} ${points === 1 ? 'point' : 'points'}, ${counts}`;
}
