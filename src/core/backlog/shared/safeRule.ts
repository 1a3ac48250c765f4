/**
 * A rule between items behind a guard: where it throws, it alone falls silent and says so at one item, and it is
 * tried afresh on the whole file with the next edit.
 */
import type { Item } from '../item.ts';
import { ruleFailed } from '../judgedSafely.ts';
import type { Problem } from '../problem.ts';
import { type ItemChange, NO_PROBLEMS, type SharedHost, type SharedRule } from './sharedRule.ts';

interface Failure {
  readonly error: unknown;
  /** Where it is told; undefined while the file has no item. */
  readonly item: Item | undefined;
}

export class SafeRule implements SharedRule {
  private rule: SharedRule;
  private failure: Failure | undefined;

  constructor(
    private readonly host: SharedHost,
    private readonly make: (host: SharedHost) => SharedRule,
  ) {
    this.rule = make(host);
  }

  get size(): number {
    if (this.failure === undefined) return this.rule.size;
    return this.failure.item === undefined ? 0 : 1;
  }

  affected(): Iterable<Item> {
    if (this.failure === undefined) return this.rule.affected();
    return this.failure.item === undefined ? [] : [this.failure.item];
  }

  update(change: ItemChange): void {
    try {
      if (this.failure === undefined) this.rule.update(change);
      else {
        this.rule = this.make(this.host);
        this.rule.update({ removed: [], added: [...this.host.everyItem()], whole: true });
        this.failure = undefined;
      }
    } catch (error) {
      const [item = [...this.host.everyItem()][0]] = change.added;
      this.failure = { error, item };
    }
  }

  problemsOf(item: Item): readonly Problem[] {
    const { failure } = this;
    if (failure !== undefined)
      return failure.item === item ? [ruleFailed(failure.error, placeOf(item))] : NO_PROBLEMS;
    try {
      return this.rule.problemsOf(item);
    } catch (error) {
      return [ruleFailed(error, placeOf(item))];
    }
  }
}

function placeOf(item: Item): { readonly start: number; readonly end: number } {
  return item.idSpan ?? item.titleSpan ?? { start: item.span.start, end: item.span.start };
}
