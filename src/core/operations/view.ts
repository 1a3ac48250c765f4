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
import { type Changed, Changes } from './verify.ts';

/** What operations need to know of an item; the model's items have it all. */
export interface Entry {
  readonly list: ListName;
  /** It is no item but a section of settings: its fields are below the section's key. */
  readonly isSection?: true;
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

/** Views that stand on one another become one before they are more than this, so that asking stays quick. */
const MOST_LAYERS = 24;

/** A view of a text that came from the base view's text by edits to its items. */
export class Draft implements View {
  readonly origin: View;
  readonly config: Config;
  readonly source: SlicedText;
  readonly #base: View;
  readonly #layers: number;
  /** Lists that the change touches. */
  readonly #touched: ReadonlySet<string>;
  readonly #touchesAll: boolean;
  /** The items of the slices that are new. */
  readonly #fresh: readonly Entry[];
  readonly #freshById = new Map<string, Entry[]>();
  readonly #lists = new Map<ListName, readonly Entry[]>();
  #items: readonly Entry[] | undefined;
  #replaced: ReadonlyMap<Slice, Slice> | null | undefined;

  /** @param fresh the items of the slices that are new, where they are known */
  constructor(
    base: View,
    private readonly change: Changed,
    fresh: readonly Entry[] = [...change.added].flatMap(entriesOf),
  ) {
    const under = base instanceof Draft && base.#layers >= MOST_LAYERS ? base.#asOne() : base;
    this.#base = under;
    this.#layers = under instanceof Draft ? under.#layers + 1 : 1;
    this.origin = base.origin ?? base;
    const slices = [...change.removed, ...change.added];
    this.config = touchesSettings(slices) ? readSettings(change.text.slices, NO_LEVELS) : base.config;
    this.#touched = new Set(slices.map(({ section }) => section));
    this.#touchesAll = slices.some(({ kind }) => kind === 'whole');
    this.source = change.text;
    this.#fresh = fresh;
    for (const entry of fresh) if (entry.id !== undefined) push(this.#freshById, entry.id, entry);
  }

  get items(): readonly Entry[] {
    return (this.#items ??= this.#inPlace(this.#base.items, this.#fresh) ?? this.#inOrder());
  }

  list(name: ListName): readonly Entry[] {
    if (!this.#touchesAll && !this.#touched.has(name)) return this.#base.list(name);
    let list = this.#lists.get(name);
    if (list === undefined) {
      const own = (entry: Entry): boolean => entry.list === name;
      list = this.#inPlace(this.#base.list(name), this.#fresh.filter(own)) ?? this.items.filter(own);
      this.#lists.set(name, list);
    }
    return list;
  }

  byId(id: string): readonly Entry[] {
    const stayed = this.#base.byId(id).filter((entry) => !this.change.removed.has(entry.slice));
    return [...stayed, ...(this.#freshById.get(id) ?? [])];
  }

  /** The same view standing on the origin alone. */
  #asOne(): Draft {
    const layers: Draft[] = [this];
    let base = this.#base;
    for (; base instanceof Draft; base = base.#base) layers.unshift(base);
    const changes = new Changes(base.source);
    for (const { change } of layers) changes.add(change);
    const fresh = layers.flatMap((layer) => layer.#fresh).filter(({ slice }) => changes.added.has(slice));
    return new Draft(base, changes, fresh);
  }

  /** The entries with the fresh ones in place; undefined where slices came, went or moved, or had none before. */
  #inPlace(entries: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] | undefined {
    this.#replaced ??= this.#oneForOne() ?? null;
    const replaced = this.#replaced;
    if (replaced === null) return undefined;
    const now = new Map<Slice, Entry[]>();
    for (const entry of fresh) push(now, entry.slice, entry);
    const result: Entry[] = [];
    for (const entry of entries) {
      const slice = replaced.get(entry.slice);
      if (slice === undefined) result.push(entry);
      else {
        result.push(...(now.get(slice) ?? []));
        now.delete(slice);
      }
    }
    return now.size === 0 ? result : undefined;
  }

  /** The new slice for each that is gone, where they were changed one for one and nothing moved. */
  #oneForOne(): ReadonlyMap<Slice, Slice> | undefined {
    const before = this.#base.source.slices;
    const { slices } = this.source;
    const { removed, added } = this.change;
    if (before.length !== slices.length || removed.size !== added.size) return undefined;
    const now = new Map<Slice, Slice>();
    for (let i = 0; i < slices.length; i++) {
      const [old, slice] = [before[i], slices[i]];
      if (old !== slice && old !== undefined && slice !== undefined) now.set(old, slice);
    }
    return now.size === removed.size ? now : undefined;
  }

  #inOrder(): readonly Entry[] {
    const known = new Map<Slice, Entry[]>();
    for (const entry of [...this.#base.items, ...this.#fresh]) push(known, entry.slice, entry);
    return this.source.slices.flatMap((slice) => known.get(slice) ?? []);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
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
  if (entry.isSection) return root;
  return itemNodes(entry.slice, root)[entry.nth]?.node;
}

/** The path to an item from the root of its slice's tree, as `changeData` takes it. */
export function pathInSlice(entry: Entry): (string | number)[] {
  if (entry.isSection) return [];
  if (entry.slice.kind === 'item') return [entry.nth];
  const before = itemNodes(entry.slice, readSlice(entry.slice).root).slice(0, entry.nth);
  return [entry.list, before.filter(({ list }) => list === entry.list).length];
}

/** What a person calls an item in a message. */
export function nameOf(entry: Entry): string {
  if (entry.isSection) return 'the settings';
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
