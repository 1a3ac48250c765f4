/** `sprint/capacity`: more points planned into a sprint than the team can do. A closed sprint is history. */
import { capacityOf } from '../../planning/capacity.ts';
import { isNull, pairOf } from '../../yaml/node.ts';
import type { Item } from '../item.ts';
import type { Problem } from '../problem.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';

export class SprintCapacity implements SharedRule {
  /** The points of each sprint's stories, the dropped ones left out; in hundredths, so that sums stay exact. */
  private readonly planned = new Map<string, number>();
  private readonly over = new Map<Item, Problem>();

  constructor(private readonly host: SharedHost) {}

  get size(): number {
    return this.over.size;
  }

  affected(): Iterable<Item> {
    return this.over.keys();
  }

  update({ removed, added }: ItemChange): void {
    const touched = new Set<string>();
    for (const item of removed) {
      this.over.delete(item);
      this.count(item, -1, touched);
    }
    for (const item of added) this.count(item, 1, touched);
    for (const id of touched) {
      for (const sprint of this.host.ids.byId(id)) if (sprint.list === 'sprints') this.check(sprint, id);
    }
  }

  problemsOf(item: Item): readonly Problem[] {
    const problem = this.over.get(item);
    return problem ? [problem] : NO_PROBLEMS;
  }

  private count(item: Item, sign: 1 | -1, touched: Set<string>): void {
    if (item.list === 'sprints' && item.id !== undefined) touched.add(item.id);
    if (item.list !== 'stories' || item.sprint === undefined || item.points === undefined) return;
    if (item.status !== undefined && this.host.config().dropped.includes(item.status)) return;
    const before = this.planned.get(item.sprint) ?? 0;
    this.planned.set(item.sprint, before + sign * Math.round(item.points * 100));
    touched.add(item.sprint);
  }

  private check(sprint: Item, id: string): void {
    const problem = this.problem(sprint, (this.planned.get(id) ?? 0) / 100);
    if (problem) this.over.set(sprint, problem);
    else this.over.delete(sprint);
  }

  private problem(sprint: Item, points: number): Problem | undefined {
    if (points <= 0) return undefined;
    const node = this.host.node(sprint);
    if (node?.kind !== 'map') return undefined;
    const { text } = sprint.slice;
    if (!isNull(pairOf(node, 'closed', text)?.value, text)) return undefined;
    const capacity = pairOf(node, 'capacity', text)?.value;
    const limit = capacity && capacityOf(capacity, text);
    if (!capacity || limit === undefined || points <= limit) return undefined;
    const more = Math.round((points - limit) * 100) / 100;
    return {
      rule: 'sprint/capacity',
      severity: 'warning',
      message: `${points} points are planned for ${sprint.id ?? 'this sprint'}, but its capacity is ${limit}: remove ${more}.`,
      start: capacity.start,
      end: capacity.end,
    };
  }
}
