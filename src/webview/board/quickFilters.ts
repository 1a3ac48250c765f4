/** The filters of one click. Of who looks at the board, the host may have to ask first. */
import type { BoardContract, BoardSettings, QuickFilter } from '../../protocol/panels/board.ts';
import type { Connection } from '../shared/connection.ts';
import type { ViewSettings } from '../shared/viewSettings.ts';

export class QuickFilters {
  readonly #connection: Connection<BoardContract>;
  readonly #settings: ViewSettings<BoardSettings>;
  /** Who looks, where that is known. */
  me: string | undefined;

  constructor(connection: Connection<BoardContract>, settings: ViewSettings<BoardSettings>) {
    this.#connection = connection;
    this.#settings = settings;
  }

  /** Sets a filter, or takes it away. */
  async toggle(filter: QuickFilter): Promise<void> {
    const asked = filter === 'mine' && this.me === undefined && !this.#isOn(filter);
    if (asked) this.me = (await this.#connection.call('whoAmI', null)) ?? undefined;
    if (asked && this.me === undefined) return;
    const quick = this.#settings.now?.quick ?? [];
    this.#settings.change({
      quick: this.#isOn(filter) ? quick.filter((one) => one !== filter) : [...quick, filter],
    });
  }

  #isOn(filter: QuickFilter): boolean {
    return this.#settings.now?.quick.includes(filter) === true;
  }
}
