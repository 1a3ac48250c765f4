/** What is written to the file by an action, and the steps back: of the draft while it has some, else of the file. */
import type { Action, PlanningContract } from '../../protocol/panels/planning.ts';
import type { Connection } from '../shared/connection.ts';
import { failureMessage } from '../shared/failureMessage.ts';
import type { UndoRedo } from '../shared/undoRedoKeys.ts';
import type { Drafting } from './drafting.ts';

export interface WritingHost {
  readonly drafting: Drafting;
  announce(text: string): void;
  showError(message: string | undefined): void;
  redraw(): void;
}

export class Writing implements UndoRedo {
  readonly #connection: Connection<PlanningContract>;
  readonly #host: WritingHost;
  #busy = false;
  #written: string | undefined;

  constructor(connection: Connection<PlanningContract>, host: WritingHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** True while something is being written. */
  get busy(): boolean {
    return this.#busy;
  }

  /** What was written last; it can be undone in the file. */
  get written(): string | undefined {
    return this.#written;
  }

  /** The draft holds something again: what was written is no longer the last thing that was done. */
  forget(): void {
    this.#written = undefined;
  }

  async run(action: Action, done: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#host.redraw();
    const why = await failureMessage(this.#connection.call('run', action));
    this.#busy = false;
    this.#written = why === undefined ? done : undefined;
    this.#host.showError(why);
    // Why it did not happen is read out as it is shown.
    if (why === undefined) this.#host.announce(done);
    this.#host.redraw();
  }

  undo(): void {
    if (this.#host.drafting.state.canUndo) void this.#host.drafting.step('undoDraft');
    else if (this.#written !== undefined) this.#undoInFile();
  }

  redo(): void {
    if (this.#host.drafting.state.canRedo) void this.#host.drafting.step('redoDraft');
  }

  /** Undoes in the file what was written last. */
  undoWritten(): void {
    this.#written = undefined;
    this.#undoInFile();
    this.#host.redraw();
  }

  #undoInFile(): void {
    void this.#connection.call('command', { name: 'undo' });
  }
}
