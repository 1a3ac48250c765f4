/** Moves that are shown before they are in the file. They are taken back where they are refused, and end with the newer backlog that has them. */
import type { MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { withMove } from './model.ts';

interface Pending {
  readonly move: MoveCards;
  /** True once the file has it: the next state of the backlog shows it. */
  done: boolean;
}

export class PendingMoves {
  #moves: readonly Pending[] = [];

  get size(): number {
    return this.#moves.length;
  }

  /** Shows a move until it is settled. */
  add(move: MoveCards): { readonly done: () => void; readonly refused: () => void } {
    const pending: Pending = { move, done: false };
    this.#moves = [...this.#moves, pending];
    return {
      done: () => {
        pending.done = true;
      },
      refused: () => {
        this.#moves = this.#moves.filter((one) => one !== pending);
      },
    };
  }

  /** A newer backlog is here: what is in the file needs no showing any more. */
  newer(): void {
    this.#moves = this.#moves.filter(({ done }) => !done);
  }

  /** The rows with all moves that are still on their way. */
  over(rows: readonly Row[]): readonly Row[] {
    return this.#moves.reduce((shown, { move }) => withMove(shown, move), rows);
  }
}
