/**
 * What part of a scrolled element is on the screen, so that each list in it draws the items that are there and few more.
 * All items are of one height: which those are is counted, not looked for. The page is asked where things stand once for
 * all lists, since each such question has the browser lay out what was changed before it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pixels beside the screen in which lists are drawn as well, once those on it are. */
const BESIDE = 200;
const NOTHING: Stretch = { from: 0, to: 0 };

/** Numbers of cards: the first one, and the one behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a list stands in what is scrolled, in pixels. */
interface Stand {
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

export interface Scrolled {
  /** The lists in what is scrolled. */
  readonly lists: string;
  /** Where the first lists stand before the page is laid out, in pixels from the top. */
  readonly firstTop: number;
  /** Items above and below the screen that are drawn as well, once those on it are. */
  readonly around: number;
  /** Other items may be on the screen. */
  readonly moved: () => void;
}

export class VisibleItems implements ReactiveController {
  readonly #options: Scrolled;
  readonly #first: Stand;
  readonly #resized = new ResizeObserver(() => {
    this.#onResize();
  });
  #scroller: HTMLElement | undefined;
  /** Pixels. */
  #height = 0;
  #width = 0;
  #scrolled = { top: 0, left: 0 };
  #around = 0;
  #stands: Map<Element, Stand> | undefined;

  constructor(host: ReactiveControllerHost, options: Scrolled) {
    this.#options = options;
    this.#first = { top: options.firstTop, left: 0, right: 0 };
    host.addController(this);
  }

  /** Follows how far this is scrolled. */
  watch(scroller: HTMLElement): void {
    if (this.#scroller === scroller) return;
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#resized.disconnect();
    this.#scroller = scroller;
    this.#resized.observe(scroller);
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#onResize();
  }

  /** What is on the screen was seen: what is around it is drawn too. */
  settle(): void {
    this.#around = this.#options.around;
    this.#options.moved();
  }

  hostConnected(): void {
    if (this.#scroller !== undefined) this.#resized.observe(this.#scroller);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
  }

  /** Something was drawn, so that lists may stand elsewhere. */
  forget(): void {
    this.#stands = undefined;
  }

  /**
   * Which of its items a list draws: none beside the screen.
   * @param isFirst whether it is one of the first in the first lane
   */
  near(
    list: HTMLElement,
    { count, pitch, isFirst }: { readonly count: number; readonly pitch: number; readonly isFirst: boolean },
  ): Stretch {
    // The first stand near the top: good enough to draw their cards before the page is laid out.
    const { top, left, right } = isFirst && this.#around === 0 ? this.#first : this.#standOf(list);
    const scrolled = this.#scrolled;
    const beside = this.#around === 0 ? 0 : BESIDE;
    if (right + beside < scrolled.left || left - beside > scrolled.left + this.#width) return NOTHING;
    const above = scrolled.top - top;
    const from = Math.floor(above / pitch) - this.#around;
    const to = Math.ceil((above + this.#height) / pitch) + this.#around;
    const within = (at: number): number => Math.min(Math.max(at, 0), count);
    return { from: within(from), to: within(to) };
  }

  /** Scrolls no further than it takes to have an item on the screen. */
  reveal(list: HTMLElement, at: number, pitch: number): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const top = this.#standOf(list).top + at * pitch;
    const last = top + pitch - scroller.clientHeight;
    if (scroller.scrollTop > top) scroller.scrollTop = top;
    else if (scroller.scrollTop < last) scroller.scrollTop = last;
    this.#onScroll();
  }

  #standOf(list: HTMLElement): Stand {
    const known = this.#stands?.get(list);
    if (known !== undefined) return known;
    const scroller = this.#scroller;
    if (scroller === undefined) return this.#first;
    this.#stands = new Map();
    const start = scroller.getBoundingClientRect();
    const { top: down, left: aside } = this.#scrolled;
    for (const one of scroller.querySelectorAll<HTMLElement>(this.#options.lists)) {
      const { top, left, right } = one.getBoundingClientRect();
      const across = aside - start.left;
      this.#stands.set(one, { top: top - start.top + down, left: left + across, right: right + across });
    }
    return this.#stands.get(list) ?? this.#first;
  }

  readonly #onScroll = (): void => {
    const { scrollTop: top, scrollLeft: left } = this.#scroller ?? { scrollTop: 0, scrollLeft: 0 };
    this.#scrolled = { top, left };
    this.#options.moved();
  };

  #onResize(): void {
    const { clientHeight = 0, clientWidth = 0 } = this.#scroller ?? {};
    // Told once more of the size that it was measured with.
    if (this.#height === clientHeight && this.#width === clientWidth) return;
    this.#height = clientHeight;
    this.#width = clientWidth;
    this.forget();
    this.#onScroll();
  }
}
