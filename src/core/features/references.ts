/** Where ids lead and where they are used: definition and references. Offsets are absolute. */
import type { Backlog } from '../backlog/backlog.ts';
import { listsOf } from '../backlog/ids.ts';
import type { Item, Reference } from '../backlog/item.ts';
import type { Span } from '../text/span.ts';
import type { Slice } from '../yaml/slice.ts';

/** A mention of an item in the file: the place, and the items that it means. */
export interface Mention {
  readonly span: Span;
  readonly targets: readonly Item[];
}

/** What the id under the offset means: of a reference what it leads to, of an item's own id the item itself. */
export function mentionAt(backlog: Backlog, offset: number): Mention | undefined {
  const item = backlog.itemAt(offset);
  if (item === undefined) return undefined;
  const base = backlog.startOf(item.slice);
  const at = offset - base;
  const { idSpan } = item;
  if (idSpan && at >= idSpan.start && at <= idSpan.end)
    return { span: { start: base + idSpan.start, end: base + idSpan.end }, targets: [item] };
  const reference = item.references.find(({ start, end }) => at >= start && at <= end);
  if (reference === undefined) return undefined;
  const span = { start: base + reference.start, end: base + reference.end };
  return { span, targets: targetsOf(backlog, reference) };
}

/** The same, and of an id in running text (a note, a description) the story or epic that bears or bore it. */
export function meantAt(backlog: Backlog, offset: number): Mention | undefined {
  return mentionAt(backlog, offset) ?? namedInText(backlog, offset);
}

const ID_IN_TEXT = /[\p{L}\p{N}_]+-\d+/gu;
const AROUND = 100;

function namedInText(backlog: Backlog, offset: number): Mention | undefined {
  const from = Math.max(0, offset - AROUND);
  const text = backlog.source.slice(from, offset + AROUND);
  for (const { index, 0: id } of text.matchAll(ID_IN_TEXT)) {
    const start = from + index;
    const end = start + id.length;
    if (offset < start || offset > end) continue;
    const target = backlog.target('item', id);
    // In its own text, as under `was`, an item's id says nothing new.
    if (target === undefined || target === backlog.itemAt(offset)) return undefined;
    return { span: { start, end }, targets: targetsOf(backlog, { to: 'item', id }) };
  }
  return undefined;
}

/** The items that a reference means; several where an id is given twice, former ids where no living item bears it. */
export function targetsOf(backlog: Backlog, reference: Pick<Reference, 'to' | 'id'>): readonly Item[] {
  const lists = listsOf(reference.to);
  const living = backlog.byId(reference.id).filter(({ list }) => lists.includes(list));
  if (living.length > 0) return living;
  const former = backlog.target(reference.to, reference.id);
  return former === undefined ? [] : [former];
}

/** Where the item that the id under the offset means is defined. */
export function definitionAt(backlog: Backlog, offset: number): readonly Span[] {
  const mention = meantAt(backlog, offset);
  return mention?.targets.map((item) => definitionOf(backlog, item)) ?? [];
}

/** Every place that names the item under the offset, in the file's order; its own id first where it is asked for. */
export function referencesAt(
  backlog: Backlog,
  offset: number,
  options: { readonly withDefinition: boolean },
): readonly Span[] {
  const mention = meantAt(backlog, offset);
  if (mention === undefined) return [];
  const starts = startsOf(backlog);
  return mention.targets.flatMap((target) => {
    const uses = target.id === undefined ? [] : backlog.referencesTo(target.id);
    const spans = uses
      .filter(({ reference }) => listsOf(reference.to).includes(target.list))
      .map(({ item, reference }) => {
        const base = starts.get(item.slice) ?? 0;
        return { start: base + reference.start, end: base + reference.end };
      })
      .sort((a, b) => a.start - b.start);
    return options.withDefinition ? [definitionOf(backlog, target), ...spans] : spans;
  });
}

/** Where each slice starts: one pass, for answers that name many. */
function startsOf({ source }: Backlog): ReadonlyMap<Slice, number> {
  return new Map(source.slices.map((slice, index) => [slice, source.startOf(index)]));
}

/** The id of an item, else its title, else its first character. */
export function definitionOf(backlog: Backlog, item: Item): Span {
  const base = backlog.startOf(item.slice);
  const span = item.idSpan ?? item.titleSpan ?? { start: item.span.start, end: item.span.start };
  return { start: base + span.start, end: base + span.end };
}
