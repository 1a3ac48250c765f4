/** The two lists as the person works with them: what is selected, where the focus is, what is dragged from one to the other. */
import type { Row } from '../../protocol/snapshot.ts';
import { ItemDrag } from '../shared/list/itemDrag.ts';
import { ItemFocus } from '../shared/list/itemFocus.ts';
import { ListPointer } from '../shared/list/listPointer.ts';
import { Selection } from '../shared/list/selection.ts';
import type { UndoRedo } from '../shared/undoRedoKeys.ts';
import { Cursor } from './cursor.ts';
import { Keyboard, type KeyboardHost } from './keyboard.ts';
import type { RowEvents, Side } from './row.ts';
import type { StoryList } from './storyList.ts';
import { plural } from './words.ts';

export interface ListsHost extends ParentNode, UndoRedo {
  readonly actions: {
    move(keys: readonly string[], from: Side): void;
    estimate(keys: readonly string[], typed?: string): void;
    assign(keys: readonly string[]): void;
  };
  rowsOf(side: Side): readonly Row[];
  open(key: string, inFile: boolean): void;
  /** Selection or focus changed: rows are drawn again. */
  redraw(): void;
  /** The list that a drag is over is another. */
  requestUpdate(): void;
}

interface Dragged {
  readonly keys: readonly string[];
  readonly from: Side;
}

export class Lists implements KeyboardHost {
  readonly selection = new Selection();
  readonly focus: ItemFocus;
  readonly pointer: ListPointer;
  readonly #host: ListsHost;
  readonly #cursor: Cursor;
  readonly #drag: ItemDrag<Dragged>;
  #over: Side | undefined;

  constructor(host: ListsHost) {
    this.#host = host;
    this.focus = new ItemFocus({ lists: () => this.#lists });
    this.#cursor = new Cursor(this.selection, (side) => host.rowsOf(side));
    const keyboard = new Keyboard(this);
    this.pointer = new ListPointer({
      selection: this.selection,
      orderOf: (key) => this.orderOf(key),
      press: (event, key) => keyboard.press(event, key),
      open: (key, inFile) => {
        this.open(key, inFile);
      },
      redraw: () => {
        this.redraw();
      },
    });
    this.#drag = new ItemDrag<Dragged>({
      dragged: (key) => ({ keys: this.selection.with(key), from: this.sideOf(key) ?? 'backlog' }),
      label: ({ keys }) => (keys.length < 2 ? undefined : plural(keys.length, 'story', 'stories')),
      accepts: ({ from }, pane) => sideOfPane(pane) !== from,
      over: (_, at) => {
        const side = at && sideOfPane(at.target);
        if (side === this.#over) return;
        this.#over = side;
        host.requestUpdate();
      },
      dropped: ({ keys, from }) => {
        this.move(keys, from);
      },
    });
  }

  /** The list that a drag is over, where a drop would move something. */
  get over(): Side | undefined {
    return this.#over;
  }

  readonly events: RowEvents = {
    move: (key) => {
      this.move(this.selection.with(key), this.sideOf(key) ?? 'backlog');
    },
    estimate: (key) => {
      this.estimate(this.selection.with(key));
    },
    assign: (key) => {
      this.assign(this.selection.with(key));
    },
  };

  orderOf(key: string): readonly string[] {
    const side = this.sideOf(key);
    return side === undefined ? [] : this.#host.rowsOf(side).map((row) => row.key);
  }

  sideOf(key: string): Side | undefined {
    return this.#cursor.sideOf(key);
  }

  currentOf(side: Side): string | undefined {
    return this.#cursor.of(side);
  }

  focusOn(key: string | undefined): void {
    this.focus.on(key);
  }

  redraw(): void {
    this.#host.redraw();
  }

  open(key: string, inFile: boolean): void {
    this.#host.open(key, inFile);
  }

  undo(): void {
    this.#host.undo();
  }

  redo(): void {
    this.#host.redo?.();
  }

  /** What a filter keeps back, or is in the other list, is not moved with what is seen to move. */
  move(keys: readonly string[], from: Side): void {
    this.#host.actions.move(
      keys.filter((key) => this.sideOf(key) === from),
      from,
    );
  }

  estimate(keys: readonly string[], typed?: string): void {
    this.#host.actions.estimate(this.#shown(keys), typed);
  }

  assign(keys: readonly string[]): void {
    this.#host.actions.assign(this.#shown(keys));
  }

  #shown(keys: readonly string[]): readonly string[] {
    return keys.filter((key) => this.sideOf(key) !== undefined);
  }

  /** A row's element is there. */
  drawn(element: HTMLElement, key: string): void {
    this.#drag.item(element, key);
  }

  /** The view is drawn. */
  start(): void {
    this.#drag.start();
    for (const pane of this.#host.querySelectorAll<HTMLElement>('.pane[data-side]')) this.#drag.target(pane);
    for (const list of this.#lists) this.#drag.scroller(list);
  }

  stop(): void {
    this.#drag.stop();
  }

  get #lists(): Iterable<StoryList> {
    return this.#host.querySelectorAll<StoryList>('story-list');
  }
}

function sideOfPane({ dataset }: HTMLElement): Side {
  return dataset['side'] === 'sprint' ? 'sprint' : 'backlog';
}
