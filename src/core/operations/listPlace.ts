/** A list field of an item as entries that can be counted: a list, one bare value that stands for a list of one, or none. */
import type { Shape } from '../schema/shape.ts';
import { isNull, type Node, type Pair } from '../yaml/node.ts';
import { findField, type FieldPlace, refuseShared } from './fieldPath.ts';
import { type Refused, refuse } from './refusal.ts';
import { shapeAt } from './validate.ts';
import { type Entry, nameOf, type View } from './view.ts';

export interface ListPlace {
  readonly ok: true;
  readonly entry: Entry;
  readonly field: string;
  readonly place: FieldPlace;
  readonly shape: Shape & { readonly kind: 'list' };
  /** The pair of the field where it is there. */
  readonly pair: Pair | undefined;
  /** Its entries; one for a bare value. */
  readonly nodes: readonly (Node | undefined)[];
}

export function listPlace(view: View, entry: Entry, field: string): ListPlace | Refused {
  const path = field.split('.');
  const shaped = shapeAt(view, entry.list, path);
  if (!shaped.ok) return shaped;
  const { shape } = shaped;
  if (shape.kind !== 'list') return refuse('invalid-value', `${field} is not a list.`);
  const place = findField(view, entry, path);
  if (!place.ok) return place;
  if (place.missing.length > 1) return refuse('unknown-field', `${nameOf(entry)} has no ${field}.`);
  const pair = place.missing.length === 0 ? place.pair : undefined;
  const { text } = entry.slice;
  const value = pair?.value;
  const nodes = value?.kind === 'seq' ? value.items : isNull(value, text) ? [] : [value];
  return { ok: true, entry, field, place, shape, pair, nodes };
}

/** Refuses to take entries out of a list, or put some in, that other places share by an anchor or give by an alias. */
export function refuseSharedList(view: View, { pair, field, entry }: ListPlace): Refused | undefined {
  const value = pair?.value;
  return value === undefined || value.kind === 'scalar' ? undefined : refuseShared(view, value, field, entry);
}
