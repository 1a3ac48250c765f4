/** The outline of a backlog, and its items found by name across files. Offsets are absolute. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { isListName, type ListName } from '../backlog/lists.ts';
import type { Span } from '../text/span.ts';
import { findItems } from './find.ts';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  /** What kind of thing it is, for an icon. */
  readonly kind: ListName | 'section' | 'list';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** Sections and lists in the file's order, the items flat below their list. Costs one pass over the items. */
export function outline(backlog: Backlog): readonly OutlineEntry[] {
  const { source } = backlog;
  const bySlice = itemsBySlice(backlog);
  const entries: (Omit<OutlineEntry, 'children'> & { children: OutlineEntry[] })[] = [];
  source.slices.forEach((slice, index) => {
    const start = source.startOf(index);
    const end = start + slice.text.trimEnd().length;
    const children = (bySlice.get(slice) ?? []).map((item) => entryOf(item, start));
    const last = entries.at(-1);
    if (slice.kind === 'item' && last !== undefined && last.name === slice.section) {
      last.children.push(...children);
      entries[entries.length - 1] = { ...last, span: { start: last.span.start, end } };
    } else if (slice.section !== '') {
      const name = slice.section;
      const at = start + leadingComments(slice.text);
      const selection = { start: at, end: Math.min(end, at + name.length) };
      const kind = isListName(name) ? 'list' : 'section';
      entries.push({ name, detail: '', kind, span: { start: at, end }, selection, children });
    } else entries.push(...children.map((child) => ({ ...child, children: [] })));
  });
  return entries.map((entry) =>
    entry.kind === 'list' ? { ...entry, detail: String(entry.children.length) } : entry,
  );
}

function itemsBySlice(backlog: Backlog): ReadonlyMap<unknown, readonly Item[]> {
  const map = new Map<unknown, Item[]>();
  for (const item of backlog.items) {
    const same = map.get(item.slice);
    if (same === undefined) map.set(item.slice, [item]);
    else same.push(item);
  }
  return map;
}

function entryOf(item: Item, base: number): OutlineEntry {
  const whole = item.slice.kind === 'item' && item.nth === 0;
  const end = whole ? item.slice.text.trimEnd().length : item.span.end;
  const start = item.span.start;
  const title = item.titleSpan ?? item.idSpan ?? { start, end: start };
  return {
    name: nameOf(item),
    detail: item.status ?? '',
    kind: item.list,
    span: { start: base + start, end: base + Math.max(end, title.end) },
    selection: { start: base + title.start, end: base + title.end },
    children: [],
  };
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
}

/** Items whose id or title answers the query, best first, at most `limit`. */
export function namedItems(backlog: Backlog, query: string, limit: number): readonly NamedItem[] {
  return findItems(backlog, query, limit).map((item) => {
    const base = backlog.startOf(item.slice);
    const span = item.titleSpan ?? item.idSpan ?? { start: item.span.start, end: item.span.start };
    return { name: nameOf(item), list: item.list, span: { start: base + span.start, end: base + span.end } };
  });
}
