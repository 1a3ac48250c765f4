/** `reference/cycle`: items that depend on themselves by way of others. */
import type { Item } from '../item.ts';
import type { Problem } from '../problem.ts';
import { findCycles } from './findCycles.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';

export class DependencyCycles implements SharedRule {
  private readonly dependent = new Set<Item>();
  private cycles: ReadonlyMap<Item, readonly string[]> = new Map();

  constructor(private readonly host: SharedHost) {}

  get size(): number {
    return this.cycles.size;
  }

  affected(): Iterable<Item> {
    return this.cycles.keys();
  }

  update({ removed, added, whole }: ItemChange): void {
    for (const item of removed) this.dependent.delete(item);
    for (const item of added) if (item.dependsOn.length > 0) this.dependent.add(item);
    // Most keystrokes leave ids and dependencies alone; the ways through the graph are then the same.
    const sameGraph = !whole && edges(removed) === edges(added);
    if (sameGraph && !removed.some((item) => this.cycles.has(item))) return;
    this.cycles =
      this.dependent.size === 0 ? new Map() : findCycles(this.host.inOrder(this.dependent), this.host.ids);
  }

  problemsOf(item: Item): readonly Problem[] {
    const path = this.cycles.get(item);
    if (!path) return NO_PROBLEMS;
    const members = new Set(path);
    const reference = item.references.find((each) => each.field === 'depends_on' && members.has(each.id));
    const { start, end } = reference ?? item.span;
    return [
      {
        rule: 'reference/cycle',
        severity: 'error',
        message: `${shown(path)}: these depend on each other, so none can come first. Remove one of the dependencies.`,
        start,
        end,
      },
    ];
  }
}

/** A long way round is told by its beginning and its end. */
function shown(path: readonly string[]): string {
  const ids = path.length <= MAX_SHOWN ? path : [...path.slice(0, MAX_SHOWN - 2), '…', ...path.slice(-2)];
  return ids.join(' → ');
}

const MAX_SHOWN = 12;

/** What a set of items contributes to the graph, and by which ids it is reached. */
function edges(items: readonly Item[]): string {
  return items
    .map((item) => `${item.list} ${item.id ?? ''} ${item.was.join()} ${item.dependsOn.join()}`)
    .join('\n');
}
