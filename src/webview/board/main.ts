/**
 * The board: holds the backlog as it is, how the person looks at it, and what is being done with the cards. Drawing is
 * done by its parts; every change is a call to the host.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type {
  BoardContract,
  BoardLook,
  CardFacts,
  MoveCards,
  QuickFilter,
} from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { Announcer } from '../shared/announcer.ts';
import { CallFailed, Connection } from '../shared/connection.ts';
import { follow, type Followed } from '../shared/followed.ts';
import { icon } from '../shared/icons.ts';
import type { CardLook } from './card.ts';
import { Dragging } from './dragging.ts';
import { type Board, boardOf, type Column, type Lane } from './model.ts';
import { PendingMoves } from './pending.ts';
import { Picked } from './picked.ts';
import { CardStack, type StackHost } from './stack.ts';
import { boardStyles } from './styles.ts';
import { toolbar } from './toolbar.ts';
import { carry, isArrow, moveTo, type Place, placeOf, walk } from './walk.ts';

/** Pixels between cards. */
const GAP = 6;
/** Milliseconds before what is typed into the filter is kept for the workspace. */
const KEEP_AFTER = 400;

interface Lifted {
  readonly keys: readonly string[];
  readonly place: Place;
  readonly move: MoveCards | undefined;
}

interface Editing {
  readonly kind: 'rename' | 'add';
  readonly key: string;
  readonly column: number;
  readonly lane: number;
}

export class BoardView extends LitElement implements StackHost {
  static override styles = boardStyles;

  readonly #connection = new Connection<BoardContract>();
  readonly #announcer = new Announcer();
  readonly #pending = new PendingMoves();
  readonly #picked = new Picked();
  readonly #facts = new Map<string, CardFacts>();
  readonly #wanted = new Set<string>();
  readonly #dragging: Dragging;

  #followed: Followed | undefined;
  #missing: NoBacklog = 'starting';
  #look: BoardLook | undefined;
  #me: string | undefined;
  #today = '';
  #people: ReadonlyMap<string, string> = new Map();
  #board: Board | undefined;
  #lifted: Lifted | undefined;
  #editing: Editing | undefined;
  #dropAt: Place | undefined;
  #message: string | undefined;
  #version = 0;
  #cardHeight = 76;
  #focusNext: string | undefined;
  #timers = { keep: 0, facts: 0 };

  constructor() {
    super();
    this.#dragging = new Dragging({
      dragged: (key) => this.#picked.with(key),
      placeAt: (cell, y) => this.#placeAt(cell, y),
      over: (place) => {
        if (JSON.stringify(place) === JSON.stringify(this.#dropAt)) return;
        this.#dropAt = place;
        this.requestUpdate();
      },
      dropped: (keys, place) => {
        this.#drop(keys, place);
      },
    });
    this.#listen();
  }

  get scroller(): HTMLElement | null {
    return this.renderRoot instanceof ShadowRoot ? this.renderRoot.querySelector('.scroller') : null;
  }

  get pitch(): number {
    return this.#cardHeight + GAP;
  }

  get current(): string | undefined {
    return this.#picked.current;
  }

