/**
 * The rows of a backlog, in the order of its lists. The row of an item that did not change stays the same object;
 * while a person types in one item the rows of all others are not even looked at.
 */
import type { Backlog } from '../core/backlog/backlog.ts';
import type { Item } from '../core/backlog/item.ts';
import { LISTS } from '../core/backlog/lists.ts';
import { daysOf } from '../core/features/itemText.ts';
import type { ItemAddress } from '../core/operations/operation.ts';
import type { Row } from '../protocol/snapshot.ts';

/** How many findings of an item are errors and warnings. */
export interface ItemCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** Rows, with what they were made from. */
export interface RowTable {
  readonly rows: readonly Row[];
  /** The items of all lists, as `LISTS` has them. */
  readonly lists: readonly (readonly Item[])[];
  readonly counts: ReadonlyMap<Item, ItemCounts>;
}

const NO_COUNTS: ItemCounts = { errors: 0, warnings: 0 };

export class Rows {
  private readonly made = new WeakMap<Item, Row>();

  /** The key of an item's row in the table that was made last; undefined for an item that is in none. */
  keyOf(item: Item): string | undefined {
    return this.made.get(item)?.key;
  }

  /** @param last the table of the revision before, where there is one */
  table(backlog: Backlog, counts: ReadonlyMap<Item, ItemCounts>, last: RowTable | undefined): RowTable {
    const lists = LISTS.map((list) => backlog.list(list));
    const rows = (last && this.patched(backlog, lists, counts, last)) ?? this.all(backlog, lists, counts);
    return { rows, lists, counts };
  }

  private all(backlog: Backlog, lists: RowTable['lists'], counts: RowTable['counts']): readonly Row[] {
    const used = new Set<string>();
    return lists.flatMap((items) =>
      items.map((item, index) => {
        const { id, list } = item;
        const key = id !== undefined && !used.has(id) ? id : `${list}[${index}]`;
        used.add(key);
        return this.row(backlog, item, { key, address: addressOf(backlog, item, index) }, counts.get(item));
      }),
    );
  }

  /** The rows of the table before with those of changed items replaced; undefined where keys may be other ones now. */
  private patched(
    backlog: Backlog,
    lists: RowTable['lists'],
    counts: RowTable['counts'],
    last: RowTable,
  ): readonly Row[] | undefined {
    if (lists.some((items, i) => items.length !== last.lists[i]?.length)) return undefined;
    const stale = recounted(last.counts, counts);
    const rows = last.rows.slice();
    let at = 0;
    for (const [i, items] of lists.entries()) {
      const before = last.lists[i] ?? [];
      for (const [k, item] of items.entries()) {
        const was = before[k];
        const row = rows[at];
        if (item !== was || (stale.size > 0 && stale.has(item))) {
          if (item.id !== was?.id || row === undefined) return undefined;
          rows[at] = this.row(backlog, item, row, counts.get(item));
        }
        at++;
      }
    }
    return rows;
  }

  private row(
    backlog: Backlog,
    item: Item,
    { key, address }: Pick<Row, 'key' | 'address'>,
    counts = NO_COUNTS,
  ): Row {
    const known = this.made.get(item);
    if (
      known?.key === key &&
      sameAddress(known.address, address) &&
      (known.errors ?? 0) === counts.errors &&
      (known.warnings ?? 0) === counts.warnings
    )
      return known;
    const row: Row = {
      key,
      address,
      list: item.list,
      title: item.title ?? '',
      ...fieldsOf(item),
      ...daysOf(backlog, item),
      ...(counts.errors === 0 ? {} : { errors: counts.errors }),
      ...(counts.warnings === 0 ? {} : { warnings: counts.warnings }),
    };
    this.made.set(item, row);
    return row;
  }
}

/** Items that have other counts now. */
function recounted(before: RowTable['counts'], after: RowTable['counts']): ReadonlySet<Item> {
  const changed = new Set<Item>();
  const differs = (a: ItemCounts | undefined, b: ItemCounts | undefined): boolean =>
    a?.errors !== b?.errors || a?.warnings !== b?.warnings;
  for (const [item, counts] of before) if (differs(counts, after.get(item))) changed.add(item);
  for (const [item, counts] of after) if (differs(counts, before.get(item))) changed.add(item);
  return changed;
}

/** As `backlog.address` has it, without looking for the index again. */
function addressOf(backlog: Backlog, { id, list }: Item, index: number): ItemAddress {
  if (id === undefined) return { list, index };
  const bearers = backlog.byId(id);
  if (bearers.length === 1) return { id };
  return bearers.filter((other) => other.list === list).length === 1 ? { id, list } : { list, index };
}

function sameAddress(a: ItemAddress, b: ItemAddress): boolean {
  if ('index' in a || 'index' in b) return 'index' in a && 'index' in b && a.index === b.index;
  return a.id === b.id && a.list === b.list;
}

const TEXTS = [
  'id',
  'type',
  'status',
  'estimate',
  'points',
  'epic',
  'sprint',
  'release',
  'objective',
  'priority',
] as const;

/** The fields that are there; what is absent is not sent. */
function fieldsOf(item: Item): Partial<Row> {
  const fields: Record<string, unknown> = {};
  for (const key of TEXTS) if (item[key] !== undefined) fields[key] = item[key];
  if (item.assignees.length > 0) fields['assignees'] = item.assignees;
  if (item.labels.length > 0) fields['labels'] = item.labels;
  if (item.blocked) fields['blocked'] = true;
  if (item.dependsOn.length > 0) fields['dependsOn'] = item.dependsOn;
  return fields;
}
