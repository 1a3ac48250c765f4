/** Which items have a problem, and the problems themselves: worked out one by one in idle time, or when somebody asks. */
import type { Item } from '../../backlog/item.ts';
import type { Problem } from '../../backlog/problem.ts';

const NO_PROBLEMS: readonly Problem[] = [];

export class Findings {
  private readonly found = new Map<Item, readonly Problem[] | undefined>();
  /** Items whose problems were not worked out when they were marked, some of them more than once. */
  private waiting: Item[] = [];
  private count = 0;

  /** @param make what is wrong with an item that was marked */
  constructor(private readonly make: (item: Item) => readonly Problem[]) {}

  /** Counts up whenever an answer may be another one. */
  get changes(): number {
    return this.count;
  }

  get size(): number {
    return this.found.size;
  }

  items(): Iterable<Item> {
    return this.found.keys();
  }

  has(item: Item): boolean {
    return this.found.has(item);
  }

  /** The item has problems, other ones than before. */
  mark(item: Item): void {
    this.count++;
    if (this.found.get(item) === undefined && this.found.has(item)) return;
    this.found.set(item, undefined);
    this.waiting.push(item);
  }

  unmark(item: Item): void {
    if (this.found.delete(item)) this.count++;
  }

  clear(): void {
    if (this.found.size > 0) this.count++;
    this.found.clear();
    this.waiting = [];
  }

  of(item: Item): readonly Problem[] {
    const problems = this.found.get(item);
    if (problems !== undefined || !this.found.has(item)) return problems ?? NO_PROBLEMS;
    const made = this.make(item);
    this.found.set(item, made);
    return made;
  }

  /** True while the problems of some item are not worked out. */
  get pending(): boolean {
    return this.waiting.length > 0;
  }

  /** Works out the problems of one item. */
  work(): void {
    const item = this.waiting.pop();
    if (item !== undefined) this.of(item);
  }
}
