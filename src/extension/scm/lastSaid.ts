/**
 * One value that two sources tell of, each in its own time: the branch of a repository is said by the git extension
 * and by the server, and now the one, now the other is first. What was said last is believed. Pure.
 */
export class LastSaid {
  readonly #said = new Map<string, string | undefined>();
  readonly #now = new Map<string, string | undefined>();

  /** Only news counts: a source that says the same again says nothing. */
  say(source: 'editor' | 'server', key: string, value: string | undefined): void {
    const place = `${source} ${key}`;
    if (this.#said.has(place) && this.#said.get(place) === value) return;
    this.#said.set(place, value);
    this.#now.set(key, value);
  }

  get(key: string): string | undefined {
    return this.#now.get(key);
  }
}
