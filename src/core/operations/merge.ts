/**
 * Makes one item of duplicates. The one that stays keeps what it says and gets what only the others say; their criteria
 * and notes come over byte for byte, and whoever named one of them names it. No words are lost: where sentences differ,
 * somebody has chosen whose stay, and the others are kept in a note.
 */
import { isNull, pairOf, scalarText } from '../yaml/node.ts';
import { addEntry } from './addEntry.ts';
import { refuseCarried, spelledValue } from './carry.ts';
import { Chain } from './chain.ts';
import { sameData, toData } from './data.ts';
import { deleteItem } from './deleteItem.ts';
import { keyText } from './fieldPath.ts';
import { findNames, respelled } from './findNames.ts';
import { listPlace } from './listPlace.ts';
import { mergedWords, type Words } from './mergeWords.ts';
import { moveEntry } from './moveEntry.ts';
import type { ItemAddress, Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeEntry } from './removeEntry.ts';
import { respell } from './respell.ts';
import { setField, writeField } from './setField.ts';
import { nothing, type Step } from './step.ts';
import { fieldsOf } from './validate.ts';
import { addressOf, entryAt, type Entry, findEntry, nameOf, nodeOf, type View } from './view.ts';

type Merge = Extract<Operation, { readonly type: 'merge' }>;

/** Lists that are united, entry by entry. */
const UNITED = ['acceptance', 'tasks', 'depends_on', 'labels', 'insights', 'links', 'notes', 'was'];
/** What the one that stays says by itself, and what is united. */
const OWN = new Set(['id', 'title', 'story', 'description', 'status', 'dropped_because', ...UNITED]);

export function merge(view: View, { into, items, keep = {} }: Merge): Step | Refused {
  const found = findEntry(view, into);
  if (!found.ok) return found;
  const { entry: stays } = found;
  const others: Entry[] = [];
  for (const item of items) {
    const other = findEntry(view, item);
    if (!other.ok) return other;
    if (other.entry !== stays && !others.includes(other.entry)) others.push(other.entry);
  }
  const refused = refuseKinds(stays, others);
  if (refused !== undefined) return refused;
  if (others.length === 0) return nothing(view, [addressOf(view, stays)]);
  const words = mergedWords(view, stays, others, keep);
  if (!words.ok) return words;
  return merged(view, stays, others, words);
}

function refuseKinds(stays: Entry, others: readonly Entry[]): Refused | undefined {
  const { list } = stays;
  if (list !== 'stories' && list !== 'epics')
    return refuse('invalid-value', `Only stories and epics can be merged, and ${nameOf(stays)} is none.`);
  const other = others.find((entry) => entry.list !== list);
  if (other !== undefined)
    return refuse(
      'invalid-value',
      `${nameOf(stays)} and ${nameOf(other)} are in two lists, so they are no duplicates.`,
    );
  if (stays.id === undefined && others.some(({ id }) => id !== undefined))
    return refuse('invalid-value', 'Give the item that stays an id first, so that others can name it.');
  for (const entry of [stays, ...others]) {
    const node = nodeOf(entry);
    if (node?.kind !== 'map')
      return refuse(
        'unreadable',
        `${nameOf(entry)} can't be read as a mapping of fields: mend it in the file first.`,
      );
    if (entry !== stays && pairOf(node, '<<', entry.slice.text) !== undefined)
      return refuse(
        'cannot-preserve',
        `${nameOf(entry)} takes fields from another place by <<: merge it in the file.`,
      );
  }
  return undefined;
}

function merged(view: View, stays: Entry, others: readonly Entry[], words: Words): Step | Refused {
  const into = addressOf(view, stays);
  const chain = new Chain(view);
  const ids = new Set([stays, ...others].flatMap(({ id }) => id ?? []));
  for (const other of others) {
    const from = addressOf(view, other);
    for (const field of UNITED)
      if (fieldsOf(view, stays.list).has(field)) unite(chain, from, into, field, ids);
    takeFields(chain, from, into);
  }
  for (const [field, text] of words.kept) chain.then((current) => setField(current, into, field, text));
  for (const note of words.notes) chain.then((current) => addEntry(current, into, 'notes', note, undefined));
  const indexOf = (entry: Entry): number => view.list(entry.list).indexOf(entry);
  // The last first, so that what has no id of its own is still found by its place.
  for (const other of [...others].sort((a, b) => indexOf(b) - indexOf(a)))
    chain.then((current) => deleteItem(current, addressOf(view, other)));
  const ahead = others.filter((other) => indexOf(other) < indexOf(stays)).length;
  const left = 'index' in into ? { ...into, index: into.index - ahead } : into;
  ids.delete(stays.id ?? '');
  if (stays.id !== undefined) for (const id of ids) nameInstead(chain, left, id, stays.id);
  return chain.step([left]);
}

/** Moves the entries that the other does not have. */
function unite(
  chain: Chain,
  from: ItemAddress,
  into: ItemAddress,
  field: string,
  ids: ReadonlySet<string>,
): void {
  for (let most = MOST_ENTRIES; most > 0; most--) {
    const left = missing(chain.view, from, into, field, ids);
    if (!left.ok) {
      chain.then(() => left);
      return;
    }
    if (left.entries.length === 0) return;
    // One by one into a list that is there, so that the entries in it keep their form.
    const entries = left.alone ? left.entries : left.entries.slice(0, 1);
    const before = chain.view;
    chain.then((current) => moveEntry(current, { item: from, field, entries, to: into }));
    if (chain.view === before) return;
  }
}

