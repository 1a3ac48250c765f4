/**
 * One of the two lists: rows of stories of which only those near the screen are drawn. It says its true size and each
 * row's place in it.
 */
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../../protocol/snapshot.ts';
import { rowCells, type RowEvents, type RowLook, rowSpoken, type Side } from './row.ts';

/** What the view knows about each story, and what it wants to hear. */
export interface ListHost {
  readonly events: RowEvents;
  /** Height of a row in pixels. */
  readonly pitch: number;
  lookOf(row: Row, side: Side): RowLook;
  isSelected(key: string): boolean;
  /** The only row of a list that the tab key reaches. */
  currentOf(side: Side): string | undefined;
  /** A row's element is there. */
  drawn(element: HTMLElement, key: string): void;
}

export class StoryList extends LitElement {
  static override properties = {
    rows: { attribute: false },
    host: { attribute: false },
    side: { attribute: false },
    label: { attribute: false },
    version: { attribute: false },
  };

  declare rows: readonly Row[];
  declare host: ListHost;
  declare side: Side;
  /** The list's name, for a screen reader. */
  declare label: string;
  /** Counts up where something else than the rows changed: selection, facts, focus. */
  declare version: number;

  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this,
    estimateSize: () => this.host.pitch,
    overscan: 6,
  });
  #pitch = 0;

  constructor() {
    super();
    this.rows = [];
    this.side = 'backlog';
    this.label = '';
    this.version = 0;
  }

  /** Drawn into the view, so that one style and one focus hold for all. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Brings a row into view; true where it is one of this list. */
  reveal(key: string): boolean {
    const index = this.rows.findIndex((row) => row.key === key);
    if (index < 0) return false;
    this.#virtual.getVirtualizer().scrollToIndex(index, { align: 'auto' });
    return true;
  }

  protected override willUpdate(): void {
    const virtualizer = this.#virtual.getVirtualizer();
    const { pitch } = this.host;
    const { options } = virtualizer;
    if (options.count === this.rows.length && this.#pitch === pitch) return;
    virtualizer.setOptions({ ...options, count: this.rows.length });
    if (this.#pitch !== pitch) virtualizer.measure();
    this.#pitch = pitch;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.rows.length === 0) return nothing;
    const { pitch } = this.host;
    const seen = this.#virtual.getVirtualizer().getVirtualItems();
    return html`<div
      class="rows"
      role="grid"
      aria-multiselectable="true"
      aria-label=${this.label}
      aria-rowcount=${this.rows.length}
      .style=${`height:${this.rows.length * pitch}px`}
    >
      ${repeat(
        seen.filter(({ index }) => index < this.rows.length),
        ({ index }) => this.rows[index]?.key ?? index,
        ({ index }) => this.#row(this.rows[index], index, pitch),
      )}
    </div>`;
  }

  #row(row: Row | undefined, index: number, pitch: number): TemplateResult | typeof nothing {
    if (row === undefined) return nothing;
    const { host, side } = this;
    const look = host.lookOf(row, side);
    const tab = host.currentOf(side) === row.key ? '0' : '-1';
    const classes = ['row', look.drafted === undefined ? '' : 'is-drafted', look.over ? 'is-over' : ''];
    return html`<div
      class=${classes.join(' ')}
      role="row"
      tabindex=${tab}
      data-key=${row.key}
      aria-rowindex=${index + 1}
      aria-selected=${host.isSelected(row.key) ? 'true' : 'false'}
      aria-label=${rowSpoken(row, side, look)}
      title=${row.title}
      .style=${`transform:translateY(${index * pitch}px)`}
    >
      ${rowCells(row, side, look, { events: host.events, tab })}
    </div>`;
  }

  protected override updated(): void {
    for (const element of this.querySelectorAll<HTMLElement>('.row')) {
      const { key } = element.dataset;
      if (key !== undefined) this.host.drawn(element, key);
    }
  }
}

customElements.define('story-list', StoryList);
