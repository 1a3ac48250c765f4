/**
 * The two lists by keyboard: beside the keys of all lists, right and left (or Space, Enter) move into the sprint and out
 * of it, E or a digit estimates, A assigns, O opens. Each step is said.
 */
import { along, type ListKeysHost, pressInList } from '../shared/list/listKeys.ts';
import { type UndoRedo, undoRedoByKey } from '../shared/undoRedoKeys.ts';
import type { Side } from './row.ts';

export interface KeyboardHost extends UndoRedo, Omit<ListKeysHost, 'next'> {
  sideOf(key: string): Side | undefined;
  currentOf(side: Side): string | undefined;
  move(keys: readonly string[], from: Side): void;
  /** @param typed the first digit that was typed */
  estimate(keys: readonly string[], typed?: string): void;
  assign(keys: readonly string[]): void;
  open(key: string, inFile: boolean): void;
}

export class Keyboard {
  readonly #host: KeyboardHost;

  constructor(host: KeyboardHost) {
    this.#host = host;
    undoRedoByKey(host);
  }

  /** True where the key meant something on this row. */
  press(event: KeyboardEvent, key: string): boolean {
    const host = this.#host;
    const side = host.sideOf(key);
    if (event.altKey || side === undefined) return false;
    const own =
      event.ctrlKey || event.metaKey
        ? this.#command(event, key, side)
        : this.#act(event.key, host.selection.with(key), { key, side });
    if (own) return true;
    const keys: ListKeysHost = {
      selection: host.selection,
      orderOf: (of) => host.orderOf(of),
      next: (from, motion) => along(host.orderOf(from), from, motion),
      focusOn: (next) => {
        host.focusOn(next);
      },
      redraw: () => {
        host.redraw();
      },
    };
    // What stands beside a row is reached with Ctrl: without it, these move stories.
    return /^Arrow(?:Left|Right)$/.test(event.key) ? false : pressInList(keys, event, key);
  }

  #act(
    pressed: string,
    keys: readonly string[],
    { key, side }: { readonly key: string; readonly side: Side },
  ): boolean {
    if (/^\d$/.test(pressed)) {
      this.#host.estimate(keys, pressed);
      return true;
    }
    switch (pressed) {
      case ' ':
      case 'Enter':
      case side === 'backlog' ? 'ArrowRight' : 'ArrowLeft':
        this.#host.move(keys, side);
        return true;
      case 'e':
        this.#host.estimate(keys);
        return true;
      case 'a':
        this.#host.assign(keys);
        return true;
      case 'o':
        this.#host.open(key, false);
        return true;
      default:
        return false;
    }
  }

  /** With Ctrl or Command: walk to the other list, open in the file. */
  #command(event: KeyboardEvent, key: string, side: Side): boolean {
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const other: Side = event.key === 'ArrowLeft' ? 'backlog' : 'sprint';
        const next = this.#host.currentOf(other);
        if (other !== side && next !== undefined) this.#host.focusOn(next);
        this.#host.redraw();
        return true;
      }
      case 'Enter':
        this.#host.open(key, true);
        return true;
      default:
        return false;
    }
  }
}
