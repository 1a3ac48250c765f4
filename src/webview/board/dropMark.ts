/** Marks where carried cards would fall. It moves with each move of the mouse, so that nothing else is drawn for it. */
import type { CardStack } from './stack.ts';
import type { Place } from './gridNavigation.ts';

export class DropMark {
  readonly #root: ParentNode;
  #cell: HTMLElement | undefined;

  constructor(root: ParentNode) {
    this.#root = root;
  }

  /** Also called where the board was drawn anew, so that the mark is at the elements that are there now. */
  show(place: Place | undefined): void {
    const cell =
      place === undefined
        ? undefined
        : (this.#root.querySelector<HTMLElement>(
            `.cell[data-lane="${place.lane}"][data-column="${place.column}"]`,
          ) ?? undefined);
    if (cell !== this.#cell) {
      this.#mark(undefined);
      this.#cell = cell;
    }
    this.#mark(place?.index);
  }

  #mark(index: number | undefined): void {
    this.#cell?.toggleAttribute('data-target', index !== undefined);
    const stack = this.#cell?.querySelector<CardStack>('card-stack');
    if (stack) stack.drop = index;
  }
}
