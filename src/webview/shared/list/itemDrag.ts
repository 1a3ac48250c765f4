/**
 * Items that are dragged with the mouse, several at once: what may be lifted, over which target they are, and that what
 * is scrolled goes along. Everything that listens lives from `start` to `stop`, and no longer than its element.
 */
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';

export interface ItemDragHost<Dragged> {
  /** What goes along when this item is dragged. */
  dragged(key: string): Dragged;
  /** What is shown beside the pointer instead of the item: `3 cards`. */
  label?(dragged: Dragged): string | undefined;
  /** Whether it may fall on this target at all. */
  accepts?(dragged: Dragged, target: HTMLElement): boolean;
  /** It is held over a target, or over none. Called with each move of the pointer. */
  over(dragged: Dragged, at: DropPoint | undefined): void;
  dropped(dragged: Dragged, at: DropPoint): void;
  /** Nothing is dragged any more, wherever it ended. */
  ended?(): void;
}

/** Where the pointer is. */
export interface DropPoint {
  readonly target: HTMLElement;
  readonly clientY: number;
}

type Cleanup = () => void;

/** What the library tells of a drag. */
interface Told {
  readonly source: { readonly data: Record<string, unknown> };
  readonly location: {
    readonly current: {
      readonly dropTargets: readonly { readonly element: Element }[];
      readonly input: { readonly clientY: number };
    };
  };
}

/** So many elements are kept before those that are gone are looked for. */
const MOST = 300;

export class ItemDrag<Dragged> {
  readonly #host: ItemDragHost<Dragged>;
  readonly #items = new Map<HTMLElement, { key: string; readonly cleanup: Cleanup }>();
  readonly #areas = new Map<HTMLElement, Cleanup>();
  #monitor: Cleanup | undefined;

  constructor(host: ItemDragHost<Dragged>) {
    this.#host = host;
  }

  /** Listens to drags of its items. */
  start(): void {
    this.#monitor ??= monitorForElements({
      canMonitor: ({ source }) => source.data['drag'] === this,
      onDrag: (told) => {
        this.#host.over(this.#dragged(told), pointIn(told));
      },
      onDrop: (told) => {
        const [dragged, at] = [this.#dragged(told), pointIn(told)];
        this.#host.over(dragged, undefined);
        if (at !== undefined) this.#host.dropped(dragged, at);
        this.#host.ended?.();
      },
    });
  }

  stop(): void {
    this.#monitor?.();
    this.#monitor = undefined;
    for (const { cleanup } of this.#items.values()) cleanup();
    for (const cleanup of this.#areas.values()) cleanup();
    this.#items.clear();
    this.#areas.clear();
  }

  /**
   * Makes an element draggable; called as often as it is drawn, since it may be used for another item later on.
   * @param handle where it is taken hold of, if not anywhere
   */
  item(element: HTMLElement, key: string, handle?: Element): void {
    const known = this.#items.get(element);
    if (known !== undefined) {
      known.key = key;
      return;
    }
    if (this.#items.size > MOST) forgetGone(this.#items, ({ cleanup }) => cleanup);
    const cleanup = draggable({
      element,
      ...(handle === undefined ? {} : { dragHandle: handle }),
      getInitialData: () => ({
        drag: this,
        dragged: this.#host.dragged(this.#items.get(element)?.key ?? key),
      }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
        const label = this.#host.label?.(this.#dragged({ source }));
        if (label !== undefined)
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render: ({ container }) => {
              container.textContent = label;
              container.style.cssText =
                'padding:6px 12px;color:var(--vscode-badge-foreground);background:var(--vscode-badge-background)';
            },
          });
      },
    });
    this.#items.set(element, { key, cleanup });
  }

  /** The element of an item is gone. */
  gone(element: HTMLElement): void {
    this.#items.get(element)?.cleanup();
    this.#items.delete(element);
  }

  /** Makes an element a place to drop on; called as often as it is drawn. */
  target(element: HTMLElement): void {
    this.#area(element, () =>
      dropTargetForElements({
        element,
        canDrop: (told) =>
          told.source.data['drag'] === this && this.#host.accepts?.(this.#dragged(told), element) !== false,
        getData: () => ({}),
      }),
    );
  }

  /** Scrolls an element along while something is dragged to its edge; called as often as it is drawn. */
  scroller(element: HTMLElement): void {
    this.#area(element, () => autoScrollForElements({ element }));
  }

  #dragged({ source }: Pick<Told, 'source'>): Dragged {
    // Nothing but `item` puts it there, and each drag hears of its own items alone.
    return source.data['dragged'] as Dragged;
  }

  #area(element: HTMLElement, listen: () => Cleanup): void {
    if (this.#areas.has(element)) return;
    if (this.#areas.size > MOST) forgetGone(this.#areas, (cleanup) => cleanup);
    this.#areas.set(element, listen());
  }
}

/** Stops listening to elements that are no longer drawn. */
function forgetGone<T>(all: Map<HTMLElement, T>, cleanupOf: (one: T) => Cleanup): void {
  for (const [element, one] of all) {
    if (element.isConnected) continue;
    cleanupOf(one)();
    all.delete(element);
  }
}

function pointIn({ location }: Told): DropPoint | undefined {
  const { dropTargets, input } = location.current;
  const target = dropTargets[0]?.element;
  return target instanceof HTMLElement ? { target, clientY: input.clientY } : undefined;
}
