/** What the mouse and the focus do with rows: choose one or several, open one, and say which one is current. */
import type { Row } from '../../protocol/snapshot.ts';
import type { Picked } from '../shared/picked.ts';
import type { Keyboard } from './keyboard.ts';
import type { Side } from './row.ts';

export interface PointingHost {
  readonly picked: Picked;
  sideOf(key: string): Side | undefined;
  rowsOf(side: Side): readonly Row[];
  redraw(): void;
  open(key: string, inFile: boolean): void;
}

/** The handlers of everything that happens to rows. */
export class Pointing {
  readonly #host: PointingHost;
  readonly #keyboard: Keyboard;

  constructor(host: PointingHost, keyboard: Keyboard) {
    this.#host = host;
    this.#keyboard = keyboard;
  }

  readonly focus = (event: FocusEvent): void => {
    const key = keyOf(event);
    if (key === undefined || key === this.#host.picked.current) return;
    this.#host.picked.current = key;
    this.#host.redraw();
  };

  readonly click = (event: MouseEvent): void => {
    const key = keyOf(event);
    const side = key === undefined ? undefined : this.#host.sideOf(key);
    if (key === undefined || side === undefined || isButton(event)) return;
    const { picked } = this.#host;
    if (event.shiftKey)
      picked.through(
        key,
        this.#host.rowsOf(side).map((row) => row.key),
      );
    else if (event.ctrlKey || event.metaKey) picked.toggle(key);
    else picked.only(key);
    this.#host.redraw();
  };

  readonly doubleClick = (event: MouseEvent): void => {
    const key = keyOf(event);
    if (key !== undefined && !isButton(event)) this.#host.open(key, event.altKey);
  };

  readonly key = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    const side = key === undefined ? undefined : this.#host.sideOf(key);
    if (key === undefined || side === undefined) return;
    // A button of the row does its own thing with these.
    if (isButton(event) && (event.key === ' ' || event.key === 'Enter')) return;
    if (!this.#keyboard.press(event, key, side)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function keyOf({ target }: Event): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('.row')?.dataset['key'] : undefined;
}

function isButton({ target }: Event): boolean {
  return target instanceof Element && target.closest('button') !== null;
}
