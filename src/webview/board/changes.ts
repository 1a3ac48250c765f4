/** Changes of the file that are made on the board: shown at once, and taken back with the reason where they are refused. */
import type { BoardContract, Lanes, MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Connection } from '../shared/connection.ts';
import { Pending } from '../shared/pending.ts';
import { whyNot } from '../shared/whyNot.ts';
import type { Editing } from './editing.ts';
import { type Board, withMove } from './model.ts';

export interface ChangesHost {
  focusOn(key: string | undefined): void;
  deal(): void;
  /** Why something did not happen; undefined where it did. */
  tell(message: string | undefined): void;
}

export class Changes {
  readonly #connection: Connection<BoardContract>;
  readonly #host: ChangesHost;
  readonly #pending = new Pending<MoveCards, readonly Row[]>(withMove);

  constructor(connection: Connection<BoardContract>, host: ChangesHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** The rows with all moves that are still on their way. */
  over(rows: readonly Row[]): readonly Row[] {
    return this.#pending.over(rows);
  }

  /** A newer backlog is here. */
  newer(): void {
    this.#pending.newer();
  }

  /** Its title is asked for by the host. */
  readonly newEpic = (): void => {
    void this.#connection.call('command', { name: 'newEpic' });
  };

  async move(move: MoveCards): Promise<void> {
    const pending = this.#pending.add(move);
    this.#host.focusOn(move.keys[0]);
    this.#host.deal();
    const message = await whyNot(this.#connection.call('move', move));
    if (message === undefined) {
      pending.done();
      return;
    }
    pending.refused();
    this.#host.focusOn(move.keys[0]);
    this.#host.deal();
    this.#host.tell(message);
  }

  /** Writes a title: of a new story, or anew of one that is there. */
  async write(board: Board, lanes: Lanes, editing: Editing, title: string): Promise<void> {
    if (editing.kind === 'rename') {
      this.#host.tell(await whyNot(this.#connection.call('rename', { key: editing.key, title })));
      return;
    }
    const column = board.columns[editing.column]?.to;
    const lane = board.lanes[editing.lane];
    if (column === undefined) return;
    const to =
      lanes === 'none' || lane === undefined ? {} : { lane: { field: lanes, value: lane.value ?? null } };
    this.#host.tell(await whyNot(this.#connection.call('add', { title, column, ...to })));
  }
}
