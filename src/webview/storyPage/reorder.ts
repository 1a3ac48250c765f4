/** Entries that are dragged with the mouse: which one, and between which others it would fall. */
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

export interface ReorderHost {
  /** The entry would fall before the one of this index; undefined where it would not. */
  over(list: string, index: number | undefined): void;
  dropped(list: string, key: string, index: number): void;
}

interface Drawn {
  list: string;
  key: string;
}

/** What the library tells of where the mouse is. */
interface Told {
  readonly source: { readonly data: Record<string, unknown> };
  readonly location: {
    readonly current: {
      readonly dropTargets: readonly { readonly element: Element }[];
      readonly input: { readonly clientY: number };
    };
  };
}

export class Reordering {
  readonly #host: ReorderHost;
  readonly #drawn = new WeakMap<Element, Drawn>();
  readonly #cleanups: (() => void)[] = [];

  constructor(host: ReorderHost) {
    this.#host = host;
  }

  start(scroller: HTMLElement): void {
    this.#cleanups.push(
      autoScrollForElements({ element: scroller }),
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data['entry'] === 'string',
        onDrag: (told) => {
          const place = this.#placeOf(told);
          this.#host.over(String(told.source.data['list']), place);
        },
        onDrop: (told) => {
          const place = this.#placeOf(told);
          const { list, entry } = told.source.data;
          this.#host.over(String(list), undefined);
          if (place !== undefined) this.#host.dropped(String(list), String(entry), place);
        },
      }),
    );
  }

  stop(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
  }

  /** Makes an entry draggable by its grip; called as often as it is drawn. */
  entry(element: Element | undefined, list: string, key: string): void {
    if (!(element instanceof HTMLElement)) return;
    const known = this.#drawn.get(element);
    this.#drawn.set(element, { list, key });
    const handle = element.querySelector('.grip');
    if (known !== undefined || handle === null) return;
    const data = (): Record<string, unknown> => {
      const drawn = this.#drawn.get(element);
      return { list: drawn?.list, entry: drawn?.key };
    };
    // Elements that go take their listeners along: nothing else holds them.
    draggable({ element, dragHandle: handle, getInitialData: data });
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['list'] === this.#drawn.get(element)?.list,
      getData: data,
    });
  }

  /** The number of entries above the mouse. */
  #placeOf({ location }: Told): number | undefined {
    const { dropTargets, input } = location.current;
    const element = dropTargets[0]?.element;
    const list = element?.parentElement ?? undefined;
    if (element === undefined || list === undefined) return undefined;
    const index = [...list.children].indexOf(element);
    const { top, height } = element.getBoundingClientRect();
    return input.clientY > top + height / 2 ? index + 1 : index;
  }
}
