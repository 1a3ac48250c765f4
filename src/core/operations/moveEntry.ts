/**
 * Moves entries of a list field to the same field of another item, or to another place of their own: their lines with the comments above, behind and
 * below them, byte for byte but for the indentation. What stands in a form without lines of its own is written anew.
 */
import type { Slice } from '../yaml/slicedText.ts';
import { doubledAnchor, strayAlias, usedAnchor } from './anchors.ts';
import { changeData, type Data, isDataList, toData } from './data.ts';
import { eolFor } from './fieldEdits.ts';
import { refuseUncovered } from './fieldPath.ts';
import { orderOf } from './setField.ts';
import { type ListPlace, listPlace, refuseSharedList } from './listPlace.ts';
import type { ItemAddress, Operation } from './operation.ts';
import { putEntries } from './putEntries.ts';
import { type Refused, refuse } from './refusal.ts';
import { reorderEntries } from './reorderEntries.ts';
import { absolute, cannotPreserve, nothing, type Step } from './step.ts';
import { takeEntries, type Taken } from './takeEntries.ts';
import { sliceData, verify } from './verify.ts';
import { addressOf, findEntry, nameOf, nodeOf, pathInSlice, type View } from './view.ts';

type Move = Omit<Extract<Operation, { readonly type: 'moveEntry' }>, 'type'>;

export function moveEntry(view: View, { item, to: other, field, entries, at }: Move): Step | Refused {
  const source = findEntry(view, item);
  if (!source.ok) return source;
  const target = findEntry(view, other);
  if (!target.ok) return target;
  const from = listPlace(view, source.entry, field);
  if (!from.ok) return from;
  const to = listPlace(view, target.entry, field);
  if (!to.ok) return to;
  const indexes = [...new Set(entries)].sort((a, b) => a - b);
  const wrong = indexes.find(
    (index) => !(from.nodes.length > index && index >= 0 && Number.isInteger(index)),
  );
  if (wrong !== undefined)
    return refuse('invalid-value', `${field} of ${nameOf(from.entry)} has no entry number ${wrong + 1}.`);
  const items = [addressOf(view, from.entry), addressOf(view, to.entry)];
  if (indexes.length === 0) return nothing(view, items);
  const tied = refuseTied(view, from, to, indexes);
  if (tied !== undefined) return tied;
  if (from.entry === to.entry) return reorderEntries(view, from, indexes, at);
  return moved(view, { from, to, indexes, at, items });
}

/** Refuses what is tied to its place by an anchor or an alias. */
function refuseTied(
  view: View,
  from: ListPlace,
  to: ListPlace,
  indexes: readonly number[],
): Refused | undefined {
  const { field, entry } = from;
  const starts = [from, to].flatMap(({ entry: { slice }, pair }) =>
    pair === undefined ? [] : [{ slice, start: pair.key.start }],
  );
  for (const index of indexes) {
    const node = from.nodes[index];
    const alias = [...starts, { slice: to.entry.slice, start: nodeOf(to.entry)?.start ?? 0 }]
      .map((place) => strayAlias(view, node, place))
      .find((name) => name !== undefined);
    const anchor = usedAnchor(view, entry.slice, node) ?? doubledAnchor(view, node);
    if (alias === undefined && anchor === undefined) continue;
    const what =
      anchor === undefined ? `*${alias ?? ''}, which` : `&${anchor}, which other places use and which`;
    return refuse(
      'cannot-preserve',
      `${field} of ${nameOf(entry)} holds ${what} can't be moved from here: move it in the file.`,
    );
  }
  const { length } = from.nodes;
  const all = indexes.length === length && from.entry !== to.entry && from.pair !== undefined;
  const key = from.field.split('.').at(-1) ?? '';
  return (
    refuseSharedList(view, from) ??
    refuseSharedList(view, to) ??
    (all ? refuseUncovered(view, entry, from.place.map, key) : undefined)
  );
}

interface Asked {
  readonly from: ListPlace;
  readonly to: ListPlace;
  readonly indexes: readonly number[];
  readonly at: number | undefined;
  readonly items: readonly ItemAddress[];
}

function moved(view: View, asked: Asked): Step | Refused {
  const { from, to, items } = asked;
  const what = `${from.field} of ${nameOf(from.entry)}`;
  const taken = takeEntries(from, asked.indexes);
  if (taken === undefined) return cannotPreserve(what, 'the text has a form that is not known');
  const at = Math.min(Math.max(0, Math.trunc(asked.at ?? to.nodes.length)), to.nodes.length);
  const changed = changedData(asked, at);
  const { slice } = from.entry;
  const base = view.source.startOf(view.source.indexOf(slice));
  const lost = taken.mayLose.map(({ start, end }) => ({ start: start + base, end: end + base }));
  let why = 'the text has a form that is not known';
  for (const put of putEntries(to, puttingOf(view, asked, taken, at))) {
    const edits = [...absolute(view, from.entry, taken.edits), ...absolute(view, to.entry, put)];
    edits.sort((a, b) => a.start - b.start || a.end - b.end);
    const verified = verify(view.source, edits, { changed, lost });
    if (verified.ok) return { ok: true, edits, change: verified.change, items };
    why = verified.why;
  }
  return cannotPreserve(what, why);
}

function puttingOf(view: View, { to }: Asked, taken: Taken, at: number): Parameters<typeof putEntries>[1] {
  return {
    pieces: taken.pieces,
    at,
    eol: eolFor(view.source, to.entry.slice.text),
    order: orderOf(view, to.entry, to.field.split('.'), to.place),
    spaced: taken.spaced,
    offset: taken.offset ?? 2,
    onOneLine: taken.offset === undefined,
  };
}

/** What both slices say afterwards; both may be one. */
function changedData({ from, to, indexes }: Asked, at: number): ReadonlyMap<Slice, Data | undefined> {
  const { text } = from.entry.slice;
  const gone = new Set(indexes);
  const come = indexes.map((index) => toData(from.nodes[index], text));
  const without = (old: Data | undefined): Data | undefined => {
    const rest = listOf(old).filter((_, i) => !gone.has(i));
    return rest.length === 0 ? undefined : rest;
  };
  const added = (old: Data | undefined): Data => {
    const list = [...listOf(old)];
    list.splice(at, 0, ...come);
    return list;
  };
  const fromSlice = from.entry.slice;
  const toSlice = to.entry.slice;
  const fromPath = [...pathInSlice(from.entry), ...from.place.steps];
  const toPath = [...pathInSlice(to.entry), ...to.place.steps];
  const changed = new Map<Slice, Data | undefined>();
  changed.set(fromSlice, changeData(sliceData(fromSlice), fromPath, without));
  changed.set(toSlice, changeData(changed.get(toSlice) ?? sliceData(toSlice), toPath, added));
  return changed;
}

function listOf(data: Data | undefined): readonly Data[] {
  if (data === undefined || data === null) return [];
  return isDataList(data) ? data : [data];
}
