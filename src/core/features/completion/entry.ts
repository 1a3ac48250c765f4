/** What completion offers, as plain data. Offsets are absolute. */
import type { Span } from '../../text/span.ts';

export interface CompletionEntry {
  readonly label: string;
  /** `words` are part of a text that people write; `entry` is a new item or several lines of one. */
  readonly kind: 'key' | 'value' | 'id' | 'entry' | 'words';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What typing is compared with, where it is more than the label. */
  readonly filter?: string;
  readonly insert: string;
  /**
   * The places of `insert` to fill in, in the order in which a person goes through them; the last is where the cursor
   * ends, which is the end of `insert` where there are none. What they hold is an example that typing replaces.
   */
  readonly stops?: readonly Span[];
  /** Where it replaces something else than the others. Holds the cursor, on one line. */
  readonly replace?: Span;
  /** What comes next is worth asking for at once. */
  readonly again?: boolean;
}

export interface Completions {
  /** What is replaced by the chosen entry. */
  readonly replace: Span;
  /** The likely ones first. */
  readonly entries: readonly CompletionEntry[];
  /** False where more typing would bring others. */
  readonly complete: boolean;
}

/** A text with the places in it that are to be filled in. */
export interface Form {
  readonly text: string;
  readonly stops: readonly Span[];
}

/** Where the places `<…>` of a text are, and its end. */
export function formOf(text: string): Form {
  const stops = Array.from(text.matchAll(/<[^<>\n]*>/g), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  return { text, stops: [...stops, { start: text.length, end: text.length }] };
}
