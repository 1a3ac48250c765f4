/**
 * One column of one lane: a list of cards of which only those near the screen are drawn. It says its true size and
 * each card's place in it. Knows where a dragged card would fall; what that means is told to the board.
 */
import { defaultRangeExtractor, VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../../protocol/snapshot.ts';
import { type CardLook, cardContent } from './card.ts';
import type { Tops } from './tops.ts';

/** What the board knows about each card, and what it wants to hear. */
export interface StackHost {
  readonly scroller: HTMLElement | null;
  /** Height of a card with the gap below it, in pixels. */
  readonly pitch: number;
  /** Without the gap. */
  readonly cardHeight: number;
  look(row: Row): CardLook;
  isSelected(key: string): boolean;
  isLifted(key: string): boolean;
  /** The only card that the tab key reaches. */
  readonly current: string | undefined;
  /** What the editor's menu of a card is about. */
  contextOf(row: Row): string;
  readonly tops: Tops;
  /** A card's element came or went. */
  drawn(element: HTMLElement, key: string): void;
}

export class CardStack extends LitElement {
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

  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.host.scroller,
    estimateSize: () => this.host.pitch,
    overscan: 2,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      const at = this.#currentAt();
      // The card that the keyboard is at stays, however far it is scrolled away: its focus would be lost with it.
      return at < 0 || seen.includes(at) ? seen : [...seen, at].sort((a, b) => a - b);
    },
  });

  constructor() {
    super();
    this.rows = [];
    this.label = '';
    this.version = 0;
    this.drop = undefined;
    this.lane = 0;
    this.column = 0;
  }

  #current:
    { readonly rows: readonly Row[]; readonly key: string | undefined; readonly at: number } | undefined;

  /** Where the card is that the keyboard is at; -1 where it is in another stack. */
  #currentAt(): number {
    const { rows } = this;
    const key = this.host.current;
    if (this.#current?.rows !== rows || this.#current.key !== key)
      this.#current = { rows, key, at: rows.findIndex((row) => row.key === key) };
    return this.#current.at;
  }

  /** Drawn into the board, so that one style and one focus hold for all. */
  protected override createRenderRoot(): HTMLElement {
    return this;
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
    this.#virtual.getVirtualizer().scrollToIndex(index, { align: 'auto' });
    return true;
  }

  protected override willUpdate(): void {
    const virtualizer = this.#virtual.getVirtualizer();
    const { pitch, scroller } = this.host;
    const margin = scroller === null ? 0 : this.host.tops.of(this, scroller);
    const { options } = virtualizer;
    if (options.count !== this.rows.length || options.scrollMargin !== margin || this.#pitch !== pitch) {
      virtualizer.setOptions({ ...options, count: this.rows.length, scrollMargin: margin });
      if (this.#pitch !== pitch) virtualizer.measure();
      this.#pitch = pitch;
    }
  }
  #pitch = 0;

  protected override render(): TemplateResult {
    const { pitch } = this.host;
    const virtualizer = this.#virtual.getVirtualizer();
    const seen = virtualizer.getVirtualItems().filter(({ index }) => index < this.rows.length);
    const height = this.rows.length * pitch;
    return html`<div
      class="stack"
      role="listbox"
      aria-multiselectable="true"
      aria-label="${this.label}, ${this.rows.length} ${this.rows.length === 1 ? 'card' : 'cards'}"
      .style=${`height:${height}px`}
    >
      ${repeat(
        seen,
        ({ index }) => this.rows[index]?.key ?? index,
        ({ index }) => this.#card(this.rows[index], index, pitch),
      )}
      ${
        this.drop === undefined
          ? nothing
          : html`<div
              class="drop-line"
              role="presentation"
              .style=${`transform:translateY(${this.drop * pitch}px)`}
            ></div>`
      }
    </div>`;
  }

  #card(row: Row | undefined, index: number, pitch: number): TemplateResult | typeof nothing {
    if (row === undefined) return nothing;
    const { host } = this;
    const look = host.look(row);
    const classes = [
      'card',
      host.isLifted(row.key) ? 'lifted' : '',
      row.blocked === true ? 'is-blocked' : '',
    ];
    return html`<div
      class=${classes.join(' ')}
      role="option"
      tabindex=${host.current === row.key ? '0' : '-1'}
      data-key=${row.key}
      data-vscode-context=${host.contextOf(row)}
      aria-selected=${host.isSelected(row.key) ? 'true' : 'false'}
      aria-setsize=${this.rows.length}
      aria-posinset=${index + 1}
      .style=${`transform:translateY(${index * pitch}px)`}
    >
      ${cardContent(row, look)}
    </div>`;
  }

  protected override updated(): void {
    for (const element of this.querySelectorAll<HTMLElement>('.card')) {
      const { key } = element.dataset;
      if (key !== undefined) this.host.drawn(element, key);
    }
  }
}

customElements.define('card-stack', CardStack);
