/** Keeps the focus on a card while cards are dealt out anew, and brings it into view where the keyboard leads to it. */
import type { CardStack } from './stack.ts';

export class CardFocus {
  readonly #root: () => ParentNode;
  readonly #bring: (key: string) => Promise<void>;
  #next: string | undefined;

  /**
   * @param root where the cards are drawn
   * @param bring draws the lane of a card, where it is not
   */
  constructor(root: () => ParentNode, bring: (key: string) => Promise<void>) {
    this.#root = root;
    this.#bring = bring;
  }

  get stacks(): readonly CardStack[] {
    return [...this.#root().querySelectorAll<CardStack>('card-stack')];
  }

  get cards(): readonly HTMLElement[] {
    return [...this.#root().querySelectorAll<HTMLElement>('.card')];
  }

  /** The card that has the focus. */
  get current(): string | undefined {
    const active = document.activeElement;
    return active instanceof HTMLElement ? active.dataset['key'] : undefined;
  }

  /** Where the focus goes once all is drawn. */
  get next(): string | undefined {
    return this.#next;
  }

  /** The focus goes there once the card is drawn. */
  on(key: string | undefined): void {
    this.#next = key;
  }

  /** The card that has the focus now keeps it, unless it is to go elsewhere. */
  hold(): void {
    this.#next ??= this.current;
  }

  /** Puts the focus where it is to be; called when everything is drawn. */
  async settle(): Promise<void> {
    const key = this.#next;
    if (key === undefined) return;
    this.#next = undefined;
    await this.#bring(key);
    for (const stack of this.stacks) {
      await stack.updateComplete;
      if (this.card(key) === undefined) {
        if (!stack.reveal(key)) continue;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await stack.updateComplete;
      }
      const card = this.card(key);
      if (card === undefined) continue;
      if (this.current !== key) card.focus({ preventScroll: true });
      card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  }

  /** The element of a card that is drawn. */
  card(key: string): HTMLElement | undefined {
    return this.cards.find(({ dataset }) => dataset['key'] === key);
  }
}
