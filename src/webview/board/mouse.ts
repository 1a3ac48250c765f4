/** The board by mouse: where carried cards would fall, what the column says to that, and what is said where they stay. */
import type { MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Picked } from '../shared/picked.ts';
import { changedMeanwhile, type Fields, type Passed, passedLimit, rowsOf } from './carried.ts';
import { Dragging } from './dragging.ts';
import { DropMark } from './dropMark.ts';
import type { Board } from './model.ts';
import { droppedMove, placeIn } from './pointer.ts';
import type { Place } from './walk.ts';

export interface MouseHost extends ParentNode, Fields {
  readonly board: Board | undefined;
  readonly picked: Picked;
  /** All rows as they are shown. */
  readonly rows: readonly Row[];
  say(text: string): void;
  tell(message: string | undefined): void;
  requestUpdate(): void;
  drop(move: MoveCards): void;
}

export class Mouse {
  readonly dragging: Dragging;
  readonly #host: MouseHost;
  readonly #mark: DropMark;
  /** The cards that are carried, as they were when they were taken. */
  #taken: readonly Row[] = [];
  #dropAt: Place | undefined;

  constructor(host: MouseHost) {
    this.#host = host;
    this.#mark = new DropMark(host);
    this.dragging = new Dragging({
      dragged: (key) => {
        const keys = host.picked.with(key);
        this.#taken = rowsOf(host.rows, keys);
        return keys;
      },
      placeAt: (cell, y) => placeIn(host.board, cell, y),
      over: (place) => {
        this.#over(place);
      },
      dropped: (keys, place) => {
        this.#dropped(keys, place);
      },
      ended: () => {
        this.#taken = [];
      },
    });
  }

  /** The board was drawn: what marks the place may be elements that were not there before. */
  drawn(): void {
    this.#mark.show(this.#dropAt);
  }

  /** What the column says that cards are held over, where they are too many for it. */
  passed(board: Board): Passed | undefined {
    const at = this.#dropAt;
    return at && passedLimit(board, this.#taken, { column: at.column, shown: false });
  }

  /** There is no backlog any more. */
  gone(): void {
    if (this.#taken.length > 0) this.#host.tell(changedMeanwhile(this.#taken, undefined, this.#host));
    this.#taken = [];
    this.#dropAt = undefined;
  }

  #over(place: Place | undefined): void {
    if (JSON.stringify(place) === JSON.stringify(this.#dropAt)) return;
    const { board } = this.#host;
    const before = board && this.passed(board);
    this.#dropAt = place;
    const passed = board && this.passed(board);
    if (passed !== undefined && passed.column !== before?.column)
      this.#host.say(
        `${board?.columns[passed.column]?.label ?? ''} would be over its limit: ${passed.words}.`,
      );
    this.#mark.show(place);
    // The heads of the columns say it; else nothing but the mark is another.
    if (passed?.words !== before?.words || passed?.column !== before?.column) this.#host.requestUpdate();
  }

  #dropped(keys: readonly string[], place: Place): void {
    const { board, lanes, rows } = this.#host;
    const why = changedMeanwhile(this.#taken, rows, this.#host);
    const move = board && why === undefined ? droppedMove(board, keys, place, lanes) : undefined;
    if (why !== undefined) this.#host.tell(why);
    if (move !== undefined) this.#host.drop(move);
  }
}
