/**
 * A card that is drawn. Hundreds come and go while a board is scrolled, and each is looked at whenever something changes:
 * its elements are plain ones, and only what shows something else is touched.
 */
import type { Row } from '../../protocol/snapshot.ts';
import { cardContent, cardFoot, type CardLook, cardWords } from './card.ts';

export interface CardState {
  readonly look: CardLook;
  readonly selected: boolean;
  readonly lifted: boolean;
  /** The only card that the tab key reaches. */
  readonly current: boolean;
  /** The number of cards above it, and of all in its stack. */
  readonly index: number;
  readonly count: number;
  /** Pixels below the top of its stack. */
  readonly top: number;
}

export class DrawnCard {
  readonly element = document.createElement('div');
  #row: Row | undefined;
  #look: CardLook | undefined;
  #top = -1;

  constructor(key: string) {
    this.element.dataset['key'] = key;
    this.element.role = 'option';
  }

  show(row: Row, { look, selected, lifted, current, index, count, top }: CardState): void {
    const classes = ['card', lifted ? 'lifted' : '', row.blocked === true ? 'is-blocked' : ''];
    this.#set('class', classes.filter((one) => one !== '').join(' '));
    this.#set('tabindex', current ? '0' : '-1');
    this.#set('aria-selected', String(selected));
    this.#set('aria-setsize', String(count));
    this.#set('aria-posinset', String(index + 1));
    if (this.#top !== top) this.element.style.transform = `translateY(${top}px)`;
    if (this.#row !== row || this.#look === undefined || !isSame(this.#look, look)) {
      // Not as words out of sight, which the browser would have to lay out.
      this.element.ariaDescription = cardWords(row, look);
      if (this.#row !== row) this.element.replaceChildren(cardContent(row, look));
      else this.element.lastElementChild?.replaceWith(cardFoot(row, look));
    }
    [this.#row, this.#look, this.#top] = [row, look, top];
  }

  #set(name: string, value: string): void {
    if (this.element.getAttribute(name) !== value) this.element.setAttribute(name, value);
  }
}

function isSame(a: CardLook, b: CardLook): boolean {
  return (
    a.facts === b.facts &&
    a.since === b.since &&
    a.people === b.people &&
    a.today === b.today &&
    a.status === b.status
  );
}
