/**
 * What operations need to know of a backlog. The model itself is one such view; `Draft` is the view of a text that
 * exists only between two steps of a sequence, so that planning never changes the model.
 */
import type { Config } from '../backlog/config.ts';
import { isListName, type ListName } from '../backlog/lists.ts';
import { NO_LEVELS, readSettings, touchesSettings } from '../backlog/settings.ts';
import { itemNodes } from '../backlog/sliceFacts.ts';
import { isNull, type MapNode, type Node, pairOf, scalarText } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import type { Slice, SlicedText } from '../yaml/slicedText.ts';
import type { ItemAddress } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import type { Changed } from './verify.ts';

/** What operations need to know of an item; the model's items have it all. */
export interface Entry {
  readonly list: ListName;
  readonly slice: Slice;
  readonly nth: number;
  readonly id: string | undefined;
  readonly status: string | undefined;
  readonly estimate: string | undefined;
  readonly sprint: string | undefined;
  readonly was: readonly string[];
  readonly references: readonly { readonly id: string }[];
}

export interface View {
  /** The view that a sequence began with; its numbers stay used even where an item is gone by now. */
  readonly origin?: View;
  readonly source: SlicedText;
  readonly config: Config;
  readonly items: readonly Entry[];
  list(name: ListName): readonly Entry[];
  byId(id: string): readonly Entry[];
}

/** A view of a text that came from the base view's text by edits to its items. */
export class Draft implements View {
  readonly origin: View;
  readonly config: Config;
  readonly source: SlicedText;
  /** The items of the slices that are new. */
  readonly #fresh: readonly Entry[];
  #items: readonly Entry[] | undefined;

  constructor(
    private readonly base: View,
    private readonly change: Changed,
  ) {
    this.origin = base.origin ?? base;
    const told = touchesSettings([...change.removed, ...change.added]);
    this.config = told ? readSettings(change.text.slices, NO_LEVELS) : base.config;
    this.source = change.text;
    this.#fresh = [...change.added].flatMap(entriesOf);
  }

  get items(): readonly Entry[] {
    return (this.#items ??= this.#inPlace() ?? this.#inOrder());
  }

  /** The items where slices were changed one for one and nothing moved; undefined elsewhere. */
  #inPlace(): readonly Entry[] | undefined {
    const before = this.base.source.slices;
    const { slices } = this.source;
    const { removed, added } = this.change;
    if (before.length !== slices.length || removed.size !== added.size) return undefined;
    const now = new Map<Slice, Slice>();
    for (const [i, old] of before.entries()) {
      const slice = slices[i];
      if (slice !== undefined && old !== slice) now.set(old, slice);
    }
    if (now.size !== removed.size) return undefined;
    let last: Slice | undefined;
    return this.base.items.flatMap((entry) => {
      const slice = now.get(entry.slice);
      const again = entry.slice === last;
      last = entry.slice;
      if (slice === undefined) return [entry];
      return again ? [] : this.#fresh.filter((each) => each.slice === slice);
    });
  }

  #inOrder(): readonly Entry[] {
    const known = new Map<Slice, Entry[]>();
    for (const entry of [...this.base.items, ...this.#fresh]) {
      const entries = known.get(entry.slice);
      if (entries === undefined) known.set(entry.slice, [entry]);
      else entries.push(entry);
    }
    return this.source.slices.flatMap((slice) => known.get(slice) ?? []);
  }

  list(name: ListName): readonly Entry[] {
    const { removed, added } = this.change;
    const touched = [...removed, ...added].some(({ kind, section }) => section === name || kind === 'whole');
    return touched ? this.items.filter((entry) => entry.list === name) : this.base.list(name);
  }

  byId(id: string): readonly Entry[] {
    const stayed = this.base.byId(id).filter((entry) => !this.change.removed.has(entry.slice));
    return [...stayed, ...this.#fresh.filter((entry) => entry.id === id)];
  }
}

function entriesOf(slice: Slice): Entry[] {
  if (slice.kind !== 'item' && slice.kind !== 'section' && slice.kind !== 'whole') return [];
  const { root } = readSlice(slice);
  const nodes: { list: ListName; node: Node | undefined }[] = itemNodes(slice, root);
  if (nodes.length === 0 && slice.kind === 'item' && isListName(slice.section)) {
    nodes.push({ list: slice.section, node: undefined });
  }
  return nodes.map(({ list, node }, nth) => entryOf(list, slice, node, nth));
}

function entryOf(list: ListName, slice: Slice, node: Node | undefined, nth: number): Entry {
  const map = node?.kind === 'map' ? node : undefined;
  const references = [...texts(map, 'depends_on', slice.text), ...texts(map, 'committed', slice.text)];
  return {
    list,
    slice,
    nth,
    id: texts(map, 'id', slice.text)[0],
    status: texts(map, 'status', slice.text)[0],
    estimate: texts(map, 'estimate', slice.text)[0],
    sprint: texts(map, 'sprint', slice.text)[0],
    was: texts(map, 'was', slice.text),
    references: references.map((id) => ({ id })),
  };
}

function texts(map: MapNode | undefined, key: string, text: string): string[] {
  const value = map === undefined ? undefined : pairOf(map, key, text)?.value;
  const nodes = value?.kind === 'seq' ? value.items : [value];
  return nodes.flatMap((node) =>
    node?.kind === 'scalar' && !isNull(node, text) ? [scalarText(node, text)] : [],
  );
}

/** The node of an item as its slice gives it now; offsets are relative to the slice's text. */
export function nodeOf(entry: Entry): Node | undefined {
  const { root } = readSlice(entry.slice);
  return itemNodes(entry.slice, root)[entry.nth]?.node;
}

/** The path to an item from the root of its slice's tree, as `changeData` takes it. */
export function pathInSlice(entry: Entry): (string | number)[] {
  if (entry.slice.kind === 'item') return [entry.nth];
  const before = itemNodes(entry.slice, readSlice(entry.slice).root).slice(0, entry.nth);
  return [entry.list, before.filter(({ list }) => list === entry.list).length];
}

/** What a person calls an item in a message. */
export function nameOf(entry: Entry): string {
  return entry.id ?? `this entry of ${entry.list}`;
}

/** The one item that an address means. */
export function findEntry(
  view: View,
  address: ItemAddress,
): { readonly ok: true; readonly entry: Entry } | Refused {
  if (!('id' in address)) {
    const entry = view.list(address.list)[address.index];
    if (entry !== undefined) return { ok: true, entry };
    return refuse('unknown-item', `${address.list} has no entry number ${address.index + 1}.`);
  }
  const { id, list } = address;
  const found = view.byId(id).filter((entry) => list === undefined || entry.list === list);
  const [first] = found;
  if (first === undefined) return refuse('unknown-item', `No item is called ${id}.`);
  if (found.length > 1) {
    return refuse('ambiguous-item', `${found.length} items are called ${id}: give each its own id first.`);
  }
  return { ok: true, entry: first };
}

/** The item that stands in a slice, looked for in the whole file only where its id does not tell. */
export function entryAt(view: View, slice: Slice, nth: number | undefined): Entry | undefined {
  const here = (each: Entry): boolean => each.slice === slice && each.nth === nth;
  const own = entriesOf(slice).find(here);
  const isOnly = own?.id !== undefined && view.byId(own.id).length === 1;
  return isOnly ? own : view.items.find(here);
}

/** How an item is called from outside. */
export function addressOf(view: View, entry: Entry): ItemAddress {
  const { id, list } = entry;
  if (id !== undefined && view.byId(id).length === 1) return { id, list };
  return { list, index: view.list(list).indexOf(entry) };
}
