/** What is shown where: the cards of the newest backlog as the person looks at them, with those that are on their way. */
import type { MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { BacklogState } from '../shared/backlogState.ts';
import type { ItemFocus } from '../shared/list/itemFocus.ts';
import type { Selection } from '../shared/list/selection.ts';
import type { BoardActions } from './boardActions.ts';
import { nearest, orderOf } from './gridNavigation.ts';
import { type Board, type BoardContext, boardOf, peopleIn, withMove } from './model.ts';

export interface Arranged {
  readonly backlog: BacklogState;
  readonly context: BoardContext;
  /** Where cards are carried by the keyboard just now. */
  readonly carried: MoveCards | undefined;
}

export class Layout {
  readonly #selection: Selection;
  readonly #focus: ItemFocus;
  readonly #actions: BoardActions;
  board: Board | undefined;
  /** As they are shown: those of the file with what is on its way, but not where cards are carried just now. */
  rows: readonly Row[] = [];
  people: ReadonlyMap<string, string> = new Map();

  constructor(selection: Selection, focus: ItemFocus, actions: BoardActions) {
    this.#selection = selection;
    this.#focus = focus;
    this.#actions = actions;
  }

  /** The order in which cards are read. */
  get order(): readonly string[] {
    return this.board === undefined ? [] : orderOf(this.board);
  }

  /** @param arranged undefined where there is nothing to show */
  renew(arranged: Arranged | undefined): void {
    const before = this.board;
    this.#focus.hold();
    this.board = arranged && this.#arrange(arranged);
    const near = before && this.board && nearest(before, this.#focus.next, this.board);
    if (near === undefined) return;
    // Where the card that has the focus is gone, its neighbour gets it.
    this.#selection.current = near;
    this.#focus.on(near);
  }

  #arrange({ backlog, context, carried }: Arranged): Board {
    this.people = peopleIn(backlog.rows);
    this.rows = this.#actions.over(backlog.rows);
    const rows = carried === undefined ? this.rows : withMove(this.rows, carried);
    const board = boardOf({ ...backlog, rows }, context);
    const order = orderOf(board);
    // The tab key always reaches one card.
    if (!order.includes(this.#selection.current ?? '')) this.#selection.current = order[0];
    return board;
  }
}
