/**
 * One column of one lane: a list of cards of which only those near the screen are drawn. It says its true size and
 * each card's place in it. Its height it is given, so that all stacks stand where they stay before one is drawn. Knows
 * where a dragged card would fall; what that means is told to the board.
 */
import { type PropertyValues, ReactiveElement } from 'lit';
import type { Row } from '../../protocol/snapshot.ts';
import type { CardLook } from './card.ts';
import type { ItemDrag } from '../shared/list/itemDrag.ts';
import { DrawnCard } from './drawnCard.ts';
import type { Selection } from '../shared/list/selection.ts';
import type { Stretch, VisibleItems } from '../shared/list/visibleItems.ts';

/** What the board knows about each card, and what it wants to hear. */
export interface StackHost {
  readonly screen: VisibleItems;
  /** Height of a card with the gap below it, in pixels. */
  readonly pitch: number;
  /** Without the gap. */
  readonly rowHeight: number;
  look(row: Row): CardLook;
  isLifted(key: string): boolean;
  /** Its current card is the only one that the tab key reaches. */
  readonly selection: Pick<Selection, 'has' | 'current'>;
  readonly drag: ItemDrag<readonly string[]>;
}

/** So many columns are on most screens. */
const FIRST_COLUMNS = 8;

export class CardStack extends ReactiveElement {
  static override properties = {
    rows: { attribute: false },
    host: { attribute: false },
    label: { attribute: false },
    version: { attribute: false },
    drop: { attribute: false },
    lane: { attribute: false },
    column: { attribute: false },
  };

  declare rows: readonly Row[];
  declare host: StackHost;
  /** The column's name, for a screen reader. */
  declare label: string;
  /** Counts up where something else than the rows changed: selection, facts, focus. */
  declare version: number;
  /** Where a dragged card would fall: the number of cards above it. */
  declare drop: number | undefined;
  declare lane: number;
  declare column: number;

  /** In the order of the rows. */
  readonly #cards = new Map<string, DrawnCard>();
  #stretch: Stretch = { from: 0, to: 0 };
  #dropLine: HTMLElement | undefined;

  constructor() {
    super();
    this.rows = [];
    this.label = '';
    this.version = 0;
    this.drop = undefined;
    this.lane = 0;
    this.column = 0;
  }

  /** Drawn into the board, so that one style and one focus hold for all. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'listbox';
    this.ariaMultiSelectable = 'true';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const key of this.#cards.keys()) this.#remove(key);
  }

  /** The number of cards above a place on the screen; a dragged card falls between two. */
  indexAt(clientY: number): number {
    const { top } = this.getBoundingClientRect();
    const at = Math.round((clientY - top) / this.host.pitch);
    return Math.min(Math.max(at, 0), this.rows.length);
  }

  /** Brings a card into view; true where it is one of this stack. */
  reveal(key: string): boolean {
    const index = this.rows.findIndex((row) => row.key === key);
    if (index < 0) return false;
    this.host.screen.reveal(this, index, this.host.pitch);
    return true;
  }

  /** The screen shows another part of the board. */
  moved(): void {
    const { from, to } = this.#near();
    if (from !== this.#stretch.from || to !== this.#stretch.to) this.requestUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const { length } = this.rows;
    if (changed.size > 0) this.ariaLabel = `${this.label}, ${length} ${length === 1 ? 'card' : 'cards'}`;
    this.#drawLine();
    // Where nothing but the line is another, the cards are as they were.
    if (changed.size !== 1 || !changed.has('drop')) this.#draw(changed.size > 0);
  }

  #near(): Stretch {
    const { rows, host } = this;
    const isFirst = this.lane === 0 && this.column < FIRST_COLUMNS;
    return host.screen.near(this, { count: rows.length, pitch: host.pitch, isFirst });
  }

  /** @param again those that are drawn may show something else by now; not where the board was only scrolled */
  #draw(again: boolean): void {
    this.#stretch = this.#near();
    const { from, to } = this.#stretch;
    const wanted = new Map<string, readonly [Row, number]>();
    const want = (index: number): void => {
      const row = this.rows[index];
      if (row !== undefined) wanted.set(row.key, [row, index]);
    };
    // The card that the keyboard is at stays, however far it is scrolled away: its focus would be lost with it.
    const current = this.#currentAt();
    if (current < from) want(current);
    for (let index = from; index < to; index++) want(index);
    if (current >= to) want(current);
    for (const key of this.#cards.keys()) if (!wanted.has(key)) this.#remove(key);
    let next = this.firstElementChild;
    for (const [key, [row, index]] of wanted) {
      const known = this.#cards.get(key);
      const card = known ?? this.#add(key);
      if (known === undefined || again) this.#show(card, row, index);
      if (card.element === next) next = next.nextElementSibling;
      else this.insertBefore(card.element, next);
    }
  }

  #show(card: DrawnCard, row: Row, index: number): void {
    const { host } = this;
    card.show(row, {
      look: host.look(row),
      selected: host.selection.has(row.key),
      lifted: host.isLifted(row.key),
      current: host.selection.current === row.key,
      index,
      count: this.rows.length,
      top: index * host.pitch,
    });
  }

  #add(key: string): DrawnCard {
    const card = new DrawnCard(key);
    this.#cards.set(key, card);
    this.host.drag.item(card.element, key);
    return card;
  }

  #remove(key: string): void {
    const card = this.#cards.get(key);
    if (card === undefined) return;
    this.#cards.delete(key);
    card.element.remove();
    this.host.drag.gone(card.element);
  }

  #drawLine(): void {
    if (this.drop === undefined) {
      this.#dropLine?.remove();
      this.#dropLine = undefined;
      return;
    }
    if (this.#dropLine === undefined) {
      this.#dropLine = document.createElement('div');
      this.#dropLine.className = 'drop-line';
      this.#dropLine.role = 'presentation';
      this.append(this.#dropLine);
    }
    this.#dropLine.style.transform = `translateY(${this.drop * this.host.pitch}px)`;
  }

  #current:
    { readonly rows: readonly Row[]; readonly key: string | undefined; readonly at: number } | undefined;

  /** Where the card is that the keyboard is at; -1 where it is in another stack. */
  #currentAt(): number {
    const { rows } = this;
    const key = this.host.selection.current;
    if (this.#current?.rows !== rows || this.#current.key !== key)
      this.#current = { rows, key, at: rows.findIndex((row) => row.key === key) };
    return this.#current.at;
  }
}

customElements.define('card-stack', CardStack);
