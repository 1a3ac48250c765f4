/** The rules between items, side by side. */
import type { Item } from '../item.ts';
import type { Problem } from '../problem.ts';
import { DependencyCycles } from './dependencyCycles.ts';
import { DuplicateIds } from './duplicateIds.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';
import { SafeRule } from './safeRule.ts';
import { SprintCapacity } from './sprintCapacity.ts';
import { UnknownReferences } from './unknownReferences.ts';
import { WorkLimits } from './workLimits.ts';

export class Shared {
  private readonly rules: readonly SharedRule[];

  constructor(host: SharedHost) {
    this.rules = [
      new SafeRule(host, (own) => new UnknownReferences(own)),
      new SafeRule(host, (own) => new DuplicateIds(own)),
      new SafeRule(host, (own) => new DependencyCycles(own)),
      new SafeRule(host, (own) => new WorkLimits(own)),
      new SafeRule(host, (own) => new SprintCapacity(own)),
    ];
  }

  get isClean(): boolean {
    return this.rules.every((rule) => rule.size === 0);
  }

  /** Items that have a problem with others. */
  *affected(): Iterable<Item> {
    for (const rule of this.rules) yield* rule.affected();
  }

  update(change: ItemChange): void {
    for (const rule of this.rules) rule.update(change);
  }

  problemsOf(item: Item): readonly Problem[] {
    let found = NO_PROBLEMS;
    for (const rule of this.rules) {
      if (rule.size === 0) continue;
      const problems = rule.problemsOf(item);
      if (problems.length > 0) found = found.length === 0 ? problems : [...found, ...problems];
    }
    return found;
  }
}
