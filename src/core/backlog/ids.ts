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
  private readonly bearers = new Map<string, Item[]>();
  private readonly formerBearers = new Map<string, Item[]>();
  private readonly namers = new Map<string, Set<Item>>();
  private readonly members = new Map<ListName, Set<Item>>();
  private readonly namersOf: Record<'person' | 'team', Set<Item>> = { person: new Set(), team: new Set() };

  /** Items with this id, in no particular order. */
  byId(id: string): readonly Item[] {
    return this.bearers.get(id) ?? NO_ITEMS;
  }

  /** Items that once bore this id (`was`). */
  byFormerId(id: string): readonly Item[] {
    return this.formerBearers.get(id) ?? NO_ITEMS;
  }

  /** Items that name this id anywhere. */
  namedBy(id: string): ReadonlySet<Item> | undefined {
    return this.namers.get(id);
  }

  /** Items that name any person, or any team. */
  naming(kind: 'person' | 'team'): ReadonlySet<Item> {
    return this.namersOf[kind];
  }

  /** A list's items, in no particular order. */
  of(list: ListName): Iterable<Item> {
    return this.members.get(list) ?? NO_ITEMS;
  }

  /** How many items a list has. */
  size(list: ListName): number {
    return this.members.get(list)?.size ?? 0;
  }

  add(item: Item): void {
    const members = this.members.get(item.list);
    if (members) members.add(item);
    else this.members.set(item.list, new Set([item]));
    if (item.id !== undefined) push(this.bearers, item.id, item);
    for (const id of item.was) push(this.formerBearers, id, item);
    for (const { id, to } of item.references) {
      const items = this.namers.get(id);
      if (items) items.add(item);
      else this.namers.set(id, new Set([item]));
      if (to === 'person' || to === 'team') this.namersOf[to].add(item);
    }
  }

  remove(item: Item): void {
    this.members.get(item.list)?.delete(item);
    if (item.id !== undefined) drop(this.bearers, item.id, item);
    for (const id of item.was) drop(this.formerBearers, id, item);
    for (const { id, to } of item.references) {
      const items = this.namers.get(id);
      items?.delete(item);
      if (items?.size === 0) this.namers.delete(id);
      if (to === 'person' || to === 'team') this.namersOf[to].delete(item);
    }
  }

  /** The item that an id of this kind means: a living id wins over a former one. */
  target(kind: RefKind, id: string): Item | undefined {
    const lists = LISTS_OF[kind];
    const living = this.byId(id).find((item) => lists.includes(item.list));
    return living ?? this.byFormerId(id).find((item) => lists.includes(item.list));
  }

  /** True where the file says nothing about such items at all, so that any name is as good as another. */
  isOpen(kind: RefKind): boolean {
    return (kind === 'person' || kind === 'team') && LISTS_OF[kind].every((list) => this.size(list) === 0);
  }
}

function push(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

function drop(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (!items) return;
  const at = items.indexOf(item);
  if (at >= 0) items.splice(at, 1);
  if (items.length === 0) map.delete(key);
}
