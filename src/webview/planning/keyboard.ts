/**
 * The two lists by keyboard: up and down walk, right and left (or Space, Enter) move into the sprint and out of it, E
 * or a digit estimates, A assigns, O opens. Each step is said.
 */
import type { Row } from '../../protocol/snapshot.ts';
import type { Picked } from '../shared/picked.ts';
import { type TakeBack, takeBackByKey } from '../shared/takeBack.ts';
import type { Side } from './row.ts';

export interface KeyboardHost extends TakeBack {
  readonly picked: Picked;
  rowsOf(side: Side): readonly Row[];
  currentOf(side: Side): string | undefined;
  /** Puts the focus on a row once it is drawn. */
  focusOn(key: string | undefined): void;
  /** Choice or focus changed: rows are drawn again. */
  redraw(): void;
  move(keys: readonly string[], from: Side): void;
  /** @param typed the first digit that was typed */
  estimate(keys: readonly string[], typed?: string): void;
  assign(keys: readonly string[]): void;
  open(key: string, inFile: boolean): void;
}

/** So many rows are walked by a page. */
const PAGE = 10;

export class Keyboard {
  readonly #host: KeyboardHost;

  constructor(host: KeyboardHost) {
    this.#host = host;
    takeBackByKey(host);
  }

  /** True where the key meant something on this row. */
  press(event: KeyboardEvent, key: string, side: Side): boolean {
    if (event.altKey) return false;
    return event.ctrlKey || event.metaKey
      ? this.#command(event, key, side)
      : this.#walk(event, key, side) || this.#act(event.key, key, side);
  }

  #walk(event: KeyboardEvent, key: string, side: Side): boolean {
    const rows = this.#host.rowsOf(side);
    const at = rows.findIndex((row) => row.key === key);
    const last = rows.length - 1;
    const to = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - PAGE,
      PageDown: at + PAGE,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return false;
    const next = rows[Math.min(Math.max(to, 0), last)];
    if (next === undefined) return true;
    const { picked } = this.#host;
    if (event.shiftKey)
      picked.through(
        next.key,
        rows.map((row) => row.key),
      );
    picked.current = next.key;
    this.#host.focusOn(next.key);
    this.#host.redraw();
    return true;
  }

  #act(pressed: string, key: string, side: Side): boolean {
    const keys = this.#host.picked.with(key);
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
      case 'Escape':
        this.#host.picked.clear();
        this.#host.redraw();
        return true;
      default:
        return false;
    }
  }

  /** With Ctrl or Command: choose, walk to the other list, open in the file. */
  #command(event: KeyboardEvent, key: string, side: Side): boolean {
    const { picked } = this.#host;
    switch (event.key) {
      case ' ':
        picked.toggle(key);
        this.#host.redraw();
        return true;
      case 'a':
        for (const row of this.#host.rowsOf(side)) if (!picked.has(row.key)) picked.toggle(row.key);
        picked.current = key;
        this.#host.redraw();
        return true;
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
