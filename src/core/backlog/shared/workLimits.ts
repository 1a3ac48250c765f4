/** `workflow/wip`: more stories in a status than the team wants to work on at a time. */
import type { Item } from '../item.ts';
import type { Problem } from '../problem.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';

export class WorkLimits implements SharedRule {
  private readonly inStatus = new Map<string, Set<Item>>();
  private over = new Map<Item, Problem>();

  constructor(private readonly host: SharedHost) {}

  get size(): number {
    return this.over.size;
  }

  affected(): Iterable<Item> {
    return this.over.keys();
  }

  update({ removed, added }: ItemChange): void {
    const { wip } = this.host.config();
    if (wip.size === 0) {
      this.inStatus.clear();
      if (this.over.size > 0) this.over = new Map();
      return;
    }
    const touched = new Set<string>();
    for (const item of removed) {
      this.over.delete(item);
      if (item.status !== undefined && this.inStatus.get(item.status)?.delete(item)) touched.add(item.status);
    }
    for (const item of added) {
      if (item.list !== 'stories' || item.status === undefined || !wip.has(item.status)) continue;
      const items = this.inStatus.get(item.status);
      if (items) items.add(item);
      else this.inStatus.set(item.status, new Set([item]));
      touched.add(item.status);
    }
    for (const status of touched) this.check(status, wip.get(status));
  }

  problemsOf(item: Item): readonly Problem[] {
    const problem = this.over.get(item);
    return problem ? [problem] : NO_PROBLEMS;
  }

  /** The stories that rank highest stay; those behind them are over the limit. */
  private check(status: string, limit: number | undefined): void {
    const items = this.inStatus.get(status);
    if (!items) return;
    for (const item of items) this.over.delete(item);
    if (limit === undefined || items.size <= limit) return;
    for (const item of this.host.inOrder(items).slice(Math.max(0, limit))) {
      const { start, end } = item.statusSpan ?? item.span;
      const message = `${items.size} stories are in ${status}, and the team's limit is ${limit}: finish one before starting another.`;
      this.over.set(item, { rule: 'workflow/wip', severity: 'warning', message, start, end });
    }
  }
}
