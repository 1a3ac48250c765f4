/** What is measured of a view in a browser. */
/** Milliseconds from when the host begins to tell of a backlog. */
export interface Shown {
  /** To the frame that shows cards. */
  readonly cards: number;
  /** To the frame that has all of them counted. */
  readonly all: number;
}

export interface BoardTimes {
  readonly shown: readonly Shown[];
  /** Milliseconds from the rows to the frame that shows all of them, as plain elements of the same kind. */
  readonly plain: readonly number[];
  /** The same with six elements a card. */
  readonly bare: readonly number[];
  readonly shownLarge: readonly Shown[];
  /** Milliseconds between frames while scrolling. */
  readonly scroll: readonly number[];
  /** The same while a card is dragged about. */
  readonly drag: readonly number[];
  /** Milliseconds from the news of a move to the frame that shows it. */
  readonly moved: readonly number[];
  /** Bytes in use after 100 and after 1,100 updates. */
  readonly heap: readonly [number, number];
}
