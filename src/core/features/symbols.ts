/** The outline of a backlog, and its items found by name across files. Offsets are absolute. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { isListName, type ListName } from '../backlog/lists.ts';
import type { Span } from '../text/span.ts';
import type { Slice } from '../yaml/slice.ts';
import { rankedItems } from './find.ts';

/** What the outline says of one item. The same object for as long as the item does not change. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly list: ListName;
  /** Offsets in the item's slice. */
  readonly span: Span;
  readonly selection: Span;
}

export interface OutlineChild {
  /** Index of the item's slice. */
  readonly index: number;
  readonly item: OutlineItem;
}

/** A section or a list with its items; an item without a section by itself, where the file can't be cut. */
export interface OutlineEntry {
  readonly name: string;
  /** What kind of thing it is, for an icon. */
  readonly kind: 'section' | 'list';
  /** Absolute offsets. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineChild[];
}

/** Sections and lists in the file's order, the items flat below their list. Costs one pass over the items. */
export function outline(backlog: Backlog): readonly OutlineEntry[] {
  const { source } = backlog;
  const entries: (OutlineEntry & { children: OutlineChild[]; span: { start: number; end: number } })[] = [];
  const children = childrenBySlice(backlog);
  source.slices.forEach((slice, index) => {
    const own = children.get(index) ?? [];
    const last = entries.at(-1);
    if (slice.kind === 'item' && last !== undefined && last.name === slice.section) {
      last.children.push(...own);
      last.span.end = source.startOf(index) + writtenEnd(slice);
      return;
    }
    const name = slice.section === '' ? (own[0]?.item.list ?? '') : slice.section;
    if (name === '') return;
    const start = source.startOf(index);
    const at = start + (slice.section === '' ? 0 : leadingComments(slice.text));
    const end = Math.max(at, start + writtenEnd(slice));
    const selection = { start: at, end: Math.min(end, at + (slice.section === '' ? 0 : name.length)) };
    const kind = isListName(name) ? 'list' : 'section';
    entries.push({ name, kind, span: { start: at, end }, selection, children: own });
  });
  return entries;
}

function childrenBySlice(backlog: Backlog): ReadonlyMap<number, OutlineChild[]> {
  const map = new Map<number, OutlineChild[]>();
  const { slices } = backlog.source;
  let index = 0;
  // Items come in the order of their slices.
  for (const item of backlog.items) {
    while (index < slices.length && slices[index] !== item.slice) index++;
    const child = { index, item: outlineItem(item) };
    const same = map.get(index);
    if (same === undefined) map.set(index, [child]);
    else same.push(child);
  }
  return map;
}

const known = new WeakMap<Item, OutlineItem>();

function outlineItem(item: Item): OutlineItem {
  let entry = known.get(item);
  if (entry === undefined) {
    const { start } = item.span;
    const end = item.slice.kind === 'item' && item.nth === 0 ? writtenEnd(item.slice) : item.span.end;
    const selection = item.titleSpan ?? item.idSpan ?? { start, end: start };
    const span = { start, end: Math.max(end, selection.end) };
    entry = { name: nameOf(item), detail: item.status ?? '', list: item.list, span, selection };
    known.set(item, entry);
  }
  return entry;
}

/** Where what is written in a slice ends: without the blank lines behind it. */
function writtenEnd(slice: Slice): number {
  return slice.text.trimEnd().length;
}

function nameOf(item: Item): string {
  const words = [item.id, item.title].filter((word) => word !== undefined && word.trim() !== '');
  return words.length === 0 ? 'untitled' : words.join(' ');
}

function leadingComments(text: string): number {
  return /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text)?.[0].length ?? 0;
}

export interface NamedItem {
  readonly name: string;
  readonly list: ListName;
  readonly span: Span;
  /** The smaller, the better it answers; comparable between backlogs. */
  readonly rank: number;
}

/** Items whose id or title answers the query, best first, at most `limit`. */
export function namedItems(backlog: Backlog, query: string, limit: number): readonly NamedItem[] {
  return rankedItems(backlog, query, limit).map(({ item, rank }) => {
    const base = backlog.startOf(item.slice);
    const span = item.titleSpan ?? item.idSpan ?? { start: item.span.start, end: item.span.start };
    const at = { start: base + span.start, end: base + span.end };
    return { name: nameOf(item), list: item.list, span: at, rank };
  });
}
