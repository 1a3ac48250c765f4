/** What is measured of a view in a browser. */
/** Milliseconds to the frame that shows cards: from the message, and from when its rows are in the page. */
export interface Shown {
  readonly all: number;
  readonly drawing: number;
}

export interface BoardTimes {
  readonly shown: readonly Shown[];
  /** Milliseconds from the rows to the frame that shows all of them. */
  readonly plain: readonly number[];
  readonly shownLarge: readonly Shown[];
  /** Milliseconds between frames while scrolling. */
  readonly scroll: readonly number[];
  /** Milliseconds from the news of a move to the frame that shows it. */
  readonly moved: readonly number[];
  /** Bytes in use after 100 and after 1,100 updates. */
  readonly heap: readonly [number, number];
}
