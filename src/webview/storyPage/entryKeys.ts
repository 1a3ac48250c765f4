/** Names for the entries of a list that stay theirs while the list changes, so that each keeps its element and focus. */

interface Known {
  readonly key: string;
  readonly mark: string;
}

export class EntryKeys {
  readonly #lists = new Map<string, readonly Known[]>();
  #next = 0;

  /** The keys of a list's entries as it is now. An entry that says the same keeps its key, and so does one that changed in its place. */
  update(list: string, marks: readonly string[]): readonly string[] {
    const before = this.#lists.get(list) ?? [];
    const free = new Set(before);
    const found = new Array<Known | undefined>(marks.length).fill(undefined);
    const take = (index: number, known: Known | undefined): void => {
      if (known === undefined || !free.delete(known)) return;
      found[index] = known;
    };
    marks.forEach((mark, index) => {
      if (before[index]?.mark === mark) take(index, before[index]);
    });
    marks.forEach((mark, index) => {
      if (found[index] === undefined)
        take(
          index,
          [...free].find((known) => known.mark === mark),
        );
    });
    // What is left changed its words. It is taken for the entry that is left in the same place, counted from the start
    // and then, where entries came or went above, among those that are left.
    marks.forEach((_, index) => {
      if (found[index] === undefined) take(index, before[index]);
    });
    const left = [...free];
    const open = marks.flatMap((_, index) => (found[index] === undefined ? [index] : []));
    if (left.length === open.length) open.forEach((index, nth) => take(index, left[nth]));
    const now = marks.map((mark, index) => ({ key: found[index]?.key ?? `k${this.#next++}`, mark }));
    this.#lists.set(list, now);
    return now.map(({ key }) => key);
  }

  keysOf(list: string): readonly string[] {
    return (this.#lists.get(list) ?? []).map(({ key }) => key);
  }

  /** Another item is shown. */
  clear(): void {
    this.#lists.clear();
  }
}
