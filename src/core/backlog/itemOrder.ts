/**
 * The items in the order of the file, all together and by list. While a person types in one item only that item is
 * put in the place of the one before; anything else is collected again when somebody asks.
 */
import type { Item } from './item.ts';
import type { ListName } from './lists.ts';

export class ItemOrder {
  private all: readonly Item[] | undefined;
  private readonly lists = new Map<ListName, readonly Item[]>();

  /** @param collect gives the items of the file, slice by slice, in its order. */
  constructor(private readonly collect: () => Iterable<readonly Item[]>) {}

  get items(): readonly Item[] {
    if (this.all === undefined) {
      const all: Item[] = [];
      for (const items of this.collect()) for (const item of items) all.push(item);
      this.all = all;
    }
    return this.all;
  }

  list(name: ListName): readonly Item[] {
    let items = this.lists.get(name);
    if (items === undefined) {
      items = this.items.filter((item) => item.list === name);
      this.lists.set(name, items);
    }
    return items;
  }

  /** The order may be another one now. */
  forget(): void {
    this.all = undefined;
    this.lists.clear();
  }

  /** `after` stands where `before` stood, in the same list. */
  replace(before: Item, after: Item): void {
    if (this.all !== undefined) this.all = replaced(this.all, before, after);
    const list = this.lists.get(before.list);
    if (list !== undefined) this.lists.set(before.list, replaced(list, before, after));
  }
}

function replaced(items: readonly Item[], before: Item, after: Item): readonly Item[] {
  const copy = items.slice();
  copy[items.indexOf(before)] = after;
  return copy;
}
