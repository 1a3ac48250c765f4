/** How an item is named in an operation, and which item a name means. */
import type { ItemAddress } from '../operations/operation.ts';
import { type Refused, refuse } from '../operations/refusal.ts';
import type { Item } from './item.ts';
import type { ListName } from './lists.ts';

/** What is asked of the file. */
interface Named {
  byId(id: string): readonly Item[];
  list(name: ListName): readonly Item[];
}

/** By its id where that is enough, else by its place. */
export function addressOf(item: Item, backlog: Named): ItemAddress {
  if (item.id !== undefined) {
    const bearers = backlog.byId(item.id);
    if (bearers.length === 1) return { id: item.id };
    if (bearers.filter((other) => other.list === item.list).length === 1)
      return { id: item.id, list: item.list };
  }
  return { list: item.list, index: backlog.list(item.list).indexOf(item) };
}

export function findItem(
  address: ItemAddress,
  backlog: Named,
): { readonly ok: true; readonly item: Item } | Refused {
  if ('index' in address) {
    const item = backlog.list(address.list)[address.index];
    if (item) return { ok: true, item };
    return refuse('unknown-item', `There is no item number ${address.index + 1} in ${address.list}.`);
  }
  const { id, list } = address;
  const bearers = backlog.byId(id).filter((item) => list === undefined || item.list === list);
  const [item, other] = bearers;
  if (!item) return refuse('unknown-item', `No item is called "${id}".`);
  if (other)
    return refuse('ambiguous-item', `"${id}" is the id of ${bearers.length} items: give each its own first.`);
  return { ok: true, item };
}
