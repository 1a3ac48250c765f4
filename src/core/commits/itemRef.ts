/** An item of a backlog, as it is named outside of it. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import type { LineCharacter } from '../text/position.ts';

export interface ItemRef {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly status?: string;
  readonly position: LineCharacter;
}

export function itemRef({
  uri,
  backlog,
  item,
}: {
  readonly uri: string;
  readonly backlog: Backlog;
  readonly item: Item;
}): ItemRef {
  const { start } = item.titleSpan ?? item.idSpan ?? item.span;
  return {
    uri,
    id: item.id ?? '',
    title: item.title ?? '',
    ...(item.status === undefined ? {} : { status: item.status }),
    position: backlog.source.positionAt(backlog.startOf(item.slice) + start),
  };
}
