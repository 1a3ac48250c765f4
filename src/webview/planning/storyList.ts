/**
 * One of the two lists: rows of stories of which only those near the screen are drawn. It says its true size and each
 * row's place in it.
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../../protocol/snapshot.ts';
import { VisibleItems } from '../shared/list/visibleItems.ts';
import { rowCells, type RowEvents, type RowLook, rowSpoken, type Side } from './row.ts';

/** What is done with rows. */
export interface ListParts {
  readonly events: RowEvents;
  readonly selection: { has(key: string): boolean };
  /** The only row of a list that the tab key reaches. */
  currentOf(side: Side): string | undefined;
  /** A row's element is there. */
  drawn(element: HTMLElement, key: string): void;
}

/** What the view knows about each story, and what it wants to hear. */
export interface ListHost {
  /** Height of a row in pixels. */
  readonly rowHeight: number;
  lookOf(row: Row, side: Side): RowLook;
  readonly lists: ListParts;
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

  readonly #visible = new VisibleItems(this, {
    lists: '.rows',
    firstTop: 0,
    around: 6,
    moved: () => {
      this.requestUpdate();
    },
  });
  #settled = false;

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
    const list = this.#list;
    if (index < 0 || list === null) return false;
    this.#visible.reveal(list, index, this.host.rowHeight);
    return true;
  }

  get #list(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.rows');
  }

  /** The numbers of the rows that are drawn: those near the screen, and the one that the keyboard is at. */
  #drawn(): readonly number[] {
    const { rows, host } = this;
    const list = this.#list;
    const where = { count: rows.length, pitch: host.rowHeight, isFirst: list === null };
    const { from, to } = this.#visible.near(list ?? this, where);
    const drawn = Array.from({ length: to - from }, (_, nth) => from + nth);
    const current = host.lists.currentOf(this.side);
    const at = current === undefined ? -1 : rows.findIndex(({ key }) => key === current);
    if (at < 0 || (at >= from && at < to)) return drawn;
    return at < from ? [at, ...drawn] : [...drawn, at];
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.rows.length === 0) return nothing;
    const pitch = this.host.rowHeight;
    return html`<div
      class="rows"
      role="grid"
      aria-multiselectable="true"
      aria-label=${this.label}
      aria-rowcount=${this.rows.length}
      .style=${`height:${this.rows.length * pitch}px`}
    >
      ${repeat(
        this.#drawn(),
        (index) => this.rows[index]?.key ?? index,
        (index) => this.#row(this.rows[index], index, pitch),
      )}
    </div>`;
  }

  #row(row: Row | undefined, index: number, pitch: number): TemplateResult | typeof nothing {
    if (row === undefined) return nothing;
    const { host, side } = this;
    const look = host.lookOf(row, side);
    const tab = host.lists.currentOf(side) === row.key ? '0' : '-1';
    const classes = ['row', look.drafted === undefined ? '' : 'is-drafted', look.over ? 'is-over' : ''];
    return html`<div
      class=${classes.join(' ')}
      role="row"
      tabindex=${tab}
      data-key=${row.key}
      aria-rowindex=${index + 1}
      aria-selected=${host.lists.selection.has(row.key) ? 'true' : 'false'}
      aria-label=${rowSpoken(row, side, look)}
      title=${row.title}
      .style=${`transform:translateY(${index * pitch}px)`}
    >
      ${rowCells(row, side, look, { events: host.lists.events, tab })}
    </div>`;
  }

  protected override updated(): void {
    this.#visible.watch(this);
    if (!this.#settled && this.rows.length > 0) {
      this.#settled = true;
      this.#visible.settle();
    }
    for (const element of this.querySelectorAll<HTMLElement>('.row')) {
      const { key } = element.dataset;
      if (key !== undefined) this.host.lists.drawn(element, key);
    }
  }
}

customElements.define('story-list', StoryList);
