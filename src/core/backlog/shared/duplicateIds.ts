/** `reference/duplicate-id`: an id that several items bear. The first in the file keeps it. */
import { domainOf } from '../ids.ts';
import type { Item } from '../item.ts';
import type { Problem } from '../problem.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';

export class DuplicateIds implements SharedRule {
  /** Items whose id an earlier item bears, with that item. */
  private readonly later = new Map<Item, { readonly first: Item; readonly count: number }>();

  constructor(private readonly host: SharedHost) {}

  get size(): number {
    return this.later.size;
  }

  affected(): Iterable<Item> {
    return this.later.keys();
  }

  update({ removed, added }: ItemChange): void {
    const touched = new Set<string>();
    for (const item of removed) {
      this.later.delete(item);
      if (item.id !== undefined && this.host.ids.byId(item.id).length > 0) touched.add(item.id);
    }
    for (const { id } of added) if (id !== undefined && this.host.ids.byId(id).length > 1) touched.add(id);
    for (const id of touched) this.check(id);
  }

  problemsOf(item: Item): readonly Problem[] {
    const double = this.later.get(item);
    if (!double || !item.idSpan) return NO_PROBLEMS;
    const { start, end } = item.idSpan;
    const first = double.first.title === undefined ? 'another one' : `"${double.first.title}"`;
    return [
      {
        rule: 'reference/duplicate-id',
        severity: 'error',
        message: `${item.id ?? ''} is the id of ${double.count} items, ${first} being the first: give this one its own id.`,
        start,
        end,
      },
    ];
  }

  private check(id: string): void {
    const bearers = this.host.ids.byId(id);
    if (bearers.length === 1) {
      for (const item of bearers) this.later.delete(item);
      return;
    }
    const byDomain = new Map<string, Item>();
    const ordered = this.host.inOrder(bearers);
    const count = (domain: string): number => ordered.filter((item) => domainOf(item.list) === domain).length;
    for (const item of ordered) {
      const domain = domainOf(item.list);
      const first = byDomain.get(domain);
      if (first) this.later.set(item, { first, count: count(domain) });
      else {
        byDomain.set(domain, item);
        this.later.delete(item);
      }
    }
  }
}
