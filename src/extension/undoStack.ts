/** The changes that can be taken back from tree and views, and those that were and can be made again; newest last. Pure. */
import type { Operation } from '../protocol/lsp.ts';
import { Emitter } from './emitter.ts';

export interface Undoable {
  readonly uri: string;
  readonly inverse: Operation;
  /** What was done, for the message. */
  readonly label: string;
}

const LIMIT = 50;

export class UndoStack {
  readonly #changes = new Emitter<boolean>();
  readonly #entries: Undoable[] = [];
  readonly #undone: Undoable[] = [];

  /** Says whether there is something to take back. */
  readonly onDidChange = this.#changes.event;

  /** A change was made. What was taken back before is forgotten: it belongs to another text. */
  push(entry: Undoable): void {
    this.#undone.length = 0;
    this.#add(entry);
  }

  /** The last change did not come about after all. */
  drop(entry: Undoable): void {
    if (this.#entries.at(-1) === entry) this.undo();
  }

  /** The change to take back. */
  undo(): Undoable | undefined {
    const entry = this.#entries.pop();
    this.#changes.fire(this.#entries.length > 0);
    return entry;
  }

  /** It was taken back: `inverse` makes it again. */
  undone(entry: Undoable): void {
    this.#undone.push(entry);
  }

  /** The change to make again. */
  redo(): Undoable | undefined {
    return this.#undone.pop();
  }

  /** It was made again: `inverse` takes it back. */
  redone(entry: Undoable): void {
    this.#add(entry);
  }

  #add(entry: Undoable): void {
    this.#entries.push(entry);
    if (this.#entries.length > LIMIT) this.#entries.shift();
    this.#changes.fire(true);
  }
}
