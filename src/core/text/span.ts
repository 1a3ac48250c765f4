/** A half-open range of UTF-16 offsets. What it counts from is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of a span. Edits of one list never overlap and are all given against the same text. */
export interface TextEdit extends Span {
  readonly text: string;
}
