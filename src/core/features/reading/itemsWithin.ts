/** The items of a part of the file, without looking at the others: what is on the screen of a large file. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { isListName } from '../../backlog/lists.ts';
import type { Span } from '../../text/span.ts';

export interface PlacedItem {
  readonly item: Item;
  /** Index of the item's slice, and the absolute offset where that starts. */
  readonly index: number;
  readonly start: number;
}

/** Every item whose slice touches the span, in the order of the file. */
export function* itemsWithin(backlog: Backlog, span: Span): Iterable<PlacedItem> {
  const { source } = backlog;
  for (let index = source.indexAt(span.start); index < source.slices.length; index++) {
    const slice = source.slices[index];
    const start = source.startOf(index);
    if (slice === undefined || start > span.end) return;
    if (slice.kind === 'item') {
      const item = backlog.itemAt(start);
      if (item !== undefined) yield { item, index, start };
    } else if (slice.kind === 'whole' || (slice.kind === 'section' && isListName(slice.section))) {
      // A list that can't be cut, such as one in brackets: all its items are in one slice.
      for (const item of backlog.items) if (item.slice === slice) yield { item, index, start };
    }
  }
}

/** The whole file. */
export function everywhere({ source }: Backlog): Span {
  return { start: 0, end: source.length };
}
