/** Stories that are dragged from one list to the other with the mouse, several at once. */
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { Side } from './row.ts';

export interface DragHost {
  /** The stories that go along when this one is dragged. */
  dragged(key: string): readonly string[];
  /** The list that a story is in. */
  sideOf(key: string): Side | undefined;
  /** The list under the mouse, where a drop would move something. */
  over(side: Side | undefined): void;
  dropped(keys: readonly string[], from: Side): void;
}

type Cleanup = () => void;

/** So many elements are kept before those that are gone are looked for. */
const MOST_ROWS = 300;

export class Dragging {
  readonly #host: DragHost;
  readonly #rows = new Map<HTMLElement, { key: string; readonly cleanup: Cleanup }>();
  readonly #panes = new WeakSet<HTMLElement>();
  #cleanups: Cleanup[] = [];

  constructor(host: DragHost) {
    this.#host = host;
  }

  start(): void {
    this.#cleanups.push(
      monitorForElements({
        onDropTargetChange: ({ source, location }) => {
          const to = location.current.dropTargets[0]?.data['side'];
          this.#host.over(to !== source.data['from'] ? sideFrom(to) : undefined);
        },
        onDrop: ({ source, location }) => {
          this.#host.over(undefined);
          const to = sideFrom(location.current.dropTargets[0]?.data['side']);
          const from = sideFrom(source.data['from']);
          const { keys } = source.data;
          if (from !== undefined && to !== undefined && from !== to && Array.isArray(keys))
            this.#host.dropped(keys as readonly string[], from);
        },
      }),
    );
  }

  stop(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
    for (const { cleanup } of this.#rows.values()) cleanup();
    this.#rows.clear();
  }

  /** Makes one of the two lists a place to drop on; called as often as it is drawn. */
  pane(element: HTMLElement, side: Side): void {
    if (this.#panes.has(element)) return;
    this.#panes.add(element);
    this.#cleanups.push(dropTargetForElements({ element, getData: () => ({ side }) }));
    const list = element.querySelector<HTMLElement>('story-list');
    if (list !== null) this.#cleanups.push(autoScrollForElements({ element: list }));
  }

  /** Makes a row draggable; called as often as it is drawn. */
  row(element: HTMLElement, key: string): void {
    const known = this.#rows.get(element);
    if (known !== undefined) {
      // An element may be used for another story later on.
      known.key = key;
      return;
    }
    if (this.#rows.size > MOST_ROWS) this.#forgetGone();
    const keyNow = (): string => this.#rows.get(element)?.key ?? key;
    const cleanup = draggable({
      element,
      getInitialData: () => ({ keys: this.#host.dragged(keyNow()), from: this.#host.sideOf(keyNow()) }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
        const { keys } = source.data;
        const count = Array.isArray(keys) ? keys.length : 1;
        if (count < 2) return;
        setCustomNativeDragPreview({
          nativeSetDragImage,
          render: ({ container }) => {
            container.textContent = `${count} stories`;
            container.style.cssText =
              'padding:6px 12px;color:var(--vscode-badge-foreground);background:var(--vscode-badge-background)';
          },
        });
      },
    });
    this.#rows.set(element, { key, cleanup });
  }

  /** Elements that are no longer drawn. */
  #forgetGone(): void {
    for (const [element, { cleanup }] of this.#rows) {
      if (element.isConnected) continue;
      cleanup();
      this.#rows.delete(element);
    }
  }
}

function sideFrom(value: unknown): Side | undefined {
  return value === 'backlog' || value === 'sprint' ? value : undefined;
}
