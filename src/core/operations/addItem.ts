/**
 * Adds an item to a list, wherever the list stands and in whatever state it is: with items, empty, without a value,
 * written in flow style, or not there yet.
 */
import { isListName } from '../backlog/lists.ts';
import type { Spelled } from '../yaml/spelled.ts';
import { addToFlow, addToSection } from './addToSection.ts';
import { dataOf } from './data.ts';
import { eolFor } from './fieldEdits.ts';
import { regionEdit, runOf } from './layout.ts';
import { nextStaying, previousStaying, refuseSplit } from './moveItems.ts';
import { type Addition, itemLines, newItem, type NewItem } from './newItem.ts';
import type { ItemAddress, Place } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Step, verified } from './step.ts';
import { type Entry, findEntry, nameOf, type View } from './view.ts';

/** @param carried fields that are taken from another item as they are spelled there */
export function addItem(
  view: View,
  addition: Addition,
  carried?: ReadonlyMap<string, Spelled>,
): Step | Refused {
  const { list, place } = addition;
  if (!isListName(list)) return refuse('invalid-value', `There is no list called ${String(list)}.`);
  const item = newItem(view, addition, carried);
  if (!('fields' in item)) return item;
  const order = view.list(list);
  if (order.length === 0) {
    if (place !== undefined && !('at' in place)) {
      const found = findEntry(view, 'before' in place ? place.before : place.after);
      return found.ok ? elsewhere(found.entry) : found;
    }
    return addToSection(view, item);
  }
  const target = targetOf(view, order, place);
  if (!('side' in target)) return target;
  const { entry, side } = target;
  const index = order.indexOf(entry) + (side === 'behind' ? 1 : 0);
  const address: ItemAddress =
    typeof item.fields.id === 'string' ? { id: item.fields.id, list } : { list, index };
  if (entry.slice.kind !== 'item') return addToFlow(view, item, entry, side, address);
  return refuseSplit([entry]) ?? addToRun(view, item, entry, side, address);
}

function elsewhere(entry: Entry): Refused {
  return refuse('invalid-value', `${nameOf(entry)} is in another list.`);
}

type Target = { readonly entry: Entry; readonly side: 'behind' | 'ahead' };

function targetOf(view: View, order: readonly Entry[], place: Place | undefined): Target | Refused {
  const first = order[0] as Entry;
  const last = order.at(-1) as Entry;
  if (place === undefined) {
    const { done, dropped } = view.config;
    const closed = new Set([...done, ...dropped]);
    const open = order.filter((entry) => entry.status === undefined || !closed.has(entry.status)).at(-1);
    return open === undefined ? { entry: first, side: 'ahead' } : { entry: open, side: 'behind' };
  }
  if ('at' in place)
    return place.at === 'top' ? { entry: first, side: 'ahead' } : { entry: last, side: 'behind' };
  const found = findEntry(view, 'before' in place ? place.before : place.after);
  if (!found.ok) return found;
  if (!order.includes(found.entry)) return elsewhere(found.entry);
  return { entry: found.entry, side: 'before' in place ? 'ahead' : 'behind' };
}

function addToRun(
  view: View,
  item: NewItem,
  entry: Entry,
  side: Target['side'],
  address: ItemAddress,
): Step | Refused {
  const { source } = view;
  const eol = eolFor(source, entry.slice.text);
  const at = source.indexOf(entry.slice);
  const run = runOf(source, at);
  const none = new Set<number>();
  const before = side === 'behind' ? at : previousStaying(run, at, none);
  const next = side === 'behind' ? nextStaying(run, at, none) : at;
  const lines = itemLines(item, entry.slice.listIndent, entry).map((line) => line + eol);
  const edit = regionEdit(source, { before, next, run, insert: { items: [lines.join('')], side } }, eol);
  const edits = edit === undefined ? [] : [edit];
  const token = { key: item.list, item: true, data: dataOf(item.fields) };
  const expected = { changed: new Map(), inserted: { after: source.slices[before], tokens: [token] } };
  const result = verified(view, edits, expected, `the list ${item.list}`);
  return result.ok ? { ok: true, edits, change: result.change, items: [address] } : result;
}
