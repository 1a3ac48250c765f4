/** The board by mouse: where carried cards would fall, what the column says to that, and what is said where they stay. */
import type { Row } from '../../protocol/snapshot.ts';
import type { Selection } from '../shared/list/selection.ts';
import { changedMeanwhile, type Fields, type Passed, passedLimit, rowsOf } from './dragConflicts.ts';
import { ItemDrag } from '../shared/list/itemDrag.ts';
import { DropMark } from './dropMark.ts';
import type { BoardActions } from './boardActions.ts';
import type { Board } from './model.ts';
import { droppedMove, placeIn } from './pointer.ts';
import { isSamePlace, type Place } from './gridNavigation.ts';

export interface MouseHost extends ParentNode, Fields {
  readonly board: Board | undefined;
  readonly selection: Selection;
  /** All rows as they are shown. */
  readonly rows: readonly Row[];
  announce(text: string): void;
  showError(message: string | undefined): void;
  requestUpdate(): void;
  readonly actions: BoardActions;
}

export class Mouse {
  readonly drag: ItemDrag<readonly string[]>;
  readonly #host: MouseHost;
  readonly #mark: DropMark;
  /** The cards that are carried, as they were when they were taken. */
  #draggedRows: readonly Row[] = [];
  #dropAt: Place | undefined;

  constructor(host: MouseHost) {
    this.#host = host;
    this.#mark = new DropMark(host);
    this.drag = new ItemDrag<readonly string[]>({
      dragged: (key) => {
        const keys = host.selection.with(key);
        this.#draggedRows = rowsOf(host.rows, keys);
        return keys;
      },
      label: ({ length }) => (length < 2 ? undefined : `${length} cards`),
      over: (_, at) => {
        this.#over(at && placeIn(host.board, at.target, at.clientY));
      },
      dropped: (keys, { target, clientY }) => {
        const place = placeIn(host.board, target, clientY);
        if (place !== undefined) this.#dropped(keys, place);
      },
      ended: () => {
        this.#draggedRows = [];
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
    return at && passedLimit(board, this.#draggedRows, { column: at.column, shown: false });
  }

  /** There is no backlog any more. */
  gone(): void {
    if (this.#draggedRows.length > 0)
      this.#host.showError(changedMeanwhile(this.#draggedRows, undefined, this.#host));
    this.#draggedRows = [];
    this.#dropAt = undefined;
  }

  #over(place: Place | undefined): void {
    if (isSamePlace(place, this.#dropAt)) return;
    const { board } = this.#host;
    const before = board && this.passed(board);
    this.#dropAt = place;
    const passed = board && this.passed(board);
    if (passed !== undefined && passed.column !== before?.column)
      this.#host.announce(
        `${board?.columns[passed.column]?.label ?? ''} would be over its limit: ${passed.words}.`,
      );
    this.#mark.show(place);
    // The heads of the columns say it; else nothing but the mark is another.
    if (passed?.words !== before?.words || passed?.column !== before?.column) this.#host.requestUpdate();
  }

  #dropped(keys: readonly string[], place: Place): void {
    const { board, lanes, rows } = this.#host;
    const why = changedMeanwhile(this.#draggedRows, rows, this.#host);
    const move = board && why === undefined ? droppedMove(board, keys, place, lanes) : undefined;
    if (why !== undefined) this.#host.showError(why);
    if (move !== undefined) void this.#host.actions.move(move);
  }
}
