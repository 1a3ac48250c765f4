/** Cards that are dragged with the mouse: what may be lifted, where it would fall, and that the board scrolls along. */
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { Place } from './walk.ts';

export interface DragHost {
  /** The cards that go along when this one is dragged. */
  dragged(key: string): readonly string[];
  /** The place under the mouse, in a cell. */
  placeAt(cell: HTMLElement, clientY: number): Place | undefined;
  over(place: Place | undefined): void;
  dropped(keys: readonly string[], place: Place): void;
  /** Nothing is dragged any more, wherever it ended. */
  ended(): void;
}

type Cleanup = () => void;

export class Dragging {
  readonly #host: DragHost;
  readonly #cards = new Map<HTMLElement, Cleanup>();
  readonly #cells = new WeakSet<HTMLElement>();
  #cleanups: Cleanup[] = [];

  constructor(host: DragHost) {
    this.#host = host;
  }

  /** Listens to drags of cards, and scrolls this element along; no longer to the one before it. */
  start(scroller: HTMLElement): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
    this.#cleanups.push(
      autoScrollForElements({ element: scroller }),
      monitorForElements({
        onDrag: ({ location }) => {
          this.#host.over(this.#placeUnder(location.current));
        },
        onDrop: ({ source, location }) => {
          this.#host.over(undefined);
          const place = this.#placeUnder(location.current);
          const { keys } = source.data;
          if (place !== undefined && Array.isArray(keys))
            this.#host.dropped(keys as readonly string[], place);
          this.#host.ended();
        },
      }),
    );
  }

  stop(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
    for (const cleanup of this.#cards.values()) cleanup();
    this.#cards.clear();
  }

  /** Makes a card's element draggable, until it is gone. */
  card(element: HTMLElement, key: string): void {
    const cleanup = draggable({
      element,
      getInitialData: () => ({ keys: this.#host.dragged(key) }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
        const { keys } = source.data;
        const count = Array.isArray(keys) ? keys.length : 1;
        if (count < 2) return;
        setCustomNativeDragPreview({
          nativeSetDragImage,
          render: ({ container }) => {
            container.textContent = `${count} cards`;
            container.style.cssText =
              'padding:6px 12px;color:var(--vscode-badge-foreground);background:var(--vscode-badge-background)';
          },
        });
      },
    });
    this.#cards.set(element, cleanup);
  }

  gone(element: HTMLElement): void {
    this.#cards.get(element)?.();
    this.#cards.delete(element);
  }

  cell(element: HTMLElement): void {
    if (this.#cells.has(element)) return;
    this.#cells.add(element);
    this.#cleanups.push(dropTargetForElements({ element, getData: () => ({}) }));
  }

  #placeUnder({
    dropTargets,
    input,
  }: {
    readonly dropTargets: readonly { readonly element: Element }[];
    readonly input: { readonly clientY: number };
  }): Place | undefined {
    const element = dropTargets[0]?.element;
    return element instanceof HTMLElement ? this.#host.placeAt(element, input.clientY) : undefined;
  }
}
