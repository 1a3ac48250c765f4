/** Keeps the focus on an item while lists change, and brings it into view where the keyboard leads to it. */

/** A list of which only what is near the screen is drawn. Its items have the attribute `data-key`. */
export interface ItemList extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  /** Brings an item into view; true where it is one of this list. */
  reveal(key: string): boolean;
}

export interface FocusRoot {
  /** All lists of the view. */
  lists(): Iterable<ItemList>;
  /** Draws the list that an item is in, where it is not. */
  bring?(key: string): Promise<void>;
}

export class ItemFocus {
  readonly #root: FocusRoot;
  #next: string | undefined;

  constructor(root: FocusRoot) {
    this.#root = root;
  }

  /** The keys of the items that are drawn now. */
  get drawn(): readonly string[] {
    return [...this.#root.lists()].flatMap((list) =>
      itemsOf(list).map(({ dataset }) => dataset['key'] ?? ''),
    );
  }

  /** The item that has the focus, or a button in it. */
  get current(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  }

  /** Where the focus goes once all is drawn. */
  get next(): string | undefined {
    return this.#next;
  }

  /** The focus goes there once it is drawn. */
  on(key: string | undefined): void {
    this.#next = key;
  }

  /** The item that has the focus now keeps it, unless it is to go elsewhere. */
  hold(): void {
    this.#next ??= this.current;
  }

  /** Puts the focus where it is to be; called when everything is drawn. */
  async settle(): Promise<void> {
    const key = this.#next;
    if (key === undefined) return;
    this.#next = undefined;
    await this.#root.bring?.(key);
    for (const list of this.#root.lists()) {
      await list.updateComplete;
      const item = itemIn(list, key) ?? (await this.#revealed(list, key));
      if (item === undefined) continue;
      if (this.current !== key) item.focus({ preventScroll: true });
      item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  }

  async #revealed(list: ItemList, key: string): Promise<HTMLElement | undefined> {
    if (!list.reveal(key)) return undefined;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    list.requestUpdate();
    await list.updateComplete;
    return itemIn(list, key);
  }
}

function itemsOf(list: ParentNode): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-key]')];
}

function itemIn(list: ParentNode, key: string): HTMLElement | undefined {
  return itemsOf(list).find(({ dataset }) => dataset['key'] === key);
}
