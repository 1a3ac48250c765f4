/**
 * Lines above items that say how far they are: over epics and sprints the points done of all; over stories that
 * nobody has begun, where somebody wants it, whether they are ready or what they lack. Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { phaseOf, progressOf, progressWords } from '../../planning/progress.ts';
import { missingForReady } from '../../planning/readiness.ts';
import { fieldTitle } from './fieldTitle.ts';

export interface CodeLens {
  /** Where the item begins: its dash. */
  readonly at: number;
  /** Absent where it is worked out when the lens comes into view: ask `readinessAt`. */
  readonly title?: string;
  /** The stories that it is about, as the filter of the backlog view has it. */
  readonly filter?: string;
}

/** One over every epic and sprint that has stories. */
export function progressLenses(backlog: Backlog): readonly CodeLens[] {
  const { epics, sprints } = progressOf(backlog);
  const lens = (item: Item, key: 'epic' | 'sprint'): readonly CodeLens[] => {
    const progress = item.id === undefined ? undefined : (key === 'epic' ? epics : sprints).get(item.id);
    if (item.id === undefined || progress === undefined) return [];
    const filter = /^[\w.-]+$/.test(item.id) ? { filter: `${key}:${item.id}` } : {};
    return [{ at: placeOf(backlog, item), title: progressWords(progress), ...filter }];
  };
  return [
    ...backlog.list('epics').flatMap((epic) => lens(epic, 'epic')),
    ...backlog.list('sprints').flatMap((sprint) => lens(sprint, 'sprint')),
  ];
}

/** One over every story that is not begun; what they say is not worked out yet. */
export function readinessLenses(backlog: Backlog): readonly CodeLens[] {
  return backlog
    .list('stories')
    .filter((story) => phaseOf(story, backlog.config) === 'open')
    .map((story) => ({ at: placeOf(backlog, story) }));
}

/** What a story's lens says: `Ready`, or what it lacks and waits for. */
export function readinessAt(backlog: Backlog, offset: number): string | undefined {
  const item = backlog.itemAt(offset);
  return item?.list === 'stories' ? readinessOf(backlog, item) : undefined;
}

function readinessOf(backlog: Backlog, item: Item): string {
  const { config } = backlog;
  const missing = missingForReady(backlog, item).map((key) => fieldTitle(key, config).toLowerCase());
  const wrong = backlog
    .problemsOf(item)
    .filter(({ rule, severity }) => rule !== 'ready/missing' && ['error', 'warning'].includes(severity));
  const waits = item.dependsOn.filter((id) => {
    const target = backlog.target('item', id);
    return target !== undefined && ['open', 'active'].includes(phaseOf(target, config));
  });
  const lacks = [
    missing.length === 0 ? '' : `lacks ${missing.join(', ')}`,
    wrong.length === 0 ? '' : wrong.length === 1 ? '1 finding' : `${wrong.length} findings`,
    item.blocked ? 'blocked' : '',
    waits.length === 0 ? '' : `waits for ${waits.join(', ')}`,
  ].filter((words) => words !== '');
  const [first = 'ready', ...others] = lacks;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' · ');
}

/** The item's own line: comments above it stay above the lens as well. */
function placeOf(backlog: Backlog, { slice, nth, span }: Item): number {
  const inside = slice.kind === 'item' && nth === 0 ? slice.text.search(/^[ \t]*-/m) : -1;
  return backlog.startOf(slice) + (inside < 0 ? span.start : inside);
}
