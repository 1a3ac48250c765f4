/**
 * The rules between the words of items, side by side, each behind a guard: one that throws falls silent, says so at
 * the item that it threw at, and is tried afresh when the whole file is judged again.
 */
import type { Item } from '../../backlog/item.ts';
import { ruleFailed } from '../../backlog/judgedSafely.ts';
import type { Fix, Problem } from '../../backlog/problem.ts';
import { fixesOf, isWanted } from '../judge.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { SET_RULES } from './all.ts';
import type { SetHost, SetRule, SetRuleKind } from './setRule.ts';

interface Running {
  readonly kind: SetRuleKind;
  rule: SetRule | undefined;
}

const NO_PROBLEMS: readonly Problem[] = [];

export class Sets {
  private readonly running: readonly Running[];
  private readonly failures = new Map<Item, readonly Problem[]>();
  private failed = 0;

  constructor(private readonly host: SetHost) {
    const config = host.config();
    this.running = SET_RULES.filter(({ docs, language }) =>
      docs.some((doc) => isWanted(doc, language, config)),
    ).map((kind) => ({ kind, rule: kind.make(host) }));
  }

  /** False where the team wants none of them, so that nothing has to be looked at. */
  get isEmpty(): boolean {
    return this.running.length === 0;
  }

  /** Counts up whenever an answer may be another one. */
  get changes(): number {
    return this.running.reduce((sum, { rule }) => sum + (rule?.changes ?? 0), this.failed);
  }

  get size(): number {
    return this.running.reduce((sum, { rule }) => sum + (rule?.size ?? 0), this.failures.size);
  }

  *affected(): Iterable<Item> {
    for (const { rule } of this.running) if (rule !== undefined) yield* rule.affected();
    yield* this.failures.keys();
  }

  add(written: WrittenItem): void {
    for (const running of this.running)
      this.guarded(running, written.item, (rule) => {
        rule.add(written);
      });
  }

  remove(item: Item): void {
    if (this.failures.delete(item)) this.failed++;
    for (const running of this.running)
      this.guarded(running, item, (rule) => {
        rule.remove(item);
      });
  }

  problemsOf(item: Item): readonly Problem[] {
    let found = this.failures.get(item) ?? NO_PROBLEMS;
    for (const running of this.running) {
      if (running.rule === undefined || running.rule.size === 0) continue;
      const problems = this.guarded(running, item, (rule) => rule.problemsOf(item)) ?? NO_PROBLEMS;
      const config = this.host.config();
      for (const problem of problems) {
        const doc = running.kind.docs.find(({ id }) => id === problem.rule);
        if (doc !== undefined && isWanted(doc, running.kind.language, config)) found = [...found, problem];
      }
    }
    return found;
  }

  fixesOf(item: Item, problem: Problem): readonly Fix[] {
    const running = this.running.find(({ kind }) => kind.docs.some(({ id }) => id === problem.rule));
    const mends = running && this.guarded(running, item, (rule) => rule.mendsOf?.(item, problem));
    return mends === undefined ? [] : fixesOf(mends, item.slice);
  }

  private guarded<T>(running: Running, item: Item, act: (rule: SetRule) => T): T | undefined {
    if (running.rule === undefined) return undefined;
    try {
      return act(running.rule);
    } catch (error) {
      running.rule = undefined;
      this.failed++;
      const { start } = item.span;
      const at = item.idSpan ?? item.titleSpan ?? { start, end: start };
      this.failures.set(item, [...(this.failures.get(item) ?? []), ruleFailed(error, at)]);
      return undefined;
    }
  }
}
