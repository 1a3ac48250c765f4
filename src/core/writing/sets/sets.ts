/**
 * The rules between the words of items, side by side, each behind a guard: one that throws falls silent, says so at
 * one item, and is tried afresh when the whole file is judged again.
 */
import type { Item } from '../../backlog/item.ts';
import { ruleFailed } from '../../backlog/judgedSafely.ts';
import type { Fix, Problem } from '../../backlog/problem.ts';
import { fixesOf, isWanted } from '../judge.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { SET_RULES } from './all.ts';
import type { SetHost, SetRule } from './setRule.ts';

interface Running {
  /** What the team wants to hear of. */
  readonly wanted: ReadonlySet<string>;
  /** True where the rule finds something that the team does not want to hear of. */
  readonly isPartial: boolean;
  readonly everyStory: boolean;
  rule: SetRule | undefined;
}

const NO_PROBLEMS: readonly Problem[] = [];

export class Sets {
  private readonly running: readonly Running[];
  private readonly failures = new Map<Item, readonly Problem[]>();
  private failed = 0;
  /** The item that came last: where it is told that a rule threw. */
  private last: Item | undefined;

  constructor(host: SetHost) {
    const config = host.config();
    this.running = SET_RULES.flatMap((kind) => {
      const wanted = kind.docs.filter((doc) => isWanted(doc, kind.language, config)).map(({ id }) => id);
      if (wanted.length === 0) return [];
      const isPartial = wanted.length < kind.docs.length;
      const everyStory = kind.everyStory === true;
      return [{ wanted: new Set(wanted), isPartial, everyStory, rule: kind.make(host) }];
    });
  }

  /** Counts up whenever an answer may be another one. */
  get changes(): number {
    return this.sum((rule) => rule.findings().changes) + this.failed;
  }

  get size(): number {
    return this.sum((rule) => rule.findings().size) + this.failures.size;
  }

  *affected(): Iterable<Item> {
    for (const { rule } of this.running) if (rule !== undefined) yield* rule.findings().items();
    yield* this.failures.keys();
  }

  /** True while the problems of some item are not worked out. */
  get pending(): boolean {
    return this.sum((rule) => (rule.findings().pending ? 1 : 0)) > 0;
  }

  /** Works out the problems of one item for each rule. */
  work(): void {
    this.sum((rule) => {
      rule.findings().work();
      return 0;
    });
  }

  /** True where a rule asks for every story. */
  get wantsEveryStory(): boolean {
    return this.running.some(({ everyStory }) => everyStory);
  }

  add(written: WrittenItem, isJudged: boolean): void {
    this.last = written.item;
    for (const running of this.running)
      if (isJudged || running.everyStory)
        this.guarded(running, (rule) => {
          rule.add(written, isJudged);
        });
  }

  follow(changed: readonly Item[]): void {
    this.sum((rule) => {
      rule.follow?.(changed);
      return 0;
    });
  }

  remove(item: Item): void {
    if (this.failures.delete(item)) this.failed++;
    this.sum((rule) => {
      rule.remove(item);
      return 0;
    });
  }

  problemsOf(item: Item): readonly Problem[] {
    let found = this.failures.get(item) ?? NO_PROBLEMS;
    for (const running of this.running) {
      if (running.rule === undefined) continue;
      const problems = this.guarded(running, (rule) => rule.findings().of(item)) ?? NO_PROBLEMS;
      if (problems.length === 0) continue;
      const heard = running.isPartial ? problems.filter(({ rule }) => running.wanted.has(rule)) : problems;
      found = found.length === 0 ? heard : [...found, ...heard];
    }
    return found;
  }

  fixesOf(item: Item, problem: Problem): readonly Fix[] {
    const running = this.running.find(({ wanted }) => wanted.has(problem.rule));
    const mends = running && this.guarded(running, (rule) => rule.mendsOf?.(item, problem));
    return mends === undefined ? [] : fixesOf(mends, item.slice);
  }

  private sum(count: (rule: SetRule) => number): number {
    let sum = 0;
    for (const running of this.running) sum += this.guarded(running, count) ?? 0;
    return sum;
  }

  private guarded<T>(running: Running, act: (rule: SetRule) => T): T | undefined {
    const { rule } = running;
    if (rule === undefined) return undefined;
    try {
      return act(rule);
    } catch (error) {
      running.rule = undefined;
      this.failed++;
      const { last } = this;
      if (last === undefined) return undefined;
      const { start } = last.span;
      const failure = ruleFailed(error, last.idSpan ?? last.titleSpan ?? { start, end: start });
      this.failures.set(last, [...(this.failures.get(last) ?? []), failure]);
      return undefined;
    }
  }
}
