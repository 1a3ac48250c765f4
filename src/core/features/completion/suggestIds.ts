/** Ids of other items, found by the id or by words of the title, the likely ones first; and the id of a new item. */
import type { Backlog } from '../../backlog/backlog.ts';
import { listsOf } from '../../backlog/ids.ts';
import type { Item } from '../../backlog/item.ts';
import { isListName, type ListName } from '../../backlog/lists.ts';
import { nextId } from '../../operations/newId.ts';
import type { RefKind } from '../../schema/shape.ts';
import { daysOf, fieldText, mapOf } from '../itemText.ts';
import { escapeMarkdown } from '../markdown.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Wanted } from './suggestion.ts';

/** In more lists than this, roles of people are not looked up. */
const FEW = 100;

/** Where an item stands between now and never: what goes on, what comes, what has no day, what is over. */
const PHASES = ['running', 'next', 'open', 'over'] as const;
type Phase = (typeof PHASES)[number];

export function suggestIds(backlog: Backlog, to: RefKind, wanted: Wanted): readonly Suggestion[] {
  const words = wanted.typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: Record<Phase, Item[]> = { running: [], next: [], open: [], over: [] };
  const first: Item[] = [];
  for (const list of listsOf(to)) {
    for (const item of backlog.list(list)) {
      if (item.id === undefined || item === wanted.within || wanted.entries.has(item.id)) continue;
      if (!matches(item, words)) continue;
      const phase = phaseOf(backlog, item, wanted.today);
      const near =
        phase !== 'over' && (words[0] === undefined ? isNear(item, wanted) : startsWith(item, words));
      const into = near ? first : found[phase];
      if (into.length < MOST_SUGGESTIONS) into.push(item);
    }
  }
  found.next.sort((a, b) => ((daysOf(backlog, a).start ?? '') < (daysOf(backlog, b).start ?? '') ? -1 : 1));
  return [...first, ...PHASES.flatMap((phase) => found[phase])]
    .slice(0, MOST_SUGGESTIONS)
    .map((item) => suggestionOf(backlog, item, wanted.today));
}

function matches({ id, title }: Item, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${id ?? ''} ${title ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function startsWith({ id }: Item, [word]: readonly string[]): boolean {
  return word !== undefined && id?.toLowerCase().startsWith(word) === true;
}

/** Stories of one epic depend on each other more than on others. */
function isNear(item: Item, { within }: Wanted): boolean {
  return within?.epic !== undefined && item.list === 'stories' && item.epic === within.epic;
}

function phaseOf(backlog: Backlog, item: Item, today: string): Phase {
  const { config } = backlog;
  const { status } = item;
  if (status !== undefined && (config.done.includes(status) || config.dropped.includes(status)))
    return 'over';
  const { start, end, over } = daysOf(backlog, item);
  if (over === true) return 'over';
  if (item.list !== 'sprints' || start === undefined) return 'open';
  if (start > today) return 'next';
  return end === undefined || end >= today ? 'running' : 'open';
}

function suggestionOf(backlog: Backlog, item: Item, today: string): Suggestion {
  const value = item.id ?? '';
  const title = item.title ?? '';
  const state = stateOf(backlog, item, today);
  const detail = [title, ...(state === undefined ? [] : [`(${state})`])].join(' ').trim();
  return {
    value,
    ...(detail === '' ? {} : { detail }),
    found: title,
    documentation: documentationOf(item, state),
  };
}

function stateOf(backlog: Backlog, item: Item, today: string): string | undefined {
  if (item.status !== undefined) return item.status;
  if (item.list === 'people' && backlog.list('people').length <= FEW) {
    const map = mapOf(backlog, item);
    return map && fieldText(map, 'role', item.slice.text);
  }
  const { start, end } = daysOf(backlog, item);
  const phase = phaseOf(backlog, item, today);
  if (phase === 'running') return end === undefined ? 'running' : `running until ${end}`;
  if (phase === 'next') return `starts on ${start ?? ''}`;
  if (phase === 'over') return 'over';
  return end === undefined ? undefined : item.list === 'sprints' ? `ended on ${end}` : end;
}

function documentationOf(item: Item, state: string | undefined): string {
  const { id = '', title = '', points, sprint, epic, assignees, labels } = item;
  const facts = [
    state,
    points === undefined ? undefined : points === 1 ? '1 point' : `${points} points`,
    sprint === undefined ? undefined : `sprint ${sprint}`,
    epic === undefined ? undefined : `epic ${epic}`,
    assignees.length === 0 ? undefined : assignees.join(', '),
    labels.length === 0 ? undefined : labels.join(', '),
  ].filter((fact) => fact !== undefined);
  const head = `**${escapeMarkdown(id)}** ${escapeMarkdown(title)}`.trim();
  return facts.length === 0 ? head : `${head}\n\n${escapeMarkdown(facts.join(' · '))}`;
}

/** What a new item may be called: the next number, or a few words of what it is. */
export function suggestNewId(backlog: Backlog, wanted: Wanted): readonly Suggestion[] {
  const [list] = wanted.path;
  if (typeof list !== 'string' || !isListName(list) || wanted.path.length !== 3) return [];
  const next = newIdIn(backlog, list);
  if (next !== undefined) return [{ value: next, detail: 'the next number' }];
  const slug = slugOf(wanted.source, list);
  return slug === undefined || backlog.byId(slug).some((item) => item.list === list)
    ? []
    : [{ value: slug, detail: 'from its words' }];
}

/** The id that follows in a list whose ids count up. */
export function newIdIn(backlog: Backlog, list: ListName): string | undefined {
  if (list === 'stories' || list === 'epics') return nextId(backlog);
  const ids = backlog.list(list).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const [, front, number] = /^(.*?)(\d{1,9})$/.exec(ids.at(-1) ?? '') ?? [];
  if (front === undefined || number === undefined) return undefined;
  const taken = new Set(ids);
  for (let count = Number(number) + 1; ; count++) {
    const id = front + String(count).padStart(number.length, '0');
    if (!taken.has(id)) return id;
  }
}

function slugOf(source: string, list: ListName): string | undefined {
  const said = /(?:^|[\s{,])(?:name|title|goal|text):[ \t]+["']?([^"'\n\r,}#]+)/.exec(source)?.[1];
  const words = said
    ?.normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .match(/[a-z0-9]+/g);
  return words?.slice(0, list === 'people' ? 1 : 3).join('-');
}
