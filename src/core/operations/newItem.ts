/** A new item as it will be written: its fields checked, numbered and in the order of the schema. */
import type { ListName } from '../backlog/lists.ts';
import type { Shape } from '../schema/shape.ts';
import type { Spelled } from '../yaml/spelled.ts';
import { type Plain, plainText, renderEntry, renderFlow } from '../yaml/writeBlock.ts';
import { fieldOrder } from './fieldOrder.ts';
import { nextId } from './newId.ts';
import type { Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { bareTexts, checkNewId, checkValue, fieldsOf, shapeAt } from './validate.ts';
import { type Entry, nodeOf, type View } from './view.ts';

export type Addition = Extract<Operation, { readonly type: 'add' }>;

/** A new item, checked and in the order of the schema. */
export interface NewItem {
  readonly list: ListName;
  readonly fields: { readonly [key: string]: Plain };
  readonly bare: (path: readonly string[]) => boolean;
}

/**
 * Checks what is to be added, and gives it the next number where it needs one.
 * @param carried fields that are taken from another item as they are spelled there
 */
export function newItem(
  view: View,
  { list, fields }: Addition,
  carried: ReadonlyMap<string, Spelled> = new Map(),
): NewItem | Refused {
  const known = fieldsOf(view, list);
  const checked = new Map<string, Plain>(carried);
  const given = Object.entries(fields).filter(([, value]) => (value ?? null) !== null);
  for (const [key, value] of given) {
    const shaped = shapeAt(view, list, [key]);
    if (!shaped.ok) return shaped;
    const result = checkValue(view, shaped.shape, value, key);
    if (!result.ok) return result;
    checked.set(key, result.value);
  }
  const id = checked.get('id') ?? (list === 'stories' || list === 'epics' ? nextId(view) : undefined);
  if (id !== undefined) {
    const taken = checkNewId(view, list, plainText(id));
    if (taken !== undefined) return taken;
    checked.set('id', plainText(id));
  }
  for (const field of known.values()) {
    const value = checked.get(field.key);
    if (field.required && (value === undefined || (typeof value === 'string' && value.trim() === ''))) {
      return refuse('invalid-value', `A new entry of ${list} needs ${field.key}.`);
    }
  }
  const title = checked.get('title');
  if (typeof title === 'string' && title.includes('\n'))
    return refuse('invalid-value', 'A title is some words on one line.');
  if (checked.size === 0) return refuse('invalid-value', `A new entry of ${list} needs at least one field.`);
  const order = fieldOrder(view, list);
  const keys = [...order, ...[...checked.keys()].filter((key) => !order.includes(key))];
  const ordered = keys.flatMap((key): [string, Plain][] => {
    const value = checked.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  const shape: Shape = { kind: 'object', fields: known };
  return { list, fields: Object.fromEntries(ordered), bare: bareTexts(shape) };
}

/** The lines of a new item. Beside items on one line (`- {id: a}`) it is written on one line too. */
export function itemLines(item: NewItem, indent: number, neighbour: Entry | undefined): string[] {
  const node = neighbour === undefined ? undefined : nodeOf(neighbour);
  if (node?.kind === 'map' && node.flow) {
    const line = `${' '.repeat(indent)}- ${renderFlow(item.fields, item.bare)}`;
    if (line.length <= 200) return [line];
  }
  return renderEntry(item.fields, { indent, bare: item.bare });
}

/** The column of dashes in this file: that of its first list, two where there is none. */
export function listIndentOf(view: View): number {
  const item = view.source.slices.find((slice) => slice.kind === 'item');
  return item?.listIndent ?? 2;
}
