/**
 * The board: what the cards are dealt out to, and what is being done with them. Drawing is done by its parts; every
 * change is a call to the host.
 */
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { BoardContract, BoardSettings, Columns, Lanes } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import { BacklogView } from '../shared/backlogView.ts';
import { ItemFocus } from '../shared/list/itemFocus.ts';
import { ListPointer } from '../shared/list/listPointer.ts';
import { Selection } from '../shared/list/selection.ts';
import { VisibleItems } from '../shared/list/visibleItems.ts';
import type { WayOut } from '../shared/ui/missingBacklog.ts';
import { cardHeightIn, type CardLook } from './card.ts';
import { FactsOfCards } from './cardFacts.ts';
import { BoardActions, type BoardActionsHost } from './boardActions.ts';
import { rowsOf } from './dragConflicts.ts';
import { Titles, type TitlesHost } from './editing.ts';
import { laneOf, type Place, placeOf } from './gridNavigation.ts';
import { Keyboard, type KeyboardHost } from './keyboard.ts';
import { type LaneParts, laneView } from './laneView.ts';
import { Layout } from './layout.ts';
import { type Board, UNREAD } from './model.ts';
import { Mouse, type MouseHost } from './mouse.ts';
import { NearLanes } from './nearLanes.ts';
import { type ColumnEvents, columnHeads, widthsOf } from './parts.ts';
import { isBoardSettings, savedEditing } from './persistedState.ts';
import { laneSeen, menuContext, tellingMenu } from './pointer.ts';
import { QuickFilters } from './quickFilters.ts';
import type { CardStack, StackHost } from './stack.ts';
import { boardStyles } from './styles.ts';
import { toolbar } from './toolbar.ts';

/** Pixels between cards; milliseconds that what is not seen at once waits at most for the page to have time. */
const [GAP, SETTLED] = [6, 300];
/** Pixels of a card before it is measured; of the names of the columns, in one line of small letters. */
const [CARD, HEADS] = [76, 36];
const NO_ROWS: readonly Row[] = [];

