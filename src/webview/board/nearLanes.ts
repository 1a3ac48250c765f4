/**
 * Which lanes are near the screen. Only those are drawn: with hundreds of lanes each list in them would look where it
 * stands, over and over. The others keep their place by their height, which is known since all cards are of one height.
 */
import type { LitElement } from 'lit';
import type { Lane } from './model.ts';

/** Drawn before anything is known of the screen. */
const FIRST = 6;
/** Pixels above and below the screen. */
const MARGIN = 800;
/** Of a lane around its cards, and of a lane without any. */
const [AROUND, EMPTY] = [14, 8];

export class NearLanes {
  readonly #near = new Set<number>();
  readonly #seen = new WeakSet<Element>();
  readonly #board: LitElement;
  #observer: IntersectionObserver | undefined;

  constructor(board: LitElement) {
    this.#board = board;
  }

  has(lane: number): boolean {
    return lane < FIRST || this.#near.has(lane);
  }

  /** Draws a lane, until it was near and is not any more. Resolves when it is drawn. */
  async bring(lane: number | undefined): Promise<void> {
    if (lane === undefined || this.has(lane)) return;
    this.#near.add(lane);
    this.#board.requestUpdate();
    await this.#board.updateComplete;
  }

  /** Looks at all lanes that are new. */
  watch(scroller: HTMLElement): void {
    if (this.#observer?.root !== scroller) this.#stop();
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        this.#take(entries);
      },
      { root: scroller, rootMargin: `${MARGIN}px 0px` },
    );
    for (const lane of scroller.querySelectorAll('.lane')) {
      if (this.#seen.has(lane)) continue;
      this.#seen.add(lane);
      this.#observer.observe(lane);
    }
  }

  /** What is scrolled is another element. */
  #stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#near.clear();
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    let more = false;
    for (const { target, isIntersecting } of entries) {
      const lane = target instanceof HTMLElement ? Number(target.dataset['at']) : Number.NaN;
      if (!target.isConnected || !Number.isInteger(lane)) continue;
      more ||= isIntersecting && !this.has(lane);
      if (isIntersecting) this.#near.add(lane);
      else this.#near.delete(lane);
    }
    if (more) this.#board.requestUpdate();
  }
}

/** The height of a lane in pixels, as it is when it is drawn. */
export function laneHeight({ cells }: Lane, pitch: number, card: number): number {
  const most = cells.reduce((sum, rows) => Math.max(sum, rows.length), 0);
  return AROUND + Math.max(card + EMPTY, most * pitch);
}