  look(row: Row): CardLook {
    if (!this.#facts.has(row.key)) this.#want(row.key);
    return { facts: this.#facts.get(row.key), people: this.#people, today: this.#today };
  }

  isSelected(key: string): boolean {
    return this.#picked.has(key);
  }

  isLifted(key: string): boolean {
    return this.#lifted?.keys.includes(key) ?? false;
  }

  contextOf(row: Row): string {
    const rows = new Set(this.#picked.with(row.key));
    const items =
      this.#followed?.rows.flatMap(({ key, id }) => (rows.has(key) && id !== undefined ? [id] : [])) ?? [];
    return JSON.stringify({
      webviewSection: 'card',
      preventDefaultContextMenuItems: true,
      uri: this.#followed?.uri,
      ...(row.id === undefined ? { key: row.key } : { items }),
    });
  }

  drawn(element: HTMLElement, key: string): void {
    this.#dragging.card(element, key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dragging.stop();
  }

  #listen(): void {
    this.#connection.on('backlog', (event) => {
      const next = follow(this.#followed, event);
      if (next === undefined) {
        // A change was missed: the whole is asked for by being shown anew.
        this.#connection.ready();
        return;
      }
      if (next.uri !== this.#followed?.uri) this.#connection.keep({ uri: next.uri });
      this.#followed = next;
      this.#pending.newer();
      for (const key of this.#facts.keys()) this.#want(key);
      this.#refresh();
    });
    this.#connection.on('missing', ({ why }) => {
      this.#followed = undefined;
      this.#missing = why;
      this.#refresh();
    });
    this.#connection.on('look', ({ look, me, today }) => {
      this.#look ??= look;
      this.#me = me ?? undefined;
      this.#today = today;
      this.#refresh();
    });
    this.#connection.ready();
  }

  /** Deals the cards out anew. */
  #refresh(): void {
    this.#version++;
    this.#board = this.#deal();
    this.requestUpdate();
  }

  #deal(): Board | undefined {
    const followed = this.#followed;
    const look = this.#look;
    if (followed === undefined || look === undefined) return undefined;
    this.#people = new Map(
      followed.rows.flatMap((row) =>
        row.list === 'people' && row.id !== undefined ? [[row.id, row.title]] : [],
      ),
    );
    const shown = this.#rows(followed.rows);
    const board = boardOf({ ...followed, rows: shown }, { look, today: this.#today, me: this.#me });
    const order = orderOf(board);
    // The tab key always reaches one card.
    if (this.#picked.current === undefined || !order.includes(this.#picked.current))
      this.#picked.current = order[0];
    return board;
  }

  #rows(rows: readonly Row[]): readonly Row[] {
    const pending = this.#pending.over(rows);
    const move = this.#lifted?.move;
    return move === undefined ? pending : this.#pending.with(pending, move);
  }

  // --- what is drawn ---------------------------------------------------------------------------------------------

  protected override render(): TemplateResult {
    const followed = this.#followed;
    const board = this.#board;
    const look = this.#look;
    if (followed === undefined || board === undefined || look === undefined) return this.#nothing();
    const columns = `grid-template-columns:${board.columns
      .map(({ folded }) => (folded ? '44px' : 'minmax(170px,1fr)'))
      .join(' ')}`;
    return html`
      ${toolbar({
        name: followed.name,
        rows: followed.rows,
        board,
        look,
        today: this.#today,
        change: (change) => {
          this.#change(change);
        },
        quick: (filter) => {
          void this.#quick(filter);
        },
      })}
      ${
        this.#message === undefined
          ? nothing
          : html`<div class="message" role="alert">
              ${this.#message}<span class="spring"></span
              ><button
                class="toggle"
                @click=${() => {
                  this.#tell(undefined);
                }}
              >
                OK
              </button>
            </div>`
      }
      <div
        class="scroller"
        tabindex="-1"
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        @focusin=${this.#onFocus}
        .style=${`--card-height:${this.#cardHeight}px`}
      >
        <div class="columns" .style=${columns}>
          ${board.columns.map((column, index) => this.#columnHead(column, index))}
        </div>
        ${board.lanes.map((lane, index) => this.#lane(board, lane, index, columns))}
      </div>
    `;
  }

  #nothing(): TemplateResult {
    const words: Readonly<Record<NoBacklog, string>> = {
      starting: 'Reading the backlog…',
      none: 'There is no backlog in this workspace yet.',
      unreadable: 'The backlog could not be read.',
      gone: 'This backlog is no longer there.',
    };
    const create = this.#missing === 'none';
    return html`<div class="empty" role="status">
      <p>${words[this.#missing]}</p>
      ${
        create
          ? html`<button
              class="toggle"
              @click=${() => void this.#connection.call('command', { name: 'createBacklog' })}
            >
              Create Empty Backlog
            </button>`
          : nothing
      }
    </div>`;
  }

  #columnHead(column: Column, index: number): TemplateResult {
    const { label, folded, count, points, limit, inWork } = column;
    const over = limit !== undefined && inWork > limit;
    const totals = `${count}${limit === undefined ? '' : ` of at most ${limit}`}`;
    return html`<div class="column-head">
      <button
        class="plain"
        aria-expanded=${folded ? 'false' : 'true'}
        aria-label=${`${folded ? 'Unfold' : 'Fold'} ${label}`}
        @click=${() => {
          this.#fold(column);
        }}
      >
        ${icon(folded ? 'chevronRight' : 'chevronDown')}
      </button>
      ${
        folded
          ? html`<span class="count" title=${label}>${count}</span>`
          : html`<h2 dir="auto">${label}</h2>
              <span class=${over ? 'count over' : 'count'}
                >${totals}${points === 0 ? '' : ` · ${points} pt`}${over ? ' · over the limit' : ''}</span
              ><span class="spring"></span> ${
                column.status === undefined
                  ? nothing
                  : html`<button
                      class="plain"
                      aria-label=${`Add a story in ${label}`}
                      @click=${() => {
                        this.#edit({ kind: 'add', key: '', column: index, lane: 0 });
                      }}
                    >
                      ${icon('add')}
                    </button>`
              }`
      }
    </div>`;
  }

  #lane(board: Board, lane: Lane, at: number, columns: string): TemplateResult {
    const head =
      lane.label === ''
        ? nothing
        : html`<h2 class="lane-head" dir="auto">${lane.label} <span class="count">${lane.count}</span></h2>`;
    return html`${head}
      <div class="lane" role="group" aria-label=${lane.label === '' ? 'Cards' : lane.label} .style=${columns}>
        ${lane.cells.map((rows, index) => this.#cell(board, rows, at, index))}
      </div>`;
  }

  #cell(board: Board, rows: readonly Row[], lane: number, index: number): TemplateResult {
    const column = board.columns[index];
    if (column === undefined || column.folded) return html`<div class="cell folded"></div>`;
    const target = this.#dropAt?.lane === lane && this.#dropAt.column === index;
    const adding =
      this.#editing?.kind === 'add' && this.#editing.column === index && this.#editing.lane === lane;
    return html`<div class=${target ? 'cell target' : 'cell'} data-lane=${lane} data-column=${index}>
      ${adding ? this.#field('', 'Title of the new story') : nothing} ${this.#renaming(rows, lane, index)}
      <card-stack
        .rows=${rows}
        .host=${this as StackHost}
        .label=${column.label}
        .version=${this.#version}
        .lane=${lane}
        .column=${index}
        .drop=${target ? this.#dropAt?.index : undefined}
      ></card-stack>
    </div>`;
  }

  /** The title of a card, being written where the card is. */
  #renaming(rows: readonly Row[], lane: number, column: number): TemplateResult | typeof nothing {
    const editing = this.#editing;
    if (editing?.kind !== 'rename' || editing.lane !== lane || editing.column !== column) return nothing;
    const at = rows.findIndex(({ key }) => key === editing.key);
    const row = rows[at];
    if (row === undefined) return nothing;
    return html`<div class="rename" .style=${`transform:translateY(${at * this.pitch}px)`}>
      ${this.#field(row.title, `New title of ${row.id ?? 'the story'}`)}
    </div>`;
  }

  /** The only field there is: a title being written. */
  #field(value: string, label: string): TemplateResult {
    return html`<div class="add-row">
      <input
        class="field"
        aria-label=${label}
        .value=${value}
        @keydown=${this.#onFieldKey}
        @blur=${() => {
          this.#edit(undefined);
        }}
      />
    </div>`;
  }

  protected override firstUpdated(): void {
    new ResizeObserver(() => {
      this.#measure();
    }).observe(this);
    this.#measure();
  }

  protected override updated(_changes: PropertyValues): void {
    const { scroller } = this;
    if (scroller !== null && this.#scrollsAlong !== scroller) {
      this.#scrollsAlong = scroller;
      this.#dragging.start(scroller);
      for (const stack of this.#stacks()) stack.requestUpdate();
    }
    for (const cell of this.renderRoot.querySelectorAll<HTMLElement>('.cell[data-lane]'))
      this.#dragging.cell(cell);
    const field = this.renderRoot.querySelector<HTMLInputElement>('input.field');
    if (field !== null && this.shadowRoot?.activeElement !== field) field.focus();
    if (this.#focusNext !== undefined) void this.#focusCard(this.#focusNext);
  }
  #scrollsAlong: HTMLElement | undefined;

  /** A card holds three lines of text at the person's own size. */
  #measure(): void {
    const size = Number.parseFloat(getComputedStyle(this).fontSize) || 13;
    const height = Math.round(size * 5.4 + 18);
    if (height === this.#cardHeight) return;
    this.#cardHeight = height;
    this.#refresh();
  }

  #stacks(): readonly CardStack[] {
    return [...this.renderRoot.querySelectorAll<CardStack>('card-stack')];
  }

  // --- focus and choice ------------------------------------------------------------------------------------------

  /** Puts the focus on a card as soon as it is drawn, and brings it into view. */
  async #focusCard(key: string): Promise<void> {
    this.#focusNext = undefined;
    for (const stack of this.#stacks()) {
      if (!stack.reveal(key)) continue;
      await stack.updateComplete;
      const card = (): HTMLElement | null =>
        this.renderRoot.querySelector(`.card[data-key="${CSS.escape(key)}"]`);
      if (card() === null) await new Promise((resolve) => requestAnimationFrame(resolve));
      card()?.focus({ preventScroll: true });
      card()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const key = keyOf(event);
    if (key === undefined || key === this.#picked.current) return;
    this.#picked.current = key;
    this.#redrawCards();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const key = keyOf(event);
    const board = this.#board;
    if (key === undefined || board === undefined) return;
    if (event.shiftKey) this.#picked.through(key, orderOf(board));
    else if (event.ctrlKey || event.metaKey) this.#picked.toggle(key);
    else this.#picked.only(key);
    this.#redrawCards();
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const key = keyOf(event);
    if (key !== undefined) void this.#connection.call('open', { key, inFile: event.altKey });
  };

  #redrawCards(): void {
    this.#version++;
    this.requestUpdate();
  }

  // --- keyboard --------------------------------------------------------------------------------------------------

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    const board = this.#board;
    if (key === undefined || board === undefined || event.target instanceof HTMLInputElement) return;
    const handled =
      this.#lifted === undefined ? this.#walkKey(event, board, key) : this.#carryKey(event, board);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #walkKey(event: KeyboardEvent, board: Board, key: string): boolean {
    if (isArrow(event.key)) {
      const place = placeOf(board, key);
      const next = place && walk(board, place, event.key);
      if (next === undefined) return true;
      if (event.shiftKey) this.#picked.through(next.key, orderOf(board));
      this.#picked.current = next.key;
      this.#focusNext = next.key;
      this.#redrawCards();
      return true;
    }
    if (event.altKey) return false;
    switch (event.key) {
      case ' ':
        if (event.ctrlKey || event.metaKey) {
          this.#picked.toggle(key);
          this.#redrawCards();
        } else this.#lift(board, key);
        return true;
      case 'Enter':
        void this.#connection.call('open', { key, inFile: event.ctrlKey || event.metaKey });
        return true;
      case 'F2':
        this.#rename(board, key);
        return true;
      case 'm':
        void this.#connection.call('moveTo', { keys: this.#picked.with(key) });
        return true;
      case 'n': {
        const place = placeOf(board, key);
        if (place !== undefined) this.#edit({ kind: 'add', key: '', column: place.column, lane: place.lane });
        return true;
      }
      case 'Escape':
        this.#picked.clear();
        this.#redrawCards();
        return true;
      default:
        return false;
    }
  }

  #carryKey(event: KeyboardEvent, board: Board): boolean {
    const lifted = this.#lifted;
    if (lifted === undefined) return false;
    if (isArrow(event.key)) {
      const place = carry(board, lifted.place, new Set(lifted.keys), event.key);
      this.#carry(board, lifted.keys, place);
      return true;
    }
    if (event.key === 'Escape') {
      this.#settle();
      this.#announcer.say('Not moved.');
      return true;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      const { move } = lifted;
      this.#settle();
      if (move !== undefined) void this.#move(move);
      this.#announcer.say('Dropped.');
      return true;
    }
    return event.key !== 'Tab';
  }

  #lift(board: Board, key: string): void {
    const keys = this.#picked.with(key);
    const place = placeOf(board, key);
    if (place === undefined) return;
    const index = (board.lanes[place.lane]?.cells[place.column] ?? [])
      .slice(0, place.index)
      .filter((row) => !keys.includes(row.key)).length;
    this.#lifted = { keys, place: { ...place, index }, move: undefined };
    this.#redrawCards();
    const what = keys.length === 1 ? this.#nameOf(key) : `${keys.length} cards`;
    this.#announcer.say(`${what} lifted. Arrow keys move, Enter drops, Escape cancels.`);
  }

  #carry(board: Board, keys: readonly string[], place: Place): void {
    const move = moveTo(board, keys, place, this.#look?.lanes ?? 'none');
    this.#lifted = { keys, place, move };
    this.#focusNext = keys[0];
    this.#refresh();
    const column = board.columns[place.column];
    const lane = board.lanes[place.lane];
    const moved = new Set(keys);
    const others = (lane?.cells[place.column] ?? []).filter((row) => !moved.has(row.key)).length;
    const where = lane === undefined || lane.label === '' ? '' : ` of ${lane.label}`;
    this.#announcer.say(`${column?.label ?? ''}${where}, ${place.index + 1} of ${others + keys.length}`);
  }

  /** Puts lifted cards down where the file has them. */
  #settle(): void {
    this.#focusNext = this.#lifted?.keys[0];
    this.#lifted = undefined;
    this.#refresh();
  }

  // --- changes ---------------------------------------------------------------------------------------------------

  #placeAt(cell: HTMLElement, clientY: number): Place | undefined {
    const stack = cell.querySelector<CardStack>('card-stack');
    const column = stack === null ? undefined : this.#board?.columns[stack.column];
    if (stack === null || column?.status === undefined) return undefined;
    return { lane: stack.lane, column: stack.column, index: stack.indexAt(clientY) };
  }

  #drop(keys: readonly string[], place: Place): void {
    const board = this.#board;
    if (board === undefined) return;
    // The place counts the dragged cards as well where they lie above it in the same cell.
    const cell = board.lanes[place.lane]?.cells[place.column] ?? [];
    const above = cell.slice(0, place.index).filter(({ key }) => keys.includes(key)).length;
    const move = moveTo(board, keys, { ...place, index: place.index - above }, this.#look?.lanes ?? 'none');
    if (move !== undefined) void this.#move(move);
  }

  /** Shows the move at once; takes it back, with the reason, where it is refused. */
  async #move(move: MoveCards): Promise<void> {
    const pending = this.#pending.add(move);
    this.#focusNext = move.keys[0];
    this.#refresh();
    const message = await this.#try(this.#connection.call('move', move));
    if (message === undefined) pending.done();
    else {
      pending.refused();
      this.#focusNext = move.keys[0];
      this.#refresh();
      this.#tell(message);
    }
  }

  /** Why a change did not happen; undefined where it did. */
  async #try(change: Promise<BoardContract['calls']['move']['result']>): Promise<string | undefined> {
    try {
      const outcome = await change;
      return outcome.ok ? undefined : outcome.message;
    } catch (error) {
      if (error instanceof CallFailed) return error.message;
      throw error;
    }
  }

  #rename(board: Board, key: string): void {
    const place = placeOf(board, key);
    if (place !== undefined) this.#edit({ kind: 'rename', key, column: place.column, lane: place.lane });
  }

  #edit(editing: Editing | undefined): void {
    this.#editing = editing;
    this.requestUpdate();
  }

  readonly #onFieldKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const field = event.target;
    const editing = this.#editing;
    if (!(field instanceof HTMLInputElement) || editing === undefined) return;
    if (event.key === 'Escape') this.#endEdit(editing);
    if (event.key !== 'Enter' || event.isComposing) return;
    const title = field.value.trim();
    this.#endEdit(editing);
    if (title !== '') void this.#write(editing, title);
  };

  #endEdit({ key }: Editing): void {
    this.#edit(undefined);
    this.#focusNext = key === '' ? this.#picked.current : key;
  }

  async #write(editing: Editing, title: string): Promise<void> {
    const board = this.#board;
    const status = board?.columns[editing.column]?.status;
    const lane = board?.lanes[editing.lane];
    const field = this.#look?.lanes ?? 'none';
    const call =
      editing.kind === 'rename'
        ? this.#connection.call('rename', { key: editing.key, title })
        : status === undefined
          ? undefined
          : this.#connection.call('add', {
              title,
              status,
              ...(field === 'none' || lane === undefined
                ? {}
                : { lane: { field, value: lane.value ?? null } }),
            });
    if (call !== undefined) this.#tell(await this.#try(call));
  }

  #fold({ status = '' }: Column): void {
    const folded = this.#look?.folded ?? [];
    this.#change({
      folded: folded.includes(status) ? folded.filter((one) => one !== status) : [...folded, status],
    });
  }

  async #quick(filter: QuickFilter): Promise<void> {
    const quick = this.#look?.quick ?? [];
    if (filter === 'mine' && !quick.includes('mine') && this.#me === undefined) {
      this.#me = (await this.#connection.call('whoAmI', null)) ?? undefined;
      if (this.#me === undefined) return;
    }
    this.#change({
      quick: quick.includes(filter) ? quick.filter((one) => one !== filter) : [...quick, filter],
    });
  }

  #change(change: Partial<BoardLook>): void {
    if (this.#look === undefined) return;
    this.#look = { ...this.#look, ...change };
    this.#refresh();
    window.clearTimeout(this.#timers.keep);
    const look = this.#look;
    this.#timers.keep = window.setTimeout(() => void this.#connection.call('keep', look), KEEP_AFTER);
  }

  #tell(message: string | undefined): void {
    this.#message = message;
    this.requestUpdate();
  }

  #nameOf(key: string): string {
    const row = this.#followed?.rows.find((one) => one.key === key);
    return row === undefined ? key : `${row.id ?? ''} ${row.title}`.trim();
  }

  // --- what cards say beyond their rows --------------------------------------------------------------------------

  /** Asked for in one go for all cards that are drawn in the same moment. */
  #want(key: string): void {
    this.#wanted.add(key);
    if (this.#timers.facts !== 0) return;
    this.#timers.facts = window.setTimeout(() => {
      this.#timers.facts = 0;
      void this.#askFacts();
    }, 60);
  }

  async #askFacts(): Promise<void> {
    const drawn = new Set(
      [...this.renderRoot.querySelectorAll<HTMLElement>('.card')].map(({ dataset }) => dataset['key'] ?? ''),
    );
    const keys = [...this.#wanted].filter((key) => drawn.has(key));
    for (const key of this.#wanted) if (!drawn.has(key)) this.#facts.delete(key);
    this.#wanted.clear();
    if (keys.length === 0) return;
    const facts = await this.#connection.call('facts', { keys }).catch(() => []);
    let news = false;
    for (const one of facts) {
      if (JSON.stringify(this.#facts.get(one.key)) === JSON.stringify(one)) continue;
      this.#facts.set(one.key, one);
      news = true;
    }
    if (news) this.#redrawCards();
  }
}

/** The card that an event comes from. */
function keyOf(event: Event): string | undefined {
  for (const target of event.composedPath())
    if (target instanceof HTMLElement && target.dataset['key'] !== undefined) return target.dataset['key'];
  return undefined;
}

/** All cards in the order in which they are read. */
function orderOf(board: Board): readonly string[] {
  return board.lanes.flatMap(({ cells }) => cells.flatMap((rows) => rows.map(({ key }) => key)));
}

customElements.define('refinery-board', BoardView);
