/** What stories say beyond their rows: asked for in one go for all that are drawn in the same moment. */

/** Milliseconds without another question before they are asked, and at most: while a list is scrolled, most pass by. */
const [GATHER, AT_LATEST] = [60, 300];

export class Facts<F extends { readonly key: string }> {
  readonly #known = new Map<string, F>();
  readonly #wanted = new Set<string>();
  /** Of those the answer is on its way. */
  readonly #asked = new Set<string>();
  readonly #ask: (keys: readonly string[]) => Promise<readonly F[]>;
  readonly #drawn: () => ReadonlySet<string>;
  readonly #news: () => void;
  #timer = 0;
  /** When the first question that waits came up. */
  #since = 0;

  /**
   * @param drawn the keys of the stories that are drawn now: others are not asked for
   * @param news called where an answer differs from what was known
   */
  constructor(
    ask: (keys: readonly string[]) => Promise<readonly F[]>,
    drawn: () => ReadonlySet<string>,
    news: () => void,
  ) {
    this.#ask = ask;
    this.#drawn = drawn;
    this.#news = news;
  }

  /** What is known of a story; where nothing is, it is asked for. */
  of(key: string): F | undefined {
    const known = this.#known.get(key);
    if (known === undefined && !this.#asked.has(key) && !this.#wanted.has(key)) {
      this.#wanted.add(key);
      this.#askSoon();
    }
    return known;
  }

  /** The file changed: what is shown is asked for again, and shown as it was until the answer comes. */
  refresh(): void {
    for (const key of this.#known.keys()) this.#wanted.add(key);
    if (this.#wanted.size > 0) this.#askSoon();
  }

  #askSoon(): void {
    const now = performance.now();
    if (this.#timer === 0) this.#since = now;
    else if (now - this.#since > AT_LATEST - GATHER) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      void this.#fetch();
    }, GATHER);
  }

  async #fetch(): Promise<void> {
    const drawn = this.#drawn();
    const keys = [...this.#wanted].filter((key) => drawn.has(key));
    for (const key of this.#wanted) if (!drawn.has(key)) this.#known.delete(key);
    this.#wanted.clear();
    if (keys.length === 0) return;
    let news = false;
    for (const key of keys) this.#asked.add(key);
    const answer = await this.#ask(keys).finally(() => {
      for (const key of keys) this.#asked.delete(key);
    });
    for (const facts of answer) {
      if (JSON.stringify(this.#known.get(facts.key)) === JSON.stringify(facts)) continue;
      this.#known.set(facts.key, facts);
      news = true;
    }
    if (news) this.#news();
  }
}
