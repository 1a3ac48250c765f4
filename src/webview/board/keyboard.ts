/**
 * The board by keyboard: beside the keys of all lists, Space lifts cards, arrows carry them, Enter drops them, Escape
 * puts them back. Each step is said.
 */
import type { MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { BoardActions } from './boardActions.ts';
import type { Board } from './model.ts';
import { type ListKeysHost, type Motion, motionOf, pressInList } from '../shared/list/listKeys.ts';
import { undoRedoByKey } from '../shared/undoRedoKeys.ts';
import { changedMeanwhile, type Fields, type Passed, passedLimit, rowsOf } from './dragConflicts.ts';
import { carry, moveTo, orderOf, type Place, placeOf, walk } from './gridNavigation.ts';

export interface KeyboardHost extends Fields, Omit<ListKeysHost, 'orderOf' | 'next'> {
  readonly board: Board | undefined;
  /** All rows as they are shown, but for what is carried. */
  readonly rows: readonly Row[];
  announce(text: string): void;
  showError(message: string | undefined): void;
  /** What is lifted changed: the cards are dealt out again. */
  relayout(): void;
  readonly actions: BoardActions;
  rename(key: string): void;
  add(place: Place): void;
}

interface Lifted {
  readonly keys: readonly string[];
  /** Their rows when they were lifted. */
  readonly taken: readonly Row[];
  readonly place: Place;
  /** Undefined until they were carried anywhere. */
  readonly move: MoveCards | undefined;
}

export class Keyboard {
  readonly #host: KeyboardHost;
  #lifted: Lifted | undefined;

  constructor(host: KeyboardHost) {
    this.#host = host;
    undoRedoByKey({
      undo: () => {
        if (this.#lifted === undefined) host.actions.undo();
      },
    });
  }

  isLifted(key: string): boolean {
    return this.#lifted?.keys.includes(key) ?? false;
  }

  /** Where lifted cards are shown. */
  get carried(): MoveCards | undefined {
    return this.#lifted?.move;
  }

  /** What the column says that lifted cards are shown in, where they are too many for it. */
  passed(board: Board): Passed | undefined {
    const lifted = this.#lifted;
    if (lifted?.move === undefined) return undefined;
    return passedLimit(board, lifted.taken, { column: lifted.place.column, shown: true });
  }

  /** The file is another: cards that somebody changed meanwhile are put down, and it is said why. */
  follow(rows: readonly Row[] | undefined): void {
    const lifted = this.#lifted;
    const why = lifted && changedMeanwhile(lifted.taken, rows, this.#host);
    if (lifted === undefined || why === undefined) return;
    this.#putDown(lifted);
    this.#host.showError(why);
  }

  /** True where the key meant something on this card. */
  press(event: KeyboardEvent, key: string): boolean {
    const { board } = this.#host;
    if (board === undefined) return false;
    const lifted = this.#lifted;
    return lifted === undefined ? this.#walk(event, board, key) : this.#carry(event, board, lifted);
  }

  #walk(event: KeyboardEvent, board: Board, key: string): boolean {
    const { selection } = this.#host;
    const keys: ListKeysHost = {
      selection,
      orderOf: () => orderOf(board),
      next: (from, motion) => {
        const place = placeOf(board, from);
        return place && walk(board, place, motion)?.key;
      },
      focusOn: (next) => {
        this.#host.focusOn(next);
      },
      redraw: () => {
        this.#host.redraw();
      },
    };
    return pressInList(keys, event, key) || (!event.altKey && this.#act(event, board, key));
  }

  /** What a key does with a card. */
  #act(event: KeyboardEvent, board: Board, key: string): boolean {
    const { selection } = this.#host;
    const command = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case ' ':
        this.#lift(board, key);
        return true;
      case 'Enter':
        this.#host.actions.open(key, command);
        return true;
      case 'F2':
        this.#host.rename(key);
        return true;
      case 'm':
        if (!command) this.#host.actions.moveTo(selection.with(key));
        return !command;
      case 'n': {
        const place = placeOf(board, key);
        if (command || place === undefined) return false;
        this.#host.add(place);
        return true;
      }
      default:
        return false;
    }
  }

  #carry(event: KeyboardEvent, board: Board, lifted: Lifted): boolean {
    const motion: Motion | undefined = motionOf(event.key);
    if (motion !== undefined) {
      this.#carryTo(board, lifted, carry(board, lifted.place, new Set(lifted.keys), motion));
      return true;
    }
    if (event.key === 'Escape') {
      this.#putDown(lifted);
      this.#host.announce('Not moved.');
      return true;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      this.#putDown(lifted);
      if (lifted.move !== undefined) void this.#host.actions.move(lifted.move);
      this.#host.announce('Dropped.');
      return true;
    }
    // The editor's own keys are not the cards': its palette opens while they are carried.
    return !(event.key === 'Tab' || /^F\d+$/.test(event.key) || event.ctrlKey || event.metaKey);
  }

  #lift(board: Board, key: string): void {
    const keys = this.#host.selection.with(key);
    const place = placeOf(board, key);
    if (place === undefined) return;
    const above = (board.lanes[place.lane]?.cells[place.column] ?? []).slice(0, place.index);
    const index = above.filter((row) => !keys.includes(row.key)).length;
    this.#lifted = {
      keys,
      taken: rowsOf(this.#host.rows, keys),
      place: { ...place, index },
      move: undefined,
    };
    this.#host.redraw();
    const what = keys.length === 1 ? this.#host.actions.nameOf(key) : `${keys.length} cards`;
    this.#host.announce(`${what} lifted. Arrow keys move, Enter drops, Escape cancels.`);
  }

  #carryTo(board: Board, { keys, taken }: Lifted, place: Place): void {
    this.#lifted = { keys, taken, place, move: moveTo(board, keys, place, this.#host.lanes) };
    this.#host.focusOn(keys[0]);
    this.#host.relayout();
    const lane = board.lanes[place.lane];
    const moved = new Set(keys);
    const others = (lane?.cells[place.column] ?? []).filter((row) => !moved.has(row.key)).length;
    const where = lane === undefined || lane.label === '' ? '' : ` of ${lane.label}`;
    const column = board.columns[place.column]?.label ?? '';
    const passed = this.passed(this.#host.board ?? board);
    const limit = passed === undefined ? '' : `. Over its limit: ${passed.words}`;
    this.#host.announce(`${column}${where}, ${place.index + 1} of ${others + keys.length}${limit}`);
  }

  /** Shows lifted cards where the file has them. */
  #putDown({ keys }: Lifted): void {
    this.#lifted = undefined;
    this.#host.focusOn(keys[0]);
    this.#host.relayout();
  }
}
