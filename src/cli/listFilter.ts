import type { Item } from '../core/backlog/item.ts';
import { LISTS } from '../core/backlog/lists.ts';
import type { ListName } from '../core/backlog/lists.ts';
import type { Arguments } from './arguments.ts';
import type { Options } from './options.ts';
import { didYouMean } from './didYouMean.ts';
import { KIND_HELP, kindOf, listOfKind } from './itemKinds.ts';
import type { ItemSource } from './listing.ts';
import { UsageError } from './usageError.ts';

/** `none` finds the items that have no such field. */
const NONE = 'none';

export const FILTER_OPTIONS: Options = {
  kind: { short: 'k', value: 'KIND', help: KIND_HELP },
  status: { short: 's', value: 'STATUS', help: 'in this status' },
  type: { short: 't', value: 'TYPE', help: 'of this type: story, bug, task, spike' },
  epic: { short: 'e', value: 'ID', help: 'of this epic' },
  sprint: { value: 'ID', help: 'in this sprint' },
  release: { value: 'ID', help: 'in this release, by itself or by its epic' },
  assignee: { short: 'a', value: 'ID', help: 'of this person' },
  label: { short: 'l', value: 'LABEL', help: 'with this label' },
  blocked: { help: 'that something blocks' },
  text: { value: 'WORDS', help: 'in which all these words occur' },
  limit: { short: 'n', value: 'N', help: 'only the first N' },
};

/** The lists that the filters look into, beside the one that is listed. */
const LOOKED_UP: Readonly<Record<string, readonly ListName[]>> = {
  epic: ['epics'],
  sprint: ['sprints'],
  release: ['releases', 'epics'],
  assignee: ['people'],
};

/** The lists that must be read for these filters. */
export function neededLists(args: Arguments): ReadonlySet<ListName> {
  const lookedUp = Object.entries(LOOKED_UP).flatMap(([option, lists]) => (args.has(option) ? lists : []));
  return new Set([...listsOf(args), ...lookedUp]);
}

type Test = (item: Item) => boolean;

/** The items that the filters leave, in rank order. Throws a `UsageError` for a value that nothing could have. */
export function filteredItems(source: ItemSource, args: Arguments): readonly Item[] {
  const lists = listsOf(args);
  const items =
    lists.length === 1 && lists[0] ? source.list(lists[0]) : lists.flatMap((list) => source.list(list));
  const tests = testsOf(source, args, items);
  const limit = limitOf(args);
  const left: Item[] = [];
  for (const item of items) {
    if (left.length >= limit) break;
    if (tests.every((test) => test(item))) left.push(item);
  }
  return left;
}

function listsOf(args: Arguments): readonly ListName[] {
  const wanted = new Set(args.values('kind').map(listOfKind));
  return wanted.size === 0 ? ['stories'] : LISTS.filter((list) => wanted.has(list));
}

function limitOf(args: Arguments): number {
  const typed = args.value('limit');
  if (typed === undefined) return Infinity;
  if (!/^\d+$/.test(typed)) throw new UsageError(`--limit needs a whole number, not "${typed}".`);
  return Number(typed);
}

function testsOf(source: ItemSource, args: Arguments, items: readonly Item[]): readonly Test[] {
  const tests: Test[] = [];
  const add = (
    option: string,
    valuesOf: (item: Item) => readonly (string | undefined)[],
    known: Set<string>,
  ) => {
    const wanted = args.values(option);
    if (wanted.length === 0) return;
    checkKnown(option, wanted, known, items, valuesOf);
    const set = new Set<string | undefined>(wanted);
    tests.push((item) => {
      const values = valuesOf(item).filter((value) => value !== undefined);
      return values.length === 0 ? set.has(NONE) : values.some((value) => set.has(value));
    });
  };
  const { config } = source;
  const epics = new Map(source.list('epics').map((epic) => [epic.id, epic]));
  add('status', (item) => [item.status], new Set(config.statuses));
  add('type', (item) => [item.type], new Set(config.types));
  add('epic', (item) => [item.epic], ids(source, 'epics'));
  add('sprint', (item) => [item.sprint], ids(source, 'sprints'));
  add('release', (item) => [releaseOf(item, epics)], ids(source, 'releases'));
  add('assignee', (item) => item.assignees, ids(source, 'people'));
  add('label', (item) => item.labels, new Set());
  if (args.has('blocked')) tests.push((item) => item.blocked);
  const words = (args.value('text') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    tests.push(({ slice, span }) => {
      const text = slice.text.slice(span.start, span.end).toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }
  return tests;
}

/** The item's own release wins over that of its epic. */
function releaseOf(item: Item, epics: ReadonlyMap<string | undefined, Item>): string | undefined {
  return item.release ?? (item.epic === undefined ? undefined : epics.get(item.epic)?.release);
}

function ids(source: ItemSource, list: ListName): Set<string> {
  return new Set(source.list(list).flatMap((item) => (item.id === undefined ? [] : [item.id])));
}

/** A value that is neither defined anywhere nor used by any item is a slip, not an empty answer. */
function checkKnown(
  option: string,
  wanted: readonly string[],
  defined: ReadonlySet<string>,
  items: readonly Item[],
  valuesOf: (item: Item) => readonly (string | undefined)[],
): void {
  for (const value of wanted) {
    if (value === NONE || defined.has(value)) continue;
    const used = new Set(items.flatMap((item) => valuesOf(item).filter((one) => one !== undefined)));
    if (used.has(value)) continue;
    const kind = items[0] === undefined ? 'item' : kindOf(items[0].list);
    throw new UsageError(
      `No ${kind} has the ${option} "${value}".${didYouMean(value, new Set([...defined, ...used]))}`,
    );
  }
}
