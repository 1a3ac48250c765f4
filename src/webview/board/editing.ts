/**
 * A title that is being written on the board: of a new story, or anew of one that is there. What is typed is never lost
 * by what happens elsewhere: not when the file changes under it, nor when the window is loaded anew.
 */
import type { Row } from '../../protocol/snapshot.ts';
import type { Board } from './model.ts';
import { type Place, placeOf } from './gridNavigation.ts';

export interface Editing {
  readonly kind: 'rename' | 'add';
  /** The card that is renamed. */
  readonly key: string;
  readonly column: number;
  readonly lane: number;
  /** The title that is written over. */
  readonly was: string;
  /** What is typed so far. */
  readonly text: string;
}

export interface TitlesHost {
  readonly board: Board | undefined;
  readonly selection: { readonly current: string | undefined };
  readonly actions: { write(editing: Editing, title: string): Promise<void> };
  focusOn(key: string | undefined): void;
  showError(message: string | undefined): void;
  /** What is written, or where, is another. */
  requestUpdate(): void;
  /** Keeps what is typed for the time after a restart of the window. */
  saveState(): void;
}

export class Titles {
  readonly #host: TitlesHost;
  #now: Editing | undefined;

  constructor(host: TitlesHost) {
    this.#host = host;
    // Who comes back from elsewhere in the window goes on in the field.
    window.addEventListener('focus', () => {
      if (this.#now !== undefined) host.requestUpdate();
    });
  }

  get now(): Editing | undefined {
    return this.#now;
  }

  rename(row: Row, { column, lane }: Place): void {
    this.#set({ kind: 'rename', key: row.key, column, lane, was: row.title, text: row.title });
  }

  add({ column, lane }: Place): void {
    this.#set({ kind: 'add', key: '', column, lane, was: '', text: '' });
  }

  /** Goes on with what was typed before a restart of the window. */
  restore(editing: Editing | undefined): void {
    this.#now ??= editing;
  }

  /** The cards were dealt out anew: the field goes along with its card. */
  follow(): void {
    const { board } = this.#host;
    const now = this.#now;
    if (now?.kind !== 'rename' || board === undefined || board.partial) return;
    const place = placeOf(board, now.key);
    if (place !== undefined) {
      this.#now = { ...now, column: place.column, lane: place.lane };
      return;
    }
    this.#set(undefined);
    if (now.text !== now.was)
      this.#host.showError(
        `${now.key} is no longer on the board. Its new title was not written: “${now.text}”.`,
      );
  }

  readonly typed = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || this.#now === undefined) return;
    this.#now = { ...this.#now, text: target.value };
    this.#host.saveState();
  };

  readonly key = (event: KeyboardEvent): void => {
    const field = event.target;
    const now = this.#now;
    if (!(field instanceof HTMLInputElement) || now === undefined || event.isComposing) return;
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    // Every other key goes on to the editor: its palette opens from here as well.
    event.stopPropagation();
    if (event.key === 'Enter' && this.#isWrittenOver(now)) return;
    const title = field.value.trim();
    this.#host.focusOn(now.key === '' ? this.#host.selection.current : now.key);
    this.#set(undefined);
    if (event.key === 'Enter' && title !== '') void this.#host.actions.write(now, title);
  };

  /** The focus went elsewhere. A field that was only drawn anew has it again by then. */
  readonly left = (): void => {
    setTimeout(() => {
      // In another part of the window, or in another window, what was typed waits.
      if (!document.hasFocus() || document.activeElement?.matches('input.field') === true) return;
      this.#set(undefined);
    });
  };

  /** Somebody gave the story another title meanwhile: it is asked for a second Enter. */
  #isWrittenOver(now: Editing): boolean {
    const { board } = this.#host;
    const place = now.kind === 'rename' && board ? placeOf(board, now.key) : undefined;
    const row = place && board?.lanes[place.lane]?.cells[place.column]?.[place.index];
    if (row === undefined || row.title === now.was) return false;
    this.#now = { ...now, was: row.title };
    this.#host.showError(
      `${now.key} is called “${row.title}” in the file by now. Enter again writes over it.`,
    );
    return true;
  }

  #set(editing: Editing | undefined): void {
    if (this.#now === editing) return;
    this.#now = editing;
    this.#host.saveState();
    this.#host.requestUpdate();
  }
}