const MOST_ENTRIES = 1000;

interface Missing {
  readonly ok: true;
  /** Positions in the other's list. */
  readonly entries: readonly number[];
  /** True where the one that stays has no entries yet. */
  readonly alone: boolean;
}

function missing(
  view: View,
  from: ItemAddress,
  into: ItemAddress,
  field: string,
  ids: ReadonlySet<string>,
): Missing | Refused {
  const source = findEntry(view, from);
  const target = findEntry(view, into);
  if (!source.ok) return source;
  if (!target.ok) return target;
  const theirs = listPlace(view, source.entry, field);
  if (!theirs.ok) return theirs;
  if (theirs.nodes.length === 0) return { ok: true, entries: [], alone: false };
  const ours = listPlace(view, target.entry, field);
  if (!ours.ok) return ours;
  const had = ours.nodes.map((node) => toData(node, target.entry.slice.text));
  const entries: number[] = [];
  for (const [index, node] of theirs.nodes.entries()) {
    const data = toData(node, source.entry.slice.text);
    // None of them depends on another or was called like another: they are one now.
    const isOneOfThem =
      (field === 'depends_on' || field === 'was') && typeof data === 'string' && ids.has(data);
    if (isOneOfThem || had.some((each) => sameData(each, data))) continue;
    had.push(data);
    entries.push(index);
  }
  return { ok: true, entries, alone: ours.nodes.length === 0 };
}

/** Fields that only the other has. */
function takeFields(chain: Chain, from: ItemAddress, into: ItemAddress): void {
  const found = findEntry(chain.view, from);
  if (!found.ok) return;
  const node = nodeOf(found.entry);
  const { text } = found.entry.slice;
  for (const pair of node?.kind === 'map' ? node.pairs : []) {
    if (OWN.has(keyText(pair, text)) || isNull(pair.value, text)) continue;
    if (pair.key.kind !== 'scalar') {
      const message = `${nameOf(found.entry)} has a key that is not a word: merge the two in the file.`;
      chain.then(() => refuse('cannot-preserve', message));
      return;
    }
    chain.then((current) => takeField(current, from, into, keyText(pair, text)));
  }
}

function takeField(view: View, from: ItemAddress, into: ItemAddress, key: string): Step | Refused {
  const found = findEntry(view, into);
  if (!found.ok) return found;
  const { entry } = found;
  const node = nodeOf(entry);
  const old = node?.kind === 'map' ? pairOf(node, key, entry.slice.text)?.value : undefined;
  if (node === undefined || !isNull(old, entry.slice.text)) return nothing(view, []);
  const source = findEntry(view, from);
  if (!source.ok) return source;
  const theirs = nodeOf(source.entry);
  const { text } = source.entry.slice;
  const pair = theirs?.kind === 'map' ? pairOf(theirs, key, text) : undefined;
  const value = pair === undefined ? undefined : spelledValue(pair, text);
  if (pair === undefined || value === undefined) return nothing(view, []);
  const place = { slice: entry.slice, start: node.start };
  const shape = fieldsOf(view, entry.list).get(key)?.shape ?? { kind: 'any' };
  return (
    refuseCarried(view, source.entry, pair, place, theirs) ?? writeField(view, entry, [key], value, shape)
  );
}

/** Whoever names the one that is gone names the one that stays, once. */
function nameInstead(chain: Chain, into: ItemAddress, id: string, stays: string): void {
  const stayed = findEntry(chain.view, into);
  if (!stayed.ok) return;
  const what = stayed.entry.list === 'epics' ? 'epic' : 'story';
  const found = findNames(chain.view, what, id);
  if ('ok' in found) {
    chain.then(() => found);
    return;
  }
  for (const { slice, leaves } of found) {
    for (const { path, nth } of leaves) {
      const [, field = ''] = path;
      const entry = entryAt(chain.view, slice, nth);
      if (entry === undefined || path.length !== 2) continue;
      const itself = entry.id === stays && field === 'depends_on';
      if (!itself && !lists(chain.view, entry, field, stays)) continue;
      const address = addressOf(chain.view, entry);
      chain.then((current) => removeEntry(current, address, field, id));
    }
  }
  chain.then((current) => {
    const rest = findNames(current, what, id);
    if ('ok' in rest) return rest;
    const all = rest.map(({ slice, reading, leaves }) => ({
      slice,
      root: reading.root,
      scalars: respelled(leaves, stays),
    }));
    return respell(current, all, [], `what names ${id}`);
  });
  chain.then((current) => addEntry(current, into, 'was', id, undefined));
}

/** True where a list field of an item has this entry. */
function lists(view: View, entry: Entry, field: string, id: string): boolean {
  const place = listPlace(view, entry, field);
  if (!place.ok) return false;
  const { text } = entry.slice;
  return place.nodes.some(
    (node) => node?.kind === 'scalar' && !isNull(node, text) && scalarText(node, text) === id,
  );
}
