/** What a person does with cards: opened, moved, named anew and added. Moves show at once, and go back where they are refused. */
import type { BoardContract, Lanes, MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import type { Connection } from '../shared/connection.ts';
import { failureMessage } from '../shared/failureMessage.ts';
import { Pending } from '../shared/pending.ts';
import type { Editing } from './editing.ts';
import { type Board, withMove } from './model.ts';

export interface BoardActionsHost {
  readonly board: Board | undefined;
  readonly lanes: Lanes;
  readonly backlog: BacklogState | undefined;
  focusOn(key: string | undefined): void;
  relayout(): void;
  /** Why something did not happen; undefined where it did. */
  showError(message: string | undefined): void;
}

export class BoardActions {
  readonly #connection: Connection<BoardContract>;
  readonly #host: BoardActionsHost;
  readonly #pending = new Pending<MoveCards, readonly Row[]>(withMove);

  constructor(connection: Connection<BoardContract>, host: BoardActionsHost) {
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

  /** What a card is called. */
  nameOf(key: string): string {
    const row = this.#host.backlog?.rows.find((one) => one.key === key);
    return row === undefined ? key : `${row.id ?? ''} ${row.title}`.trim();
  }

  /** @param inFile in the text editor */
  open(key: string, inFile: boolean): void {
    void this.#connection.call('open', { key, inFile });
  }

  /** The plain way of moving: the host asks where to. */
  moveTo(keys: readonly string[]): void {
    void this.#connection.call('moveTo', { keys });
  }

  undo(): void {
    void this.#connection.call('command', { name: 'undo' });
  }

  /** Its title is asked for by the host. */
  readonly newEpic = (): void => {
    void this.#connection.call('command', { name: 'newEpic' });
  };

  async move(move: MoveCards): Promise<void> {
    const pending = this.#pending.add(move);
    this.#host.focusOn(move.keys[0]);
    this.#host.relayout();
    const message = await failureMessage(this.#connection.call('move', move));
    if (message === undefined) {
      pending.done();
      return;
    }
    pending.refused();
    this.#host.focusOn(move.keys[0]);
    this.#host.relayout();
    this.#host.showError(message);
  }

  /** Writes a title: of a new story, or anew of one that is there. */
  async write(editing: Editing, title: string): Promise<void> {
    if (editing.kind === 'rename') {
      this.#host.showError(
        await failureMessage(this.#connection.call('rename', { key: editing.key, title })),
      );
      return;
    }
    const { board, lanes } = this.#host;
    const column = board?.columns[editing.column]?.to;
    const lane = board?.lanes[editing.lane];
    if (column === undefined) return;
    const to =
      lanes === 'none' || lane === undefined ? {} : { lane: { field: lanes, value: lane.value ?? null } };
    this.#host.showError(await failureMessage(this.#connection.call('add', { title, column, ...to })));
  }
}
