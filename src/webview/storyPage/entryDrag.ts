/** Entries of the page's lists that are dragged to another place of the same list. */
import { type DropPoint, ItemDrag } from '../shared/list/itemDrag.ts';
import type { ListKey } from './pageHost.ts';

export interface EntryPlace {
  readonly list: ListKey;
  /** The entry would fall before the one of this index. */
  readonly index: number;
}

export interface EntryDragHost {
  dropAt: EntryPlace | undefined;
  requestUpdate(): void;
  dropped(list: ListKey, key: string, index: number): void;
}

interface Entry {
  readonly list: ListKey;
  readonly key: string;
}

export class EntryDrag {
  readonly #drag: ItemDrag<Entry>;

  constructor(host: EntryDragHost) {
    this.#drag = new ItemDrag<Entry>({
      dragged: entryFrom,
      accepts: ({ list }, target) => target.dataset['list'] === list,
      over: ({ list }, at) => {
        const next = at === undefined ? undefined : { list, index: indexUnder(at) };
        if (next?.list === host.dropAt?.list && next?.index === host.dropAt?.index) return;
        host.dropAt = next;
        host.requestUpdate();
      },
      dropped: ({ list, key }, at) => {
        host.dropped(list, key, indexUnder(at));
      },
    });
  }

  /** The page is drawn. */
  start(scroller: HTMLElement | undefined): void {
    this.#drag.start();
    if (scroller !== undefined) this.#drag.scroller(scroller);
  }

  stop(): void {
    this.#drag.stop();
  }

  /** Makes an entry draggable by its grip; called as often as it is drawn. */
  entry(element: Element | undefined, list: ListKey, key: string): void {
    if (!(element instanceof HTMLElement)) return;
    const grip = element.querySelector('.grip');
    if (grip === null) return;
    this.#drag.item(element, `${list}:${key}`, grip);
    this.#drag.target(element);
  }
}

function entryFrom(name: string): Entry {
  const colon = name.indexOf(':');
  // Named so by `entry`.
  return { list: name.slice(0, colon) as ListKey, key: name.slice(colon + 1) };
}

/** The number of entries above the pointer. */
function indexUnder({ target, clientY }: DropPoint): number {
  const index = [...(target.parentElement?.children ?? [])].indexOf(target);
  const { top, height } = target.getBoundingClientRect();
  return clientY > top + height / 2 ? index + 1 : index;
}
