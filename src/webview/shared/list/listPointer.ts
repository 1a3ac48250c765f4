/** What happens to the items of lists: they are selected, opened and focused alike, and get their keys. */
import type { ListKeysHost } from './listKeys.ts';

export interface ListPointerHost extends Pick<ListKeysHost, 'selection' | 'orderOf' | 'redraw'> {
  /** @param inFile in the text editor */
  open(key: string, inFile: boolean): void;
  /** True where the key meant something on this item. */
  press(event: KeyboardEvent, key: string): boolean;
}

/** The handlers of everything that happens to items, on an element around all lists. */
export class ListPointer {
  readonly #host: ListPointerHost;

  constructor(host: ListPointerHost) {
    this.#host = host;
  }

  readonly focus = (event: FocusEvent): void => {
    const key = keyOf(event);
    if (key === undefined || key === this.#host.selection.current) return;
    this.#host.selection.current = key;
    this.#host.redraw();
  };

  readonly click = (event: MouseEvent): void => {
    const key = keyOf(event);
    if (key === undefined || isButton(event)) return;
    const { selection } = this.#host;
    if (event.shiftKey) selection.through(key, this.#host.orderOf(key));
    else if (event.ctrlKey || event.metaKey) selection.toggle(key);
    else selection.only(key);
    this.#host.redraw();
  };

  readonly doubleClick = (event: MouseEvent): void => {
    const key = keyOf(event);
    if (key !== undefined && !isButton(event)) this.#host.open(key, event.altKey);
  };

  readonly key = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    if (key === undefined) return;
    // A button of the item does its own thing with these.
    if (isButton(event) && (event.key === ' ' || event.key === 'Enter')) return;
    if (!this.#host.press(event, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The item that an event comes from. */
export function keyOf({ target }: Event): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
}

function isButton({ target }: Event): boolean {
  return target instanceof Element && target.closest('button') !== null;
}
