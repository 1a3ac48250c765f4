/** Steps that follow one another, each planned on the text that the one before left, as one step: all or nothing. */
import { ComposedEdits } from './compose.ts';
import type { ItemAddress } from './operation.ts';
import type { Refused } from './refusal.ts';
import type { Step } from './step.ts';
import { Changes } from './verify.ts';
import { Draft, type View } from './view.ts';

export type PlanStep = (view: View) => Step | Refused;

export class Chain {
  readonly #first: View;
  readonly #composed: ComposedEdits;
  readonly #items = new Map<string, ItemAddress>();
  readonly #changes: Changes;
  #view: View;
  #refused: Refused | undefined;

  constructor(view: View) {
    this.#first = view;
    this.#view = view;
    this.#composed = new ComposedEdits(view.source.length);
    this.#changes = new Changes(view.source);
  }

  /** What the steps so far have made. */
  get view(): View {
    return this.#view;
  }

  /** Plans one more step; nothing happens once a step was refused. */
  then(plan: PlanStep): this {
    if (this.#refused !== undefined) return this;
    const step = plan(this.#view);
    if (!step.ok) {
      this.#refused = step;
      return this;
    }
    for (const item of step.items) this.#items.set(JSON.stringify(item), item);
    if (step.edits.length === 0) return this;
    this.#composed.add(step.edits);
    this.#view = new Draft(this.#view, step.change);
    this.#changes.add(step.change);
    return this;
  }

  /**
   * All steps as one, or why one of them can't be done.
   * @param items what the whole is said to touch, where that is not what its steps touch
   */
  step(items: readonly ItemAddress[] = [...this.#items.values()]): Step | Refused {
    if (this.#refused !== undefined) return this.#refused;
    const { source } = this.#first;
    const edits = this.#composed.edits().filter((edit) => edit.text !== source.slice(edit.start, edit.end));
    return { ok: true, edits, change: this.#changes, items };
  }
}
