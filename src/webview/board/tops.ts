/**
 * Where the stacks of cards begin. They are looked at all together: to look at one after the cards of another were
 * drawn would have the browser lay out the page once for each.
 */
export class Tops {
  #known: Map<Element, number> | undefined;

  /** Pixels below the top of what is scrolled. */
  of(stack: HTMLElement, scroller: HTMLElement): number {
    const known = this.#known?.get(stack);
    if (known !== undefined) return known;
    this.#known = new Map();
    for (const one of scroller.querySelectorAll<HTMLElement>('card-stack'))
      this.#known.set(one, one.offsetTop);
    return this.#known.get(stack) ?? 0;
  }

  /** Something was drawn, so that they may stand elsewhere. */
  forget(): void {
    this.#known = undefined;
  }
}
