/**
 * Which values a person may mean at a place of the file: what the format names, what the team's workflow names, and
 * what the backlog holds. Knows nothing of how a value is written.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import { listsOf } from '../../backlog/ids.ts';
import type { Item } from '../../backlog/item.ts';
import { RULES } from '../../rules/registry.ts';
import type { RefKind, Shape, TeamChoice } from '../../schema/shape.ts';
import { itemFields } from '../../schema/shapes.ts';
import { daysOf } from '../itemText.ts';
import { ENTRY, type Step } from './placeFlow.ts';

export interface Suggestion {
  /** The value as it is meant, not yet quoted. */
  readonly value: string;
  /** Shown beside it: a title, what it counts as. */
  readonly detail?: string;
  /** Written as it is: numbers, dates, booleans. */
  readonly bare?: boolean;
}

/** Ids are offered by prefix and words, this many at once. */
export const MOST_IDS = 200;

/** What is asked for: the shape, the path that leads to it, and what is typed so far. */
export interface Wanted {
  readonly path: readonly Step[];
  readonly typed: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The item that is being written, which does not name itself. */
  readonly within: Item | undefined;
}

/** Values of one shape, the likely ones first. */
export function suggest(backlog: Backlog, shape: Shape, wanted: Wanted): readonly Suggestion[] {
  switch (shape.kind) {
    case 'choice':
      return shape.of.map((value) => ({ value }));
    case 'team':
      return teamValues(backlog, shape.of);
    case 'ref':
      return ids(backlog, shape.to, wanted);
    case 'boolean':
      return [
        { value: 'true', bare: true },
        { value: 'false', bare: true },
      ];
    case 'date':
      return [{ value: wanted.today, detail: 'today', bare: true }];
    case 'text':
      return namedTexts(backlog, wanted.path);
    default:
      return [];
  }
}

function teamValues(backlog: Backlog, of: TeamChoice): readonly Suggestion[] {
  const { config } = backlog;
  if (of === 'type') return config.types.map((value) => ({ value }));
  if (of === 'severity') return config.severities.map((value) => ({ value }));
  if (of === 'status') return config.statuses.map((value) => statusSuggestion(backlog, value));
  return config.estimates.map((value) => {
    const points = config.points.get(value);
    const sized = points !== undefined && String(points) !== value;
    return { value, bare: true, ...(sized ? { detail: `${points} points` } : {}) };
  });
}

function statusSuggestion({ config }: Backlog, value: string): Suggestion {
  if (config.done.includes(value)) return { value, detail: 'finished' };
  if (config.dropped.includes(value)) return { value, detail: 'decided against' };
  return config.active.includes(value) ? { value, detail: 'work in progress' } : { value };
}

function ids(backlog: Backlog, to: RefKind, wanted: Wanted): readonly Suggestion[] {
  const typed = wanted.typed.toLowerCase();
  const open: Suggestion[] = [];
  const over: Suggestion[] = [];
  for (const list of listsOf(to)) {
    for (const item of backlog.list(list)) {
      if (item.id === undefined || item === wanted.within || !matches(item, typed)) continue;
      const isOver = isFinished(backlog, item);
      const into = isOver ? over : open;
      if (into.length < MOST_IDS) into.push({ value: item.id, detail: detailOf(item, isOver) });
      if (open.length >= MOST_IDS) return open;
    }
  }
  return [...open, ...over].slice(0, MOST_IDS);
}

function matches(item: Item, typed: string): boolean {
  if (typed === '') return true;
  return (
    item.id?.toLowerCase().includes(typed) === true || item.title?.toLowerCase().includes(typed) === true
  );
}

function isFinished(backlog: Backlog, item: Item): boolean {
  const { config } = backlog;
  if (
    item.status !== undefined &&
    (config.done.includes(item.status) || config.dropped.includes(item.status))
  )
    return true;
  return daysOf(backlog, item).over === true;
}

function detailOf(item: Item, isOver: boolean): string {
  const status = item.status ?? (isOver ? 'over' : undefined);
  return [item.title ?? '', ...(status === undefined ? [] : [`(${status})`])].join(' ').trim();
}

/** Texts that have a meaning the schema does not spell out: labels in use, and the words of `workflow`. */
function namedTexts(backlog: Backlog, path: readonly Step[]): readonly Suggestion[] {
  const keys = path.filter((step) => step !== ENTRY);
  const last = keys.at(-1);
  if (last === 'labels') return labelsInUse(backlog);
  if (keys[0] === 'workflow' && keys[1] === 'ready' && keys.length === 3) {
    return [...itemFields('stories').values()].map(({ key, title }) => ({ value: key, detail: title }));
  }
  const ofStatuses = last === 'active' || last === 'done' || last === 'dropped';
  if (keys[0] === 'workflow' && keys.length === 2 && ofStatuses)
    return backlog.config.statuses.map((value) => ({ value }));
  return [];
}

/** Keys of a mapping whose keys the team chooses. */
export function suggestKeys(backlog: Backlog, shape: Shape, wanted: Wanted): readonly Suggestion[] {
  if (shape.kind !== 'record') return [];
  const [section, key] = wanted.path;
  if (section === 'writing' && key === 'rules')
    return RULES.map(({ id, title }) => ({ value: id, detail: title }));
  const named = suggest(backlog, shape.key, wanted);
  if (named.length > 0) return named;
  const last = wanted.path.at(-1);
  if (last === 'wip') return backlog.config.statuses.map((value) => ({ value }));
  return last === 'ready' ? backlog.config.types.map((value) => ({ value })) : [];
}

function labelsInUse(backlog: Backlog): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const list of listsOf('item'))
    for (const item of backlog.list(list))
      for (const label of item.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_IDS)
    .map(([value, count]) => ({ value, detail: count === 1 ? 'once' : `${count} times` }));
}
