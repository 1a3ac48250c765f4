/**
 * What part of the board is on the screen, so that each stack draws the cards that are there and few more. All cards are
 * of one height: which those are is counted, not looked for. The page is asked where things stand once for all stacks,
 * since each such question has the browser lay out what was changed before it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Cards above and below the screen that are drawn as well, once those on it are; and pixels beside it. */
const [AROUND, BESIDE] = [2, 200];
const NOTHING: Stretch = { from: 0, to: 0 };

/** Numbers of cards: the first one, and the one behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a stack stands in what is scrolled, in pixels. */
interface Stand {
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

/** Below the names of the columns, in one line of small letters. */
const FIRST: Stand = { top: 36, left: 0, right: 0 };

export class Screen implements ReactiveController {
  readonly #moved: () => void;
  #scroller: HTMLElement | undefined;
  /** Pixels. */
  #height = 0;
  #width = 0;
  #scrolled = { top: 0, left: 0 };
  #around = 0;
  #stands: Map<Element, Stand> | undefined;

  /** @param moved called where other cards may be on the screen */
  constructor(board: ReactiveControllerHost, moved: () => void) {
    this.#moved = moved;
    board.addController(this);
  }

  /** Follows how far this is scrolled. */
  watch(scroller: HTMLElement): void {
    if (this.#scroller === scroller) return;
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = scroller;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#onResize();
  }

  /** What is on the screen was seen: what is around it is drawn too. */
  settle(): void {
    this.#around = AROUND;
    this.#moved();
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#onResize);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#onResize);
  }

  /** Something was drawn, so that stacks may stand elsewhere. */
  forget(): void {
    this.#stands = undefined;
  }

  /**
   * Which of its cards a stack draws: none beside the screen.
   * @param isFirst whether it is one of the first in the first lane
   */
  near(
    stack: HTMLElement,
    { count, pitch, isFirst }: { readonly count: number; readonly pitch: number; readonly isFirst: boolean },
  ): Stretch {
    // The first stand near the top: good enough to draw their cards before the page is laid out.
    const { top, left, right } = isFirst && this.#around === 0 ? FIRST : this.#standOf(stack);
    const scrolled = this.#scrolled;
    const beside = this.#around === 0 ? 0 : BESIDE;
    if (right + beside < scrolled.left || left - beside > scrolled.left + this.#width) return NOTHING;
    const above = scrolled.top - top;
    const from = Math.floor(above / pitch) - this.#around;
    const to = Math.ceil((above + this.#height) / pitch) + this.#around;
    const within = (at: number): number => Math.min(Math.max(at, 0), count);
    return { from: within(from), to: within(to) };
  }

  /** Scrolls no further than it takes to have a card on the screen. */
  reveal(stack: HTMLElement, at: number, pitch: number): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const top = this.#standOf(stack).top + at * pitch;
    const last = top + pitch - scroller.clientHeight;
    if (scroller.scrollTop > top) scroller.scrollTop = top;
    else if (scroller.scrollTop < last) scroller.scrollTop = last;
    this.#onScroll();
  }

  #standOf(stack: HTMLElement): Stand {
    const known = this.#stands?.get(stack);
    if (known !== undefined) return known;
    const scroller = this.#scroller;
    if (scroller === undefined) return FIRST;
    this.#stands = new Map();
    const start = scroller.getBoundingClientRect();
    const { top: down, left: aside } = this.#scrolled;
    for (const one of scroller.querySelectorAll<HTMLElement>('card-stack')) {
      const { top, left, right } = one.getBoundingClientRect();
      const across = aside - start.left;
      this.#stands.set(one, { top: top - start.top + down, left: left + across, right: right + across });
    }
    return this.#stands.get(stack) ?? FIRST;
  }

  readonly #onScroll = (): void => {
    const { scrollTop: top, scrollLeft: left } = this.#scroller ?? { scrollTop: 0, scrollLeft: 0 };
    this.#scrolled = { top, left };
    this.#moved();
  };

  readonly #onResize = (): void => {
    this.#height = this.#scroller?.clientHeight ?? 0;
    this.#width = this.#scroller?.clientWidth ?? 0;
    this.forget();
    this.#onScroll();
  };
}
