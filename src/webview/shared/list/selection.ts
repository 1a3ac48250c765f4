/** Which stories are chosen, and which one the keyboard is at. */
export class Selection {
  /** The story that has, or last had, the focus. */
  current: string | undefined;
  #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** The stories that are meant when something is done with this one: the chosen ones if it is one of them. */
  with(key: string): readonly string[] {
    return this.#keys.has(key) ? [...this.#keys] : [key];
  }

  only(key: string): void {
    this.#keys = new Set([key]);
    this.current = key;
  }

  toggle(key: string): void {
    if (!this.#keys.delete(key)) this.#keys.add(key);
    this.current = key;
  }

  /** All from the current story to this one. */
  through(key: string, order: readonly string[]): void {
    const from = order.indexOf(this.current ?? key);
    const to = order.indexOf(key);
    if (from < 0 || to < 0) return;
    for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) this.#keys.add(one);
  }

  /** All of these too; the keyboard is at `current`. */
  add(keys: readonly string[], current: string | undefined): void {
    for (const key of keys) this.#keys.add(key);
    this.current = current;
  }

  get all(): readonly string[] {
    return [...this.#keys];
  }

  clear(): void {
    this.#keys.clear();
  }
}
