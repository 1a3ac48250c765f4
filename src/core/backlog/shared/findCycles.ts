/** Dependency cycles: strongly connected groups of `depends_on`, each with one of its paths. */
import type { Ids } from '../ids.ts';
import type { Item } from '../item.ts';

/**
 * For each item that depends on itself by way of others, the ids on one shortest way round, the item first and last.
 * Those that depend on others are given in the order of the file.
 * Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972), without recursion.
 */
export function findCycles(items: readonly Item[], ids: Ids): ReadonlyMap<Item, readonly string[]> {
  const known = new Map<Item, readonly Item[]>();
  let places: ReadonlyMap<Item, number> | undefined;
  // Where an id is there twice, the way round is the same one, whichever of the two was written last.
  const inOrder = (found: readonly Item[]): readonly Item[] => {
    if (found.length < 2) return found;
    const at = (places ??= new Map(items.map((item, place) => [item, place])));
    return [...found].sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
  };
  const next = (item: Item): readonly Item[] => {
    let targets = known.get(item);
    if (!targets) {
      targets = item.dependsOn.flatMap((id) =>
        inOrder(ids.targets('item', id).filter((target) => target.dependsOn.length > 0)),
      );
      known.set(item, targets);
    }
    return targets;
  };
  const cycles = new Map<Item, readonly string[]>();
  for (const group of components(items, next)) {
    const members = new Set(group);
    for (const item of group.slice(0, MAX_PATHS)) {
      const path = wayRound(item, members, next);
      if (path) cycles.set(item, path);
    }
  }
  return cycles;
}

/** Of a larger group only so many items are reported: each takes a search through the whole group. */
const MAX_PATHS = 100;

interface Frame {
  readonly item: Item;
  readonly targets: readonly Item[];
  at: number;
}

function* components(items: Iterable<Item>, next: (item: Item) => readonly Item[]): Iterable<Item[]> {
  const order = new Map<Item, number>();
  const low = new Map<Item, number>();
  const stack: Item[] = [];
  const onStack = new Set<Item>();
  const enter = (item: Item): Frame => {
    order.set(item, order.size);
    low.set(item, order.size - 1);
    stack.push(item);
    onStack.add(item);
    return { item, targets: next(item), at: 0 };
  };
  const lower = (item: Item, to: number): void => {
    low.set(item, Math.min(low.get(item) ?? 0, to));
  };
  for (const root of items) {
    if (order.has(root)) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const target = frame.targets[frame.at++];
      if (target) {
        if (!order.has(target)) frames.push(enter(target));
        else if (onStack.has(target)) lower(frame.item, order.get(target) ?? 0);
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent) lower(parent.item, low.get(frame.item) ?? 0);
      if (low.get(frame.item) === order.get(frame.item)) {
        const group = stack.splice(stack.lastIndexOf(frame.item));
        for (const item of group) onStack.delete(item);
        yield group;
      }
    }
  }
}

/** A shortest way from an item back to itself inside its group. */
function wayRound(
  start: Item,
  members: ReadonlySet<Item>,
  next: (item: Item) => readonly Item[],
): readonly string[] | undefined {
  const from = new Map<Item, Item>();
  const queue: Item[] = [start];
  for (let item = queue.shift(); item; item = queue.shift()) {
    for (const target of next(item)) {
      if (target === start) return [...trace(item, start, from), start].map((each) => each.id ?? '?');
      if (!members.has(target) || from.has(target)) continue;
      from.set(target, item);
      queue.push(target);
    }
  }
  return undefined;
}

function trace(end: Item, start: Item, from: ReadonlyMap<Item, Item>): Item[] {
  const path = [end];
  for (let item = end; item !== start;) {
    const before = from.get(item);
    if (!before) break;
    path.push(before);
    item = before;
  }
  return path.reverse();
}
