/** Takes one field away with its line. A mapping that would be left empty goes with it. */
import type { MapNode, Pair } from '../yaml/node.ts';
import { columnOfKeys, extentEnd, pairEnd, removePair } from './fieldEdits.ts';
import { findField, type FieldPlace, keyText, refuseShared, refuseUncovered } from './fieldPath.ts';
import type { ItemAddress } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { changeItem, nothing, type Step } from './step.ts';
import { fieldsOf } from './validate.ts';
import { addressOf, type Entry, findEntry, nameOf, type View } from './view.ts';

export function removeField(view: View, item: ItemAddress, field: string): Step | Refused {
  const found = findEntry(view, item);
  return found.ok ? takeAway(view, found.entry, field.split('.')) : found;
}

export function takeAway(view: View, entry: Entry, path: readonly string[]): Step | Refused {
  const place = findField(view, entry, path);
  if (!place.ok) return place;
  if (place.pair === undefined || place.missing.length > 0) return nothing(view, [addressOf(view, entry)]);
  const field = path.join('.');
  if (path.length === 1 && fieldsOf(view, entry.list).get(field)?.required === true) {
    return refuse('invalid-value', `${nameOf(entry)} can't do without ${field}.`);
  }
  const shared = refuseShared(view, place.pair.value, field, entry);
  if (shared !== undefined) return shared;
  const target = outermost(place);
  if (target === undefined) {
    return refuse('cannot-preserve', `${field} is all that ${nameOf(entry)} has: delete the item instead.`);
  }
  const { map, pair, steps } = target;
  const { text } = entry.slice;
  const uncovered = refuseUncovered(view, entry, map, keyText(pair, text));
  if (uncovered !== undefined) return uncovered;
  const end = map.flow ? pairEnd(pair, text) : extentEnd(pair, columnOfKeys(map, text), text);
  const attempt = { edits: removePair(map, pair, text), mayLose: [{ start: pair.key.start, end }] };
  return changeItem(view, entry, steps, () => undefined, [attempt]);
}

interface Target {
  readonly map: MapNode;
  readonly pair: Pair;
  readonly steps: readonly (string | number)[];
}

/** The pair to remove: the field's, or the nearest one around it whose mapping has others; undefined where none has. */
function outermost(place: FieldPlace): Target | undefined {
  let { map, steps } = place;
  let pair = place.pair;
  const parents = [...place.parents];
  while (pair !== undefined) {
    if (map.pairs.length > 1) return { map, pair, steps };
    const parent = parents.pop();
    // The entry of a list keeps its place: what is in it is not taken away from here.
    if (parent === undefined || parent.pair.value?.kind === 'seq') return undefined;
    map = parent.map;
    pair = parent.pair;
    steps = steps.slice(0, -1);
  }
  return undefined;
}
