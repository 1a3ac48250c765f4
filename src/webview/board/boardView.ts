/**
 * The board: holds the backlog as it is, how the person looks at it, and what is being done with the cards. Drawing is
 * done by its parts; every change is a call to the host.
 */
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type { BoardContract, BoardLook, Columns, Lanes, MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { editingIn, lookIn } from './kept.ts';
import { follow, type Followed } from '../shared/followed.ts';
import { nothingToShow } from '../shared/parts.ts';
import { View } from '../shared/view.ts';
import { cardHeightIn, type CardLook } from './card.ts';
import { Changes, type ChangesHost } from './changes.ts';
import { Mouse, type MouseHost } from './mouse.ts';
import { keyOf, laneSeen, menuContext, tellingMenu } from './pointer.ts';
import { rowsOf } from './carried.ts';
import { type Editing, Titles, type TitlesHost } from './editing.ts';
import { CardFocus } from './focus.ts';
import { Looking } from './looking.ts';
import { Facts } from '../shared/facts.ts';
import type { Dragging } from './dragging.ts';
import { NearLanes } from './nearLanes.ts';
import { Screen } from './screen.ts';
import { Keyboard, type KeyboardHost, orderOf } from './keyboard.ts';
import { type LaneParts, laneView } from './laneView.ts';
import { type Board, boardOf, peopleIn, UNREAD, withMove } from './model.ts';
import { type ColumnEvents, columnHeads, widthsOf } from './parts.ts';
import { Picked } from '../shared/picked.ts';
import type { StackHost } from './stack.ts';
import { boardStyles } from './styles.ts';
import { toolbar } from './toolbar.ts';
import { laneOf, nearest, type Place, placeOf } from './walk.ts';

/** Pixels between cards; milliseconds that what is not seen at once waits at most for the page to have time. */
const [GAP, SETTLED] = [6, 300];
const NO_ROWS: readonly Row[] = [];

export class BoardView
  extends View<BoardContract>
  implements StackHost, KeyboardHost, ChangesHost, TitlesHost, MouseHost
{
  readonly picked = new Picked();
  readonly #changes = new Changes(this.connection, this);
  readonly screen = new Screen(this, () => {
    for (const stack of this.#focus.stacks) stack.moved();
  });
  readonly #near = new NearLanes(this);
  readonly #focus = new CardFocus(
    () => this,
    (key) => this.#near.bring(laneOf(this.#board, key)),
  );
  readonly #keyboard = new Keyboard(this, () => void this.connection.call('command', { name: 'undo' }));
  readonly #titles = new Titles(this);
  readonly #menu = tellingMenu((key) => {
    const [row] = rowsOf(this.#rows, [key]);
    return row && menuContext(row, this.picked.with(key), this.#followed);
  });
  readonly #facts = this.#asked((keys) => this.connection.call('facts', { keys }));
  readonly #since = this.#asked((keys) => this.connection.call('since', { keys }));
  readonly #mouse = new Mouse(this);
  readonly #looking = new Looking(this.connection, () => {
    this.deal();
  });

  #followed: Followed | undefined;
  #missing: NoBacklog = 'starting';
  #people: ReadonlyMap<string, string> = new Map();
  #board: Board | undefined;
  /** As they are shown: those of the file with what is on its way, but not where cards are carried just now. */
  #rows: readonly Row[] = [];
  #version = 0;
  #cardHeight = 76;
  #scrollsAlong: HTMLElement | undefined;
  /** Cards were shown. */
  #settled = false;

  constructor() {
    super(boardStyles);
    this.#listen();
  }

  get board(): Board | undefined {
    return this.#board;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get columns(): Columns {
    return this.#looking.look?.columns ?? 'status';
  }

  get lanes(): Lanes {
    return this.#looking.look?.lanes ?? 'none';
  }

  get scroller(): HTMLElement | null {
    return this.querySelector('.scroller');
  }

  get cardHeight(): number {
    return this.#cardHeight;
  }

  get pitch(): number {
    return this.#cardHeight + GAP;
  }

  get current(): string | undefined {
    return this.picked.current;
  }

  look(row: Row): CardLook {
    const since = row.blocked === true ? this.#since.of(row.key)?.since : undefined;
    const { today } = this.#looking;
    // Where the columns don't say it, the card does.
    const status = this.columns === 'status' ? undefined : row.status;
    return { facts: this.#facts.of(row.key), since, people: this.#people, today, status };
  }

  /** What is asked of the cards that are drawn. */
  #asked<F extends { readonly key: string }>(
    ask: (keys: readonly string[]) => Promise<readonly F[]>,
  ): Facts<F> {
    return new Facts(
      (keys) => ask(keys).catch(() => []),
      () => new Set(this.#focus.cards.map(({ dataset }) => dataset['key'] ?? '')),
      () => {
        this.redraw();
      },
    );
  }

  isSelected(key: string): boolean {
    return this.picked.has(key);
  }

  isLifted(key: string): boolean {
    return this.#keyboard.isLifted(key);
  }

  get dragging(): Dragging {
    return this.#mouse.dragging;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mouse.dragging.stop();
  }

  #listen(): void {
    this.connection.on('backlog', (event) => {
      const next = follow(this.#followed, event);
      // Where a change was missed, the whole is asked for as by a view that is shown anew.
      if (next === undefined) {
        this.connection.ready();
        return;
      }
      this.#followed = next;
      this.#changes.newer();
      this.#facts.refresh();
      this.#since.refresh();
      this.deal();
      if (next.waiting === undefined) this.#keyboard.follow(this.#rows);
    });
    this.connection.on('commits', () => {
      this.#since.refresh();
    });
    this.connection.on('missing', ({ why }) => {
      [this.#followed, this.#missing] = [undefined, why];
      this.deal();
      this.#keyboard.follow(undefined);
      this.#mouse.gone();
    });
    this.connection.on('look', ({ look, me, today }) => {
      this.#looking.told({ look: lookIn(this.connection.kept) ?? look, me, today });
      this.#titles.restore(editingIn(this.connection.kept));
      this.deal();
    });
    this.connection.ready();
  }

  deal(): void {
    const before = this.#board;
    this.#focus.hold();
    this.#board = this.#dealt();
    this.#stay(before);
    this.#titles.follow();
    this.keep();
    this.redraw();
  }

  /** What a restart of the window brings back. Before the backlog is read, what was kept is not written over. */
  keep(): void {
    if (this.#board === undefined) return;
    this.connection.keep({ uri: this.#followed?.uri, look: this.#looking.look, editing: this.#titles.now });
  }

  /** Where the card that has the focus is gone, its neighbour gets it. */
  #stay(before: Board | undefined): void {
    const near = before && this.#board && nearest(before, this.#focus.next, this.#board);
    if (near === undefined) return;
    this.picked.current = near;
    this.#focus.on(near);
  }

  redraw(): void {
    this.#version++;
    this.requestUpdate();
  }

  #dealt(): Board | undefined {
    const [followed, look] = [this.#followed, this.#looking.look];
    if (followed === undefined || look === undefined) return undefined;
    this.#people = peopleIn(followed.rows);
    this.#rows = this.#changes.over(followed.rows);
    const { carried } = this.#keyboard;
    const rows = carried === undefined ? this.#rows : withMove(this.#rows, carried);
    const board = boardOf({ ...followed, rows }, { look, today: this.#looking.today, me: this.#looking.me });
    const order = orderOf(board);
    // The tab key always reaches one card.
    if (!order.includes(this.picked.current ?? '')) this.picked.current = order[0];
    return board;
  }

  protected override render(): TemplateResult {
    const look = this.#looking.look;
    // What needs no backlog is there before it is read.
    const board = this.#board ?? (this.#missing === 'starting' ? UNREAD : undefined);
    if (board === undefined || look === undefined)
      return nothingToShow(
        this.#missing,
        () => void this.connection.call('command', { name: 'createBacklog' }),
      );
    const columns = widthsOf(board);
    const passed = this.#mouse.passed(board) ?? this.#keyboard.passed(board);
    const parts = this.#laneParts(board, passed?.column);
    return html`
      ${this.#toolbar(board, look)} ${this.messageBar()}
      <div
        class=${this.columns === 'epic' ? 'scroller map' : 'scroller'}
        tabindex="-1"
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        @focusin=${this.#onFocus}
        @contextmenu=${this.#menu}
        .style=${`--card-height:${this.#cardHeight}px`}
      >
        ${columnHeads({ board, columns, passed }, this.#heads)}
        ${board.lanes.map((_, index) => laneView(index, columns, parts))}
      </div>
    `;
  }

  /** Drawn anew only where it says something else: it knows all epics, sprints and releases. */
  #toolbar(board: Board, look: BoardLook): unknown {
    const { name = 'Board', rows = NO_ROWS } = this.#followed ?? {};
    const [looking, choices] = [this.#looking, this.#settled];
    return guard([name, rows, board, look, looking.today, choices], () =>
      toolbar({ name, rows, choices, board, look, looking, newEpic: this.#changes.newEpic }),
    );
  }

  #laneParts(board: Board, passed: number | undefined): LaneParts {
    // Where the keyboard is stays drawn, so that the focus is never lost.
    const current = board.lanes.length > 1 ? laneOf(board, this.current) : undefined;
    return {
      near: (lane) => lane === current || this.#near.has(lane),
      board,
      stacks: this,
      version: this.#version,
      editing: this.#titles.now,
      passed,
      field: this.#titles,
    };
  }

  protected override firstUpdated(): void {
    new ResizeObserver(() => {
      this.#measure();
    }).observe(this);
  }

  protected override updated(): void {
    this.screen.forget();
    const { scroller } = this;
    if (scroller !== null && this.#scrollsAlong !== scroller) {
      this.#scrollsAlong = scroller;
      this.#mouse.dragging.start(scroller);
      this.#near.stop();
      this.screen.watch(scroller);
    }
    this.#mouse.drawn();
    if (scroller !== null) this.#near.watch(scroller);
    if (!this.#settled && this.#followed !== undefined) this.#settle();
    for (const cell of this.querySelectorAll<HTMLElement>('.cell[data-lane]'))
      this.#mouse.dragging.cell(cell);
    const field = this.querySelector<HTMLInputElement>('input.field');
    if (field === null) void this.#focus.settle();
    // Never taken from where the person is elsewhere in the window.
    else if (document.hasFocus() && document.activeElement !== field) field.focus();
  }

  /** The cards come first, what is chosen from after them. */
  #settle(): void {
    const settled = (): void => {
      this.#settled = true;
      this.screen.settle();
      this.requestUpdate();
    };
    window.requestIdleCallback(settled, { timeout: SETTLED });
  }

  #measure(): void {
    const height = cardHeightIn(this);
    if (height === this.#cardHeight) return;
    this.#cardHeight = height;
    this.redraw();
  }

  focusOn(key: string | undefined): void {
    this.#focus.on(key);
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const key = keyOf(event);
    if (key === undefined || key === this.picked.current) return;
    this.picked.current = key;
    this.redraw();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const key = keyOf(event);
    const board = this.#board;
    if (key === undefined || board === undefined) return;
    if (event.shiftKey) this.picked.through(key, orderOf(board));
    else if (event.ctrlKey || event.metaKey) this.picked.toggle(key);
    else this.picked.only(key);
    this.redraw();
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const key = keyOf(event);
    if (key !== undefined) this.open(key, event.altKey);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    if (key === undefined || !this.#keyboard.press(event, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  nameOf(key: string): string {
    const row = this.#followed?.rows.find((one) => one.key === key);
    return row === undefined ? key : `${row.id ?? ''} ${row.title}`.trim();
  }

  open(key: string, inFile: boolean): void {
    void this.connection.call('open', { key, inFile });
  }

  moveTo(keys: readonly string[]): void {
    void this.connection.call('moveTo', { keys });
  }

  rename(key: string): void {
    const place = this.#board && placeOf(this.#board, key);
    const [row] = rowsOf(this.#rows, [key]);
    if (place !== undefined && row !== undefined) this.#titles.rename(row, place);
  }

  add(place: Place): void {
    this.#titles.add(place);
  }

  write(editing: Editing, title: string): void {
    if (this.#board !== undefined) void this.#changes.write(this.#board, this.lanes, editing, title);
  }

  drop(move: MoveCards): void {
    void this.#changes.move(move);
  }

  readonly #heads: ColumnEvents = {
    fold: ({ key }) => {
      this.#looking.fold(key);
    },
    open: (key) => {
      this.open(key, false);
    },
    add: (column) => {
      this.add({ lane: laneSeen(this), column, index: 0 });
    },
  };
}
