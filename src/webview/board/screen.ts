/**
 * What part of the board is on the screen, so that each stack draws the cards that are there and few more. All cards are
 * of one height: which those are is counted, not looked for. The page is asked where things stand once for all stacks,
 * since each such question has the browser lay out what was changed before it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Cards above and below the screen that are drawn as well, once those on it are. */
const AROUND = 2;

/** Numbers of cards: the first one, and the one behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class Screen implements ReactiveController {
  readonly #moved: () => void;
  #scroller: HTMLElement | undefined;
  /** Pixels. */
  #height = 0;
  #scrolled = 0;
  #around = 0;
  #tops: Map<Element, number> | undefined;

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
    this.#tops = undefined;
  }

  /**
   * Which of its cards a stack draws.
   * @param isFirst whether it is one of the first lane
   */
  near(
    stack: HTMLElement,
    { count, pitch, isFirst }: { readonly count: number; readonly pitch: number; readonly isFirst: boolean },
  ): Stretch {
    // Those of the first lane stand at the top, or little below: good enough to draw their cards before it is laid out.
    const top = isFirst && this.#around === 0 ? 0 : this.#topOf(stack);
    const above = this.#scrolled - top;
    const from = Math.floor(above / pitch) - this.#around;
    const to = Math.ceil((above + this.#height) / pitch) + this.#around;
    const within = (at: number): number => Math.min(Math.max(at, 0), count);
    return { from: within(from), to: within(to) };
  }

  /** Scrolls no further than it takes to have a card on the screen. */
  reveal(stack: HTMLElement, at: number, pitch: number): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const top = this.#topOf(stack) + at * pitch;
    const last = top + pitch - scroller.clientHeight;
    if (scroller.scrollTop > top) scroller.scrollTop = top;
    else if (scroller.scrollTop < last) scroller.scrollTop = last;
    this.#onScroll();
  }

  /** Pixels below the top of what is scrolled. */
  #topOf(stack: HTMLElement): number {
    const known = this.#tops?.get(stack);
    if (known !== undefined) return known;
    const scroller = this.#scroller;
    if (scroller === undefined) return 0;
    this.#tops = new Map();
    const start = scroller.getBoundingClientRect().top - this.#scrolled;
    for (const one of scroller.querySelectorAll<HTMLElement>('card-stack'))
      this.#tops.set(one, one.getBoundingClientRect().top - start);
    return this.#tops.get(stack) ?? 0;
  }

  readonly #onScroll = (): void => {
    this.#scrolled = this.#scroller?.scrollTop ?? 0;
    this.#moved();
  };

  readonly #onResize = (): void => {
    this.#height = this.#scroller?.clientHeight ?? 0;
    this.forget();
    this.#onScroll();
  };
}
