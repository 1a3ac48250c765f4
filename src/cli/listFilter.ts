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

type Test = (item: Item) => boolean;

/** The items that the filters leave, in rank order. Throws a `UsageError` for a value that nothing could have. */
export function* filteredItems(source: ItemSource, args: Arguments): Iterable<Item> {
  const lists = listsOf(args);
  const tests = testsOf(source, args, lists);
  const limit = limitOf(args);
  let count = 0;
  for (const list of lists) {
    for (const item of source.items(list)) {
      if (count >= limit) return;
      if (!tests.every((test) => test(item))) continue;
      count += 1;
      yield item;
    }
  }
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

function testsOf(source: ItemSource, args: Arguments, lists: readonly ListName[]): readonly Test[] {
  const tests: Test[] = [];
  const add = (option: string, valuesOf: ValuesOf, defined: () => Iterable<string>): void => {
    const wanted = args.values(option);
    if (wanted.length === 0) return;
    const used = (): Iterable<string> => valuesIn(source, lists, valuesOf);
    checkKnown(option, wanted, defined(), used, lists);
    const set = new Set<string>(wanted);
    tests.push((item) => {
      const values = valuesOf(item).filter((value) => value !== undefined);
      return values.length === 0 ? set.has(NONE) : values.some((value) => set.has(value));
    });
  };
  const { config } = source;
  add(
    'status',
    (item) => [item.status],
    () => config.statuses,
  );
  add(
    'type',
    (item) => [item.type],
    () => config.types,
  );
  add(
    'epic',
    (item) => [item.epic],
    () => ids(source, 'epics'),
  );
  add(
    'sprint',
    (item) => [item.sprint],
    () => ids(source, 'sprints'),
  );
  add(
    'assignee',
    (item) => item.assignees,
    () => ids(source, 'people'),
  );
  add(
    'label',
    (item) => item.labels,
    () => [],
  );
  if (args.has('release')) {
    const epics = new Map([...source.items('epics')].map((epic) => [epic.id, epic.release]));
    add(
      'release',
      (item) => [releaseOf(item, epics)],
      () => ids(source, 'releases'),
    );
  }
  if (args.has('blocked')) tests.push((item) => item.blocked);
  const words = (args.value('text') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) tests.push((item) => words.every((word) => textOf(item).includes(word)));
  return tests;
}

type ValuesOf = (item: Item) => readonly (string | undefined)[];

function textOf({ slice, span }: Item): string {
  return slice.text.slice(span.start, span.end).toLowerCase();
}

/** The item's own release wins over that of its epic. */
function releaseOf(
  item: Item,
  epics: ReadonlyMap<string | undefined, string | undefined>,
): string | undefined {
  return item.release ?? (item.epic === undefined ? undefined : epics.get(item.epic));
}

function* ids(source: ItemSource, list: ListName): Iterable<string> {
  for (const { id } of source.items(list)) if (id !== undefined) yield id;
}

function* valuesIn(source: ItemSource, lists: readonly ListName[], valuesOf: ValuesOf): Iterable<string> {
  for (const list of lists) {
    for (const item of source.items(list)) {
      for (const value of valuesOf(item)) if (value !== undefined) yield value;
    }
  }
}

/** A value that is neither defined anywhere nor used by any item is a slip, not an empty answer. */
function checkKnown(
  option: string,
  wanted: readonly string[],
  defined: Iterable<string>,
  used: () => Iterable<string>,
  lists: readonly ListName[],
): void {
  const known = new Set(defined).add(NONE);
  if (wanted.every((value) => known.has(value))) return;
  for (const value of used()) known.add(value);
  const unknown = wanted.find((value) => !known.has(value));
  if (unknown === undefined) return;
  const kind = lists.length === 1 && lists[0] !== undefined ? kindOf(lists[0]) : 'item';
  throw new UsageError(`No ${kind} has the ${option} "${unknown}".${didYouMean(unknown, known)}`);
}
