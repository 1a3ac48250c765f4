/** What cards say beyond their rows: asked for in one go for all cards that are drawn in the same moment. */
import type { CardFacts } from '../../protocol/panels/board.ts';

/** Milliseconds in which questions are gathered. */
const GATHER = 60;

export class Facts {
  readonly #known = new Map<string, CardFacts>();
  readonly #wanted = new Set<string>();
  readonly #ask: (keys: readonly string[]) => Promise<readonly CardFacts[]>;
  readonly #drawn: () => ReadonlySet<string>;
  readonly #news: () => void;
  #timer = 0;

  /**
   * @param drawn the keys of the cards that are drawn now: others are not asked for
   * @param news called where an answer differs from what was known
   */
  constructor(
    ask: (keys: readonly string[]) => Promise<readonly CardFacts[]>,
    drawn: () => ReadonlySet<string>,
    news: () => void,
  ) {
    this.#ask = ask;
    this.#drawn = drawn;
    this.#news = news;
  }

  /** What is known of a card; where nothing is, it is asked for. */
  of(key: string): CardFacts | undefined {
    const known = this.#known.get(key);
    if (known === undefined) this.#want(key);
    return known;
  }

  /** The file changed: what is shown is asked for again, and shown as it was until the answer comes. */
  refresh(): void {
    for (const key of this.#known.keys()) this.#want(key);
  }

  #want(key: string): void {
    this.#wanted.add(key);
    if (this.#timer !== 0) return;
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
    for (const facts of await this.#ask(keys)) {
      if (JSON.stringify(this.#known.get(facts.key)) === JSON.stringify(facts)) continue;
      this.#known.set(facts.key, facts);
      news = true;
    }
    if (news) this.#news();
  }
}
