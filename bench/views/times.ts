/** What is measured of a view in a browser. */
export interface BoardTimes {
  /** Milliseconds from the message to the frame that shows cards. */
  readonly shown: readonly number[];
  readonly plain: readonly number[];
  readonly shownLarge: readonly number[];
  /** Milliseconds between frames while scrolling. */
  readonly scroll: readonly number[];
  /** Milliseconds from the news of a move to the frame that shows it. */
  readonly moved: readonly number[];
  /** Bytes in use after 100 and after 1,100 updates. */
  readonly heap: readonly [number, number];
}
