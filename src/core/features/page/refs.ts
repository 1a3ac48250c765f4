/** Other items as links of a page. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { RefKind } from '../../schema/shape.ts';
import { daysOf } from '../itemText.ts';
import type { PageRef } from './pageData.ts';

/** The item that an id of this kind means; its title is empty where there is none. */
export function refTo(backlog: Backlog, kind: RefKind, id: string): PageRef {
  const item = backlog.target(kind, id);
  return item === undefined ? { id, title: '' } : { ...refOf(backlog, item), id };
}

export function refOf(backlog: Backlog, item: Item): PageRef {
  const { done, dropped } = backlog.config;
  const { status } = item;
  const over =
    (status !== undefined && (done.includes(status) || dropped.includes(status))) ||
    daysOf(backlog, item).over === true;
  return {
    id: item.id ?? '',
    address: backlog.address(item),
    list: item.list,
    title: item.title ?? '',
    ...(status === undefined ? {} : { status }),
    ...(over ? { over } : {}),
  };
}

/** The items that name this one in a field, each once, in the order of the file. */
export function namedIn(backlog: Backlog, id: string | undefined, field: string): readonly Item[] {
  if (id === undefined) return [];
  const items = new Set(
    backlog.referencesTo(id).flatMap(({ item, reference }) => (reference.field === field ? [item] : [])),
  );
  return [...items].sort((a, b) => backlog.startOf(a.slice) - backlog.startOf(b.slice) || a.nth - b.nth);
}
