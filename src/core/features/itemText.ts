/**
 * Reads what the model does not keep of an item: fields are looked up in its slice when somebody asks for them.
 * Offsets are relative to the item's slice.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { isNull, type MapNode, type Node, pairOf, scalarText } from '../yaml/node.ts';

/** The item's mapping; undefined where the item is something else or can't be read. */
export function mapOf(backlog: Backlog, item: Item): MapNode | undefined {
  const node = backlog.node(item);
  return node?.kind === 'map' ? node : undefined;
}

/** The value of a field, undefined where it is absent or null. */
export function valueOf(map: MapNode, key: string, text: string): Node | undefined {
  const value = pairOf(map, key, text)?.value;
  return isNull(value, text) ? undefined : value;
}

/** The text of a field with a bare value. */
export function fieldText(map: MapNode, key: string, text: string): string | undefined {
  const value = valueOf(map, key, text);
  return value?.kind === 'scalar' ? scalarText(value, text) : undefined;
}

/** A bare value or the entries of a list as texts; what is neither is left out. */
export function textsOf(node: Node | undefined, text: string): readonly string[] {
  if (node?.kind === 'scalar') return [scalarText(node, text)];
  if (node?.kind !== 'seq') return [];
  return node.items.flatMap((entry) => (entry?.kind === 'scalar' ? [scalarText(entry, text)] : []));
}

/** When a sprint or a release is. */
export interface Days {
  /** As written. */
  readonly start?: string;
  readonly end?: string;
  /** A sprint that has `closed`, a release that has `released`. */
  readonly over?: boolean;
}

const NO_DAYS: Days = {};
const days = new WeakMap<Item, Days>();

/** The days of a sprint or a release; nothing for items of other lists. */
export function daysOf(backlog: Backlog, item: Item): Days {
  if (item.list !== 'sprints' && item.list !== 'releases') return NO_DAYS;
  let known = days.get(item);
  if (known === undefined) {
    known = readDays(backlog, item);
    days.set(item, known);
  }
  return known;
}

function readDays(backlog: Backlog, item: Item): Days {
  const map = mapOf(backlog, item);
  if (map === undefined) return NO_DAYS;
  const { text } = item.slice;
  const sprint = item.list === 'sprints';
  const start = sprint ? fieldText(map, 'start', text) : undefined;
  const end = fieldText(map, sprint ? 'end' : 'date', text);
  const over = fieldText(map, sprint ? 'closed' : 'released', text) !== undefined;
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(over ? { over } : {}),
  };
}
