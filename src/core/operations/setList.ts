/**
 * Setting a list that differs from the old one only by entries that came, or only by entries that went, changes
 * those entries alone, so that the others keep their quotes and comments.
 */
import { isList } from '../yaml/writeBlock.ts';
import { dataOf, isDataList, sameData, toData } from './data.ts';
import { findField } from './fieldPath.ts';
import type { Operation } from './operation.ts';
import { findEntry, type View } from './view.ts';

type SetOperation = Extract<Operation, { readonly type: 'set' }>;

/** Longer lists are written as a whole. */
const MAX_ENTRIES = 200;

/** The operations on entries that come to the same; undefined where the list is better written as a whole. */
export function asEntryOperations(view: View, operation: SetOperation): Operation[] | undefined {
  const { item, field, value } = operation;
  if (!isList(value) || value.length === 0 || value.length > MAX_ENTRIES) return undefined;
  const found = findEntry(view, item);
  if (!found.ok) return undefined;
  const place = findField(view, found.entry, field.split('.'));
  if (!place.ok || place.missing.length > 0 || place.pair?.value?.kind !== 'seq') return undefined;
  const old = toData(place.pair.value, found.entry.slice.text);
  const wanted = dataOf(value);
  if (!isDataList(old) || !isDataList(wanted) || old.length === 0 || old.length > MAX_ENTRIES)
    return undefined;
  const gone = extra(old, wanted);
  const come = extra(wanted, old);
  if (gone !== undefined) {
    return gone.reverse().map((entry) => ({ type: 'removeEntry', item, field, entry }));
  }
  // `at` is given for each, so that an entry that is there twice is not taken for one that is there already.
  return come?.map((at) => ({ type: 'addEntry', item, field, value: value[at] ?? null, at }));
}

/** Positions in `long` of what it has more than `short`, where `short` is `long` without them; else undefined. */
function extra(
  long: readonly ReturnType<typeof dataOf>[],
  short: readonly ReturnType<typeof dataOf>[],
): number[] | undefined {
  if (long.length <= short.length) return undefined;
  const positions: number[] = [];
  let next = 0;
  for (const [at, entry] of long.entries()) {
    const other = short[next];
    if (next < short.length && other !== undefined && sameData(entry, other)) next++;
    else positions.push(at);
  }
  return next === short.length ? positions : undefined;
}
