/**
 * The text of a scalar as a person reads it, and where each of its characters stands in the source: rules and
 * features look at the text, what they say and mend stands in the file. Knows every style of YAML: quotes, escapes,
 * folded lines and blocks.
 */
import { applied } from '../text/applied.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { type Scalar, scalarText } from '../yaml/node.ts';
import { placesOf } from './places.ts';

export class Written {
  /** The decoded text. */
  readonly text: string;
  #places: Int32Array | undefined;

  constructor(
    readonly node: Scalar,
    /** What the offsets of the node count in: a slice's text. */
    readonly source: string,
  ) {
    this.text = scalarText(node, source);
  }

  /** The offset in the source of a character of the text; that of `text.length` is the end of what is written. */
  offset(at: number): number {
    if (this.node.value === undefined) return this.node.start + Math.min(at, this.text.length);
    this.#places ??= placesOf(this.node, this.source);
    return this.#places[Math.min(Math.max(at, 0), this.text.length)] ?? this.node.end;
  }

  /** A span of the text as a span of the source. */
  span({ start, end }: Span): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }

  /** The place in the text of an offset of the source: that of the character at or behind it. */
  at(offset: number): number {
    if (this.node.value === undefined)
      return Math.min(Math.max(offset - this.node.start, 0), this.text.length);
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offset(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The text after edits whose offsets count in it; sorted, not overlapping. */
  with(edits: readonly TextEdit[]): string {
    return applied(this.text, edits);
  }
}
