/** How a person looks at a view: what is shown, what is folded. Saved for the workspace, never in the file. */

/** Milliseconds before what is typed is saved. */
const SAVE_AFTER = 400;

export interface FoldableSettings {
  /** Parts of the view that are folded away. */
  readonly folded: readonly string[];
}

export class ViewSettings<S extends FoldableSettings> {
  readonly #save: (settings: S) => void;
  readonly #changed: () => void;
  #now: S | undefined;
  #timer = 0;

  /** @param changed called where what is shown is to be worked out anew */
  constructor(save: (settings: S) => void, changed: () => void) {
    this.#save = save;
    this.#changed = changed;
  }

  /** Undefined until the host has told of them. */
  get now(): S | undefined {
    return this.#now;
  }

  /** What the host says; how the person looks at it by now stays. */
  told(settings: S): void {
    this.#now ??= settings;
  }

  change(change: Partial<S>): void {
    if (this.#now === undefined) return;
    const next = { ...this.#now, ...change };
    this.#now = next;
    this.#changed();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#save(next);
    }, SAVE_AFTER);
  }

  /** Folds a part, or unfolds it. */
  fold(part: string): void {
    const folded = this.#now?.folded ?? [];
    const without = folded.filter((one) => one !== part);
    const change: Partial<FoldableSettings> = {
      folded: without.length < folded.length ? without : [...folded, part],
    };
    // Every settings have this member, and of this type.
    this.change(change as Partial<S>);
  }
}
