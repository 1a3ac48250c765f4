/** Which item bears which id, and who names it. Kept up to date item by item; never looks at the whole file. */
import type { RefKind } from '../schema/shape.ts';
import type { Item } from './item.ts';
import type { ListName } from './lists.ts';

/** In which lists an id of this kind is looked for. */
const LISTS_OF: Readonly<Record<RefKind, readonly ListName[]>> = {
  item: ['stories', 'epics'],
  epic: ['epics'],
  sprint: ['sprints'],
  release: ['releases'],
  objective: ['objectives'],
  metric: ['metrics'],
  insight: ['insights'],
  person: ['people'],
  team: ['teams'],
};

export function listsOf(kind: RefKind): readonly ListName[] {
  return LISTS_OF[kind];
}

/** Ids are unique within a domain: stories and epics share one, every other list has its own. */
export function domainOf(list: ListName): string {
  return list === 'epics' ? 'stories' : list;
}

const NO_ITEMS: readonly Item[] = [];

export class Ids {
  /** Most ids have one bearer, which then stands without a list around it. */
  private readonly bearers = new Map<string, Item | Item[]>();
  private readonly formerBearers = new Map<string, Item | Item[]>();
  /** Made when it is first asked for: most edits never need it, and it is a tenth of the time to open a file. */
  private namers: Map<string, Set<Item>> | undefined;
  private readonly sizes = new Map<ListName, number>();
  private readonly members = new Map<ListName, Set<Item>>();

  /** `everyItem` gives the items that were added and not removed. */
  constructor(private readonly everyItem: () => Iterable<Item>) {}

  /** Items with this id, in no particular order. */
  byId(id: string): readonly Item[] {
    return allOf(this.bearers.get(id));
  }

  /** Items that once bore this id (`was`). */
  byFormerId(id: string): readonly Item[] {
    return allOf(this.formerBearers.get(id));
  }

  /** Items that name this id anywhere. */
  namedBy(id: string): ReadonlySet<Item> | undefined {
    if (!this.namers) {
      this.namers = new Map();
      for (const item of this.everyItem()) addNames(this.namers, item);
    }
    return this.namers.get(id);
  }

  /** How many items a list has. */
  size(list: ListName): number {
    return this.sizes.get(list) ?? 0;
  }

  /** The items of a list other than `stories`, in no particular order. */
  of(list: Exclude<ListName, 'stories'>): Iterable<Item> {
    return this.members.get(list) ?? NO_ITEMS;
  }

  add(item: Item): void {
    const { list } = item;
    this.sizes.set(list, this.size(list) + 1);
    if (list !== 'stories') {
      const members = this.members.get(list);
      if (members) members.add(item);
      else this.members.set(list, new Set([item]));
    }
    if (item.id !== undefined) push(this.bearers, item.id, item);
    for (const id of item.was) push(this.formerBearers, id, item);
    if (this.namers) addNames(this.namers, item);
  }

  remove(item: Item): void {
    this.sizes.set(item.list, this.size(item.list) - 1);
    this.members.get(item.list)?.delete(item);
    if (item.id !== undefined) drop(this.bearers, item.id, item);
    for (const id of item.was) drop(this.formerBearers, id, item);
    if (this.namers) removeNames(this.namers, item);
  }

  /** The item that an id of this kind means: a living id wins over a former one. */
  target(kind: RefKind, id: string): Item | undefined {
    return (
      inLists(this.bearers.get(id), LISTS_OF[kind]) ?? inLists(this.formerBearers.get(id), LISTS_OF[kind])
    );
  }

  /** All items that an id of this kind may mean: more than one where the file has it twice. In no particular order. */
  targets(kind: RefKind, id: string): readonly Item[] {
    const fitting = (items: readonly Item[]): readonly Item[] =>
      items.filter(({ list }) => LISTS_OF[kind].includes(list));
    const living = fitting(this.byId(id));
    return living.length > 0 ? living : fitting(this.byFormerId(id));
  }

  /** True where the file says nothing about such items at all, so that any name is as good as another. */
  isOpen(kind: RefKind): boolean {
    return (kind === 'person' || kind === 'team') && LISTS_OF[kind].every((list) => this.size(list) === 0);
  }
}

function addNames(namers: Map<string, Set<Item>>, item: Item): void {
  for (const { id } of item.references) {
    const items = namers.get(id);
    if (items) items.add(item);
    else namers.set(id, new Set([item]));
  }
}

function removeNames(namers: Map<string, Set<Item>>, item: Item): void {
  for (const { id } of item.references) {
    const items = namers.get(id);
    items?.delete(item);
    if (items?.size === 0) namers.delete(id);
  }
}

function allOf(found: Item | Item[] | undefined): readonly Item[] {
  if (found === undefined) return NO_ITEMS;
  return Array.isArray(found) ? found : [found];
}

function inLists(found: Item | Item[] | undefined, lists: readonly ListName[]): Item | undefined {
  if (found === undefined) return undefined;
  if (Array.isArray(found)) return found.find((item) => lists.includes(item.list));
  return lists.includes(found.list) ? found : undefined;
}

function push(map: Map<string, Item | Item[]>, key: string, item: Item): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, item);
  else if (Array.isArray(found)) found.push(item);
  else map.set(key, [found, item]);
}

function drop(map: Map<string, Item | Item[]>, key: string, item: Item): void {
  const found = map.get(key);
  if (found === item) map.delete(key);
  if (!Array.isArray(found)) return;
  const rest = found.filter((other) => other !== item);
  const [only] = rest;
  if (rest.length === 1 && only) map.set(key, only);
  else map.set(key, rest);
}
