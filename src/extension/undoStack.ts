/** The changes that can be taken back from the tree, newest last. Pure. */
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

  /** Says whether there is something to take back. */
  readonly onDidChange = this.#changes.event;

  push(entry: Undoable): void {
    this.#entries.push(entry);
    if (this.#entries.length > LIMIT) this.#entries.shift();
    this.#changes.fire(true);
  }

  pop(): Undoable | undefined {
    const entry = this.#entries.pop();
    this.#changes.fire(this.#entries.length > 0);
    return entry;
  }
}
