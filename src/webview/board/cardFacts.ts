/** What cards show beyond their rows: asked for those that are drawn, and as often as the file or git has news. */
import type { BlockedSince, BoardContract, CardFacts } from '../../protocol/panels/board.ts';
import type { Connection } from '../shared/connection.ts';
import { Facts } from '../shared/facts.ts';

export class FactsOfCards {
  readonly #facts: Facts<CardFacts>;
  readonly #since: Facts<BlockedSince>;

  /**
   * @param drawn the keys of the cards that are drawn now
   * @param news called where an answer differs from what was known
   */
  constructor(connection: Connection<BoardContract>, drawn: () => readonly string[], news: () => void) {
    const asked = <F extends { readonly key: string }>(
      ask: (keys: readonly string[]) => Promise<readonly F[]>,
    ): Facts<F> =>
      new Facts(
        (keys) => ask(keys).catch(() => []),
        () => new Set(drawn()),
        news,
      );
    this.#facts = asked((keys) => connection.call('facts', { keys }));
    this.#since = asked((keys) => connection.call('since', { keys }));
    connection.on('commits', () => {
      this.#since.refresh();
    });
  }

  of(key: string): CardFacts | undefined {
    return this.#facts.of(key);
  }

  /** The day since when it is shared that a story is blocked. */
  blockedSince(key: string): string | undefined {
    return this.#since.of(key)?.since;
  }

  /** The file changed. */
  refresh(): void {
    this.#facts.refresh();
    this.#since.refresh();
  }
}
