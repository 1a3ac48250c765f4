/** Puts one more entry into a list field. A field with one bare value becomes a list of both. */
import type { Shape } from '../schema/shape.ts';
import { isNull, type Node } from '../yaml/node.ts';
import { spell } from '../yaml/spelled.ts';
import { type Plain, renderEntry } from '../yaml/writeBlock.ts';
import { sharedAs } from './anchors.ts';
import { dataOf, isDataList, sameData, toData } from './data.ts';
import { insertEntry } from './entryEdits.ts';
import { findField } from './fieldPath.ts';
import { columnOfKeys, eolFor, type Writing } from './fieldEdits.ts';
import { listPlace } from './listPlace.ts';
import type { ItemAddress, Value } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { asBlock } from './putEntries.ts';
import { orderOf, writeField } from './setField.ts';
import { type Attempt, changeItem, nothing, type Step } from './step.ts';
import { bareTexts, checkValue, shapeAt } from './validate.ts';
import { addressOf, type Entry, findEntry, nameOf, type View } from './view.ts';

export function addEntry(
  view: View,
  item: ItemAddress,
  field: string,
  value: Value,
  at: number | undefined,
): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const path = field.split('.');
  const shaped = shapeAt(view, entry.list, path);
  if (!shaped.ok) return shaped;
  const { shape } = shaped;
  if (shape.kind !== 'list' && shape.kind !== 'any')
    return refuse('invalid-value', `${field} is not a list.`);
  const checked = checkValue(view, shape.kind === 'list' ? shape.of : shape, value, field);
  if (!checked.ok) return checked;
  return putEntry(view, entry, path, checked.value, at, shape);
}

function putEntry(
  view: View,
  entry: Entry,
  path: readonly string[],
  value: Plain,
  at: number | undefined,
  shape: Shape,
): Step | Refused {
  const place = findField(view, entry, path);
  if (!place.ok) return place;
  const field = path.join('.');
  const { text } = entry.slice;
  const node = place.missing.length === 0 ? place.pair?.value : undefined;
  const data = dataOf(value);
  if (node === undefined || isNull(node, text)) {
    const step = holdsSentences(shape) ? beginBlock(view, entry, field, value) : undefined;
    return step?.ok === true ? step : writeField(view, entry, path, [value], shape);
  }
  if (at === undefined && holds(node, data, text)) return nothing(view, [addressOf(view, entry)]);
  if (node.kind === 'scalar') {
    const old = spell(node, text);
    const list: Plain = at === 0 ? [value, old] : [old, value];
    return writeField(view, entry, path, list, shape);
  }
  if (node.kind !== 'seq') {
    return refuse(
      'cannot-preserve',
      `${field} of ${nameOf(entry)} holds one mapping: make it a list in the file first.`,
    );
  }
  const anchor = sharedAs(view, entry.slice, node);
  if (anchor !== undefined) {
    return refuse(
      'cannot-preserve',
      `${field} of ${nameOf(entry)} is shared under the anchor &${anchor}: change it in the file.`,
    );
  }
  const index = Math.min(Math.max(0, at ?? node.items.length), node.items.length);
  const attempts = [false, true].map((quoted): Attempt | undefined => {
    const writing: Writing = { eol: eolFor(view.source, text), bare: bareTexts(shape), quoted };
    const edits = insertEntry(node, index, value, text, writing);
    return edits === undefined ? undefined : { edits };
  });
  return changeItem(
    view,
    entry,
    place.steps,
    (old) =>
      old !== undefined && isDataList(old) ? [...old.slice(0, index), data, ...old.slice(index)] : old,
    attempts,
  );
}

/** Sentences are read one below the other, names beside each other. */
function holdsSentences(shape: Shape): boolean {
  switch (shape.kind) {
    case 'list':
      return holdsSentences(shape.of);
    case 'union':
      return shape.of.some(holdsSentences);
    default:
      return shape.kind === 'text' && shape.prose === true;
  }
}

/** The first entry of a list that gets a line for each. */
function beginBlock(view: View, entry: Entry, field: string, value: Plain): Step | Refused | undefined {
  const list = listPlace(view, entry, field);
  if (!list.ok || list.place.map.flow) return undefined;
  const { text } = entry.slice;
  const path = field.split('.');
  const lines = renderEntry(value, {
    indent: columnOfKeys(list.place.map, text) + 2,
    bare: bareTexts(list.shape),
  });
  const edits = asBlock(list, lines, orderOf(view, entry, path, list.place), eolFor(view.source, text));
  return changeItem(view, entry, list.place.steps, () => [dataOf(value)], [edits && { edits }]);
}

/** True where a text that is to be added is there already. */
function holds(node: Node, data: ReturnType<typeof dataOf>, text: string): boolean {
  if (typeof data !== 'string') return false;
  const old = toData(node, text);
  return old !== null && (isDataList(old) ? old : [old]).some((entry) => sameData(entry, data));
}
