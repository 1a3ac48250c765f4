/**
 * What a tooltip says of an item beyond its own line: how far an epic is, what a sprint has room for, what a person
 * is at, what a score comes to. Markdown in which texts of the file are escaped.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { ListName } from '../../backlog/lists.ts';
import { capacityOf } from '../../planning/capacity.ts';
import { phaseOf, progressOf, progressOfStories, progressWords } from '../../planning/progress.ts';
import { itemFields } from '../../schema/shapes.ts';
import type { MapNode } from '../../yaml/node.ts';
import { textsOf, valueOf } from '../itemText.ts';
import { escapeMarkdown, shortened } from '../markdown.ts';
import { scoreWords } from './scoreAt.ts';

const MOST_STORIES = 8;

/** Blocks of Markdown; empty where there is nothing to add. */
export function aboutItem(backlog: Backlog, item: Item, map: MapNode | undefined): readonly string[] {
  const blocks = [
    map === undefined ? '' : fields(item.list, map, item.slice.text),
    ...work(backlog, item, map),
  ];
  return blocks.filter((block) => block !== '');
}

function work(backlog: Backlog, item: Item, map: MapNode | undefined): readonly string[] {
  const { list, id } = item;
  switch (list) {
    case 'stories':
      return map === undefined ? [] : [score(map, item)];
    case 'epics':
      return [
        ...(map === undefined ? [] : [score(map, item)]),
        ...stories(backlog, (story) => id !== undefined && story.epic === id),
      ];
    case 'sprints':
      return [
        map === undefined ? '' : load(backlog, item, map),
        ...stories(backlog, (story) => id !== undefined && story.sprint === id),
      ];
    case 'releases':
      return stories(backlog, (story) => id !== undefined && releaseOf(backlog, story) === id);
    case 'people':
      return id === undefined ? [] : [openWork(backlog, id)];
    default:
      return [];
  }
}

/** Fields that say what an item is, for lists whose items have no status. */
const TOLD: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  people: ['role'],
  teams: ['people'],
  personas: ['about'],
  objectives: ['by'],
  metrics: ['unit', 'target'],
  insights: ['source', 'date', 'who', 'weight', 'count'],
  decisions: ['date', 'by', 'because', 'about', 'revisit'],
};

function fields(list: ListName, map: MapNode, text: string): string {
  const told = (TOLD[list] ?? []).flatMap((key) => {
    const words = textsOf(valueOf(map, key, text), text).join(', ');
    const title = itemFields(list).get(key)?.title ?? key;
    return words.trim() === '' ? [] : [`${escapeMarkdown(title)}: ${escapeMarkdown(shortened(words, 300))}`];
  });
  return told.join(' · ');
}

function score(map: MapNode, { slice: { text } }: Item): string {
  const value = valueOf(map, 'score', text);
  return value?.kind === 'map' ? (scoreWords(value, text) ?? '') : '';
}

/** How far they are together, and those that are not finished yet. */
function stories(backlog: Backlog, belongs: (story: Item) => boolean): readonly string[] {
  const { config } = backlog;
  const own = backlog.list('stories').filter(belongs);
  if (own.length === 0) return ['No stories yet'];
  const progress = progressOfStories(own, config);
  const unestimated = progress.unestimated === 0 ? '' : `, ${progress.unestimated} not estimated`;
  const open = own.filter((story) => ['open', 'active'].includes(phaseOf(story, config)));
  return [`${progressWords(progress)}${unestimated}`, listOf(open)];
}

function listOf(items: readonly Item[]): string {
  const lines = items.slice(0, MOST_STORIES).map(({ id, title, status }) => {
    const name = [id, shortened(title ?? 'untitled', 80)].filter((word) => word !== undefined).join(' ');
    return `- ${escapeMarkdown(name)}${status === undefined ? '' : ` · ${escapeMarkdown(status)}`}`;
  });
  const more = items.length - MOST_STORIES;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/** A story ships with its own release, else with its epic's. */
function releaseOf(backlog: Backlog, story: Item): string | undefined {
  if (story.release !== undefined || story.epic === undefined) return story.release;
  return backlog.target('epic', story.epic)?.release;
}

/** What a sprint has room for, and what is planned into it. */
function load(backlog: Backlog, { id, slice: { text } }: Item, map: MapNode): string {
  const value = valueOf(map, 'capacity', text);
  const capacity = value && capacityOf(value, text);
  if (capacity === undefined) return '';
  const planned = (id === undefined ? undefined : progressOf(backlog).sprints.get(id)?.points) ?? 0;
  const room = Math.round((capacity - planned) * 100) / 100;
  const verdict = room < 0 ? `${-room} too many` : room === 0 ? 'full' : `room for ${room}`;
  return `Capacity ${capacity} points · ${planned} planned · ${verdict}`;
}

function openWork(backlog: Backlog, id: string): string {
  const { config } = backlog;
  const open = [...backlog.list('stories'), ...backlog.list('epics')].filter(
    (item) => item.assignees.includes(id) && ['open', 'active'].includes(phaseOf(item, config)),
  );
  if (open.length === 0) return 'Nothing open';
  const active = open.filter((item) => phaseOf(item, config) === 'active');
  const { points } = progressOfStories(open, config);
  const counts = `${open.length} open, ${active.length} under way${points === 0 ? '' : `, ${points} points`}`;
  return active.length === 0 ? counts : `${counts}\n\n${listOf(active)}`;
}
