/** Sets one field of an item, or takes it away where the value is null. */
import { dataOf, sameData, toData } from './data.ts';
import { fieldOrder } from './fieldOrder.ts';
import { columnOfKeys, eolFor, insertPair, type Writing } from './fieldEdits.ts';
import { findField, type FieldPlace, refuseShared } from './fieldPath.ts';
import type { ItemAddress, Value } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeField } from './removeField.ts';
import { replaceValue } from './replaceValue.ts';
import { retyped } from './retype.ts';
import { type Attempt, changeItem, nothing, type Step } from './step.ts';
import { bareTexts, checkNewId, checkValue, settingShape, shapeAt } from './validate.ts';
import { addressOf, type Entry, findEntry, type View } from './view.ts';
import { isList, isMapping, type Plain, plainText } from '../yaml/writeBlock.ts';
import type { Shape } from '../schema/shape.ts';

export function setField(view: View, item: ItemAddress, field: string, value: Value): Step | Refused {
  if (value === null) return removeField(view, item, field);
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const path = field.split('.');
  const shaped = shapeAt(view, entry.list, path);
  if (!shaped.ok) return shaped;
  const checked = checkValue(view, shaped.shape, value, field);
  if (!checked.ok) return checked;
  const refused = refuseText(entry, field, checked.value, shaped.shape, view);
  return refused ?? writeField(view, entry, path, checked.value, shaped.shape);
}

/** What the shape alone does not say: ids are unique, titles stay on one line. */
function refuseText(
  entry: Entry,
  field: string,
  value: Plain,
  shape: Shape,
  view: View,
): Refused | undefined {
  if (field === 'id' && plainText(value) !== entry.id) return checkNewId(view, entry.list, plainText(value));
  if (field === 'title' && typeof value === 'string' && (value.includes('\n') || value.trim() === '')) {
    return refuse('invalid-value', 'A title is some words on one line.');
  }
  if (shape.kind === 'list' && isMapping(value) && shape.of.kind !== 'object' && shape.of.kind !== 'union') {
    return refuse('invalid-value', `${field} can't hold a mapping.`);
  }
  return undefined;
}

/** Writes a value that was checked. */
export function writeField(
  view: View,
  entry: Entry,
  path: readonly string[],
  value: Plain,
  shape: Shape,
): Step | Refused {
  const place = findField(view, entry, path);
  if (!place.ok) return place;
  const { text } = entry.slice;
  const old = place.missing.length === 0 && place.pair !== undefined ? place.pair.value : undefined;
  const data = dataOf(value);
  if (old !== undefined && sameData(toData(old, text), data)) return nothing(view, [addressOf(view, entry)]);
  const shared = refuseShared(view, old, path.join('.'), entry);
  if (shared !== undefined) return shared;
  const tag = old !== undefined && old.kind !== 'alias' ? old.tag : undefined;
  if (tag !== undefined && (isList(value) || isMapping(value))) {
    return refuse('cannot-preserve', `${path.join('.')} has the tag ${tag}: change it in the file.`);
  }
  const step = changeItem(
    view,
    entry,
    place.steps,
    () => data,
    attempts(view, entry, path, place, value, shape),
  );
  return step.ok ? { ...step, items: [renamed(step.items, path, value, entry)] } : step;
}

function renamed(items: Step['items'], path: readonly string[], value: Plain, entry: Entry): ItemAddress {
  const [item = { list: entry.list, index: 0 }] = items;
  return path.length === 1 && path[0] === 'id' ? { id: plainText(value), list: entry.list } : item;
}

function* attempts(
  view: View,
  entry: Entry,
  path: readonly string[],
  place: FieldPlace,
  value: Plain,
  shape: Shape,
): Generator<Attempt | undefined> {
  const old = place.missing.length === 0 ? place.pair?.value : undefined;
  yield retyped(old, value, entry.slice.text);
  for (const quoted of [false, true]) yield attempt(view, entry, path, place, value, shape, quoted);
}

function attempt(
  view: View,
  entry: Entry,
  path: readonly string[],
  place: FieldPlace,
  value: Plain,
  shape: Shape,
  quoted: boolean,
): Attempt | undefined {
  const { map, pair, missing } = place;
  const { text } = entry.slice;
  const bare = bareTexts(shape);
  const eol = eolFor(view.source, text);
  if (pair === undefined) {
    // The value is wrapped in the mappings that are not there yet.
    const [key = '', ...inner] = missing;
    const depth = inner.length;
    const writing: Writing = { eol, quoted, bare: (at) => bare(at.slice(depth)) };
    return {
      edits: insertPair(map, key, wrap(inner, value), orderOf(view, entry, path, place), text, writing),
    };
  }
  const depth = missing.length;
  const writing: Writing = { eol, quoted, bare: (at) => bare(at.slice(depth)) };
  const context = { flow: map.flow, column: columnOfKeys(map, text) };
  const edits = replaceValue(pair, wrap(missing, value), context, text, writing);
  return edits === undefined ? undefined : { edits };
}

function wrap(keys: readonly string[], value: Plain): Plain {
  return keys.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}

/** The order of keys in the mapping that gets a new one. */
export function orderOf(
  view: View,
  entry: Entry,
  path: readonly string[],
  place: FieldPlace,
): readonly string[] {
  const above = path.slice(0, path.length - place.missing.length);
  if (entry.isSection) {
    const shaped = settingShape(path.slice(0, place.parents.length));
    return shaped.ok ? keysOf(shaped.shape) : [];
  }
  if (place.parents.length === 0) return fieldOrder(view, entry.list);
  const shaped = shapeAt(view, entry.list, above);
  return shaped.ok ? keysOf(shaped.shape) : [];
}

function keysOf(shape: Shape): readonly string[] {
  if (shape.kind === 'object') return [...shape.fields.keys()];
  return shape.kind === 'union' ? shape.of.flatMap(keysOf) : [];
}