export class BoardView
  extends BacklogView<BoardContract, BoardSettings>
  implements StackHost, KeyboardHost, BoardActionsHost, TitlesHost, MouseHost
{
  readonly selection = new Selection();
  readonly actions: BoardActions = new BoardActions(this.connection, this);
  readonly screen = new VisibleItems(this, {
    lists: 'card-stack',
    firstTop: HEADS,
    around: 2,
    moved: () => {
      for (const stack of this.#stacks) stack.moved();
    },
  });
  readonly #near = new NearLanes(this);
  readonly #focus = new ItemFocus({
    lists: () => this.#stacks,
    bring: (key) => this.#near.bring(laneOf(this.board, key)),
  });
  readonly #layout = new Layout(this.selection, this.#focus, this.actions);
  readonly #keyboard: Keyboard = new Keyboard(this);
  readonly #pointer = new ListPointer({
    selection: this.selection,
    orderOf: () => this.#layout.order,
    press: (event, key) => this.#keyboard.press(event, key),
    open: (key, inFile) => {
      this.actions.open(key, inFile);
    },
    redraw: () => {
      this.redraw();
    },
  });
  readonly #titles: Titles = new Titles(this);
  readonly #menu = tellingMenu((key) => {
    const [row] = rowsOf(this.rows, [key]);
    return row && menuContext(row, this.selection.with(key), this.backlog);
  });
  readonly #facts = new FactsOfCards(
    this.connection,
    () => this.#focus.drawn,
    () => {
      this.redraw();
    },
  );
  readonly #mouse: Mouse = new Mouse(this);
  readonly #quick = new QuickFilters(this.connection, this.settings);
  readonly #heads: ColumnEvents = {
    fold: ({ key }) => {
      this.settings.fold(key);
    },
    open: (key) => {
      this.actions.open(key, false);
    },
    add: (column) => {
      this.#titles.add({ lane: laneSeen(this), column, index: 0 });
    },
  };
  /** Cards were shown. */
  #settled = false;

  constructor() {
    super(boardStyles, CARD);
  }

  get board(): Board | undefined {
    return this.#layout.board;
  }

  get rows(): readonly Row[] {
    return this.#layout.rows;
  }

  get columns(): Columns {
    return this.settings.now?.columns ?? 'status';
  }

  get lanes(): Lanes {
    return this.settings.now?.lanes ?? 'none';
  }

  get #stacks(): Iterable<CardStack> {
    return this.querySelectorAll<CardStack>('card-stack');
  }

  get pitch(): number {
    return this.rowHeight + GAP;
  }

  get drag(): Mouse['drag'] {
    return this.#mouse.drag;
  }

  look(row: Row): CardLook {
    return {
      facts: this.#facts.of(row.key),
      since: row.blocked === true ? this.#facts.blockedSince(row.key) : undefined,
      people: this.#layout.people,
      today: this.today,
      // Where the columns don't say it, the card does.
      status: this.columns === 'status' ? undefined : row.status,
    };
  }

  isLifted(key: string): boolean {
    return this.#keyboard.isLifted(key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.drag.stop();
  }

  protected override backlogChanged(): void {
    if (this.backlog !== undefined) {
      this.actions.newer();
      this.#facts.refresh();
    }
    this.relayout();
    if (this.backlog === undefined) {
      this.#keyboard.follow(undefined);
      this.#mouse.gone();
    } else if (this.backlog.waiting === undefined) this.#keyboard.follow(this.rows);
  }

  protected override settingsTold(told: BoardContract['events']['settings']): void {
    super.settingsTold(told);
    this.#quick.me = told.me ?? undefined;
  }

  protected override isSettings(value: unknown): value is BoardSettings {
    return isBoardSettings(value);
  }

  protected override restore(saved: unknown): void {
    this.#titles.restore(savedEditing(saved));
  }

  protected override stateToSave(): object {
    return { editing: this.#titles.now };
  }

  protected override wayOut(name: WayOut): void {
    void this.connection.call('command', { name });
  }

  protected override measureRow(): number {
    return cardHeightIn(this);
  }

  override relayout(): void {
    const { backlog, today } = this;
    const settings = this.settings.now;
    const { carried } = this.#keyboard;
    this.#layout.renew(
      backlog && settings && { backlog, carried, context: { settings, today, me: this.#quick.me } },
    );
    this.#titles.follow();
    this.saveState();
    this.redraw();
  }

  protected override render(): TemplateResult {
    const settings = this.settings.now;
    // What needs no backlog is there before it is read.
    const board = this.board ?? (this.missing === 'starting' ? UNREAD : undefined);
    if (board === undefined || settings === undefined) return this.missingNotice('Board');
    const columns = widthsOf(board);
    const passed = this.#mouse.passed(board) ?? this.#keyboard.passed(board);
    const parts = this.#laneParts(board, passed?.column);
    const on = this.#pointer;
    return html`
      ${this.#toolbar(board, settings)} ${this.messageBar()}
      <div
        class=${this.columns === 'epic' ? 'scroller map' : 'scroller'}
        tabindex="-1"
        @keydown=${on.key}
        @click=${on.click}
        @dblclick=${on.doubleClick}
        @focusin=${on.focus}
        @contextmenu=${this.#menu}
        .style=${`--card-height:${this.rowHeight}px`}
      >
        ${columnHeads({ board, columns, passed }, this.#heads)}
        ${board.lanes.map((_, index) => laneView(index, columns, parts))}
      </div>
    `;
  }

  /** Drawn anew only where it says something else: it knows all epics, sprints and releases. */
  #toolbar(board: Board, now: BoardSettings): unknown {
    const { name = 'Board', rows = NO_ROWS } = this.backlog ?? {};
    const { settings, today } = this;
    const [quick, choices, newEpic] = [this.#quick, this.#settled, this.actions.newEpic];
    return guard([name, rows, board, now, today, choices], () =>
      toolbar({ name, rows, choices, board, now, settings, quick, today, newEpic }),
    );
  }

  #laneParts(board: Board, passed: number | undefined): LaneParts {
    // Where the keyboard is stays drawn, so that the focus is never lost.
    const current = board.lanes.length > 1 ? laneOf(board, this.selection.current) : undefined;
    return {
      near: (lane) => lane === current || this.#near.has(lane),
      board,
      stacks: this,
      version: this.version,
      editing: this.#titles.now,
      passed,
      field: this.#titles,
    };
  }

  protected override updated(): void {
    this.screen.forget();
    const scroller = this.querySelector<HTMLElement>('.scroller');
    if (scroller !== null) {
      this.drag.start();
      this.drag.scroller(scroller);
      this.screen.watch(scroller);
      this.#near.watch(scroller);
    }
    this.#mouse.drawn();
    if (!this.#settled && this.backlog !== undefined) this.#settle();
    for (const cell of this.querySelectorAll<HTMLElement>('.cell[data-lane]')) this.drag.target(cell);
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

  focusOn(key: string | undefined): void {
    this.#focus.on(key);
  }

  rename(key: string): void {
    const place = this.board && placeOf(this.board, key);
    const [row] = rowsOf(this.rows, [key]);
    if (place !== undefined && row !== undefined) this.#titles.rename(row, place);
  }

  add(place: Place): void {
    this.#titles.add(place);
  }
}
