/** How the person looks at the board: what is in it, how it is dealt out, what is kept back. Kept for the workspace. */
import type { BoardContract, BoardLook, QuickFilter } from '../../protocol/panels/board.ts';
import type { Connection } from '../shared/connection.ts';

/** Milliseconds before what is typed is kept. */
const KEEP_AFTER = 400;

export class Looking {
  readonly #connection: Connection<BoardContract>;
  readonly #changed: () => void;
  #look: BoardLook | undefined;
  #me: string | undefined;
  #today = '';
  #timer = 0;

  /** @param changed called where cards are to be dealt out anew */
  constructor(connection: Connection<BoardContract>, changed: () => void) {
    this.#connection = connection;
    this.#changed = changed;
  }

  /** Undefined until the host has told of it. */
  get look(): BoardLook | undefined {
    return this.#look;
  }

  /** Who looks, where that is known. */
  get me(): string | undefined {
    return this.#me;
  }

  /** As `YYYY-MM-DD`. */
  get today(): string {
    return this.#today;
  }

  /** What the host says; how the person looks at it by now stays. */
  told({
    look,
    me,
    today,
  }: {
    readonly look: BoardLook;
    readonly me: string | null;
    readonly today: string;
  }): void {
    this.#look ??= look;
    this.#me = me ?? undefined;
    this.#today = today;
  }

  change(change: Partial<BoardLook>): void {
    if (this.#look === undefined) return;
    const look = { ...this.#look, ...change };
    this.#look = look;
    this.#changed();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#connection.call('keep', look), KEEP_AFTER);
  }

  /** Sets a quick filter, or takes it away. Of who looks, the host may have to ask first. */
  async quick(filter: QuickFilter): Promise<void> {
    const quick = this.#look?.quick ?? [];
    if (filter === 'mine' && !quick.includes('mine') && this.#me === undefined) {
      this.#me = (await this.#connection.call('whoAmI', null)) ?? undefined;
      if (this.#me === undefined) return;
    }
    this.change({
      quick: quick.includes(filter) ? quick.filter((one) => one !== filter) : [...quick, filter],
    });
  }

  /** Folds a column, or unfolds it. */
  fold(key: string): void {
    const folded = this.#look?.folded ?? [];
    const without = folded.filter((one) => one !== key);
    this.change({ folded: without.length < folded.length ? without : [...folded, key] });
  }
}
