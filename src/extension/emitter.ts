/** A minimal event, so that what holds state needs no editor to be tested. */
export interface Subscription {
  dispose(): void;
}
export type Listen<T> = (listener: (value: T) => void) => Subscription;

export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event: Listen<T> = (listener) => {
    // A wrapper of its own for each subscription: the same function may listen twice.
    const own = (value: T) => {
      listener(value);
    };
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
