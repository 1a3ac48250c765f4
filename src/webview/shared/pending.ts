/**
 * Changes that are shown before they are in the file. They are taken back where they are refused, and end with the
 * newer backlog that has them.
 */
interface Shown<Change> {
  readonly change: Change;
  /** True once the file has it: the next state of the backlog shows it. */
  done: boolean;
}

export class Pending<Change, State> {
  readonly #apply: (state: State, change: Change) => State;
  #changes: readonly Shown<Change>[] = [];

  /** @param apply what the person sees once a change is made */
  constructor(apply: (state: State, change: Change) => State) {
    this.#apply = apply;
  }

  /** Shows a change until it is settled. */
  add(change: Change): { readonly done: () => void; readonly refused: () => void } {
    const shown: Shown<Change> = { change, done: false };
    this.#changes = [...this.#changes, shown];
    return {
      done: () => {
        shown.done = true;
      },
      refused: () => {
        this.#changes = this.#changes.filter((one) => one !== shown);
      },
    };
  }

  /** A newer backlog is here: what is in the file needs no showing any more. */
  newer(): void {
    this.#changes = this.#changes.filter(({ done }) => !done);
  }

  /** What is there, with all changes that are still on their way. */
  over(state: State): State {
    return this.#changes.reduce((shown, { change }) => this.#apply(shown, change), state);
  }
}
