/**
 * The text that a person is in the middle of writing: decoded from whatever style of YAML it has, up to the cursor and
 * behind it. What completion puts into it is spelled so that the file stays readable: escaped where it is quoted, and
 * quoted where plain text could not hold it.
 */
import type { Span } from '../../text/span.ts';
import type { ScalarStyle } from '../../yaml/node.ts';
import { isPlainSafe, quoteDouble } from '../../yaml/write.ts';
import { decoded, type Decoded, endOfText } from './decode.ts';
import type { CompletionEntry, Form } from './entry.ts';
import type { Place } from './place.ts';

/** How an entry is shown; what it writes is worked out from a `Form`. */
export interface Shown extends Omit<CompletionEntry, 'insert' | 'stops' | 'replace'> {
  /** It is offered because it is like what is typed, whatever the editor would say. */
  readonly alike?: boolean;
}

export class TypedText {
  /** Up to the cursor. */
  readonly before: string;
  /** From the cursor to the end of the text, at most to the end of the line. */
  readonly after: string;
  /** From where on `before` stands on the cursor's own line: what is replaced can't begin earlier. */
  readonly lineFrom: number;
  private readonly style: ScalarStyle;
  private readonly start: number;
  private readonly end: number;
  private readonly flow: boolean;
  private readonly head: Decoded;
  private readonly tail: Decoded;

  constructor(
    private readonly source: string,
    private readonly cursor: number,
    { scalar, flow }: Place & { readonly scalar: NonNullable<Place['scalar']> },
    /** What the offsets of entries count from. */
    private readonly base: number,
  ) {
    this.style = scalar.style;
    this.start = scalar.start;
    this.flow = flow;
    this.end = endOfText(source, cursor, scalar.style, flow);
    this.head = decoded(source, scalar, cursor);
    this.tail = decoded(source, { start: cursor, style: scalar.style, inside: true }, this.end);
    this.before = this.head.text;
    this.after = this.tail.text;
    const lineStart = source.lastIndexOf('\n', cursor - 1) + 1;
    const first = this.head.places.findIndex((place) => place >= lineStart);
    this.lineFrom = first < 0 ? this.before.length : first;
  }

  /** True for a block of text, in which lines are kept. */
  get hasLines(): boolean {
    return this.style === 'literal';
  }

  /** The column at which the lines of a block of text stand: that of the cursor's line. */
  get margin(): string {
    const line = this.source.slice(this.source.lastIndexOf('\n', this.cursor - 1) + 1, this.cursor);
    return /^[ \t]*/.exec(line)?.[0] ?? '';
  }

  /**
   * An entry that puts a text in the place of what stands from `from` (an offset of `before`) to the cursor, and of the
   * first `swallowed` characters behind it; undefined where that can't be written here.
   */
  entry(shown: Shown, from: number, form: Form, swallowed = 0): CompletionEntry | undefined {
    if (from < this.lineFrom) return undefined;
    if (form.text.includes('\n') && !this.hasLines) return undefined;
    if (this.style === 'plain' && !this.staysPlain(from, form.text, swallowed))
      return this.quoted(shown, from, form, swallowed);
    const start = this.head.places[from] ?? this.cursor;
    const end = this.tail.places[swallowed] ?? this.end;
    const typed = this.source.slice(start, this.cursor);
    const { alike, ...rest } = shown;
    const filtered = alike === true && typed !== '' ? { ...rest, filter: typed } : rest;
    return this.written(filtered, { start, end }, spell(form, this.style));
  }

  private staysPlain(from: number, insert: string, swallowed: number): boolean {
    const whole = this.whole(from, insert, swallowed).trim();
    if (whole === '') return true;
    const ends = this.flow && /[,[\]{}]/.test(whole);
    return !ends && isPlainSafe(whole);
  }

  private whole(from: number, insert: string, swallowed: number): string {
    return this.before.slice(0, from) + insert + this.after.slice(swallowed);
  }

  /** The whole text in quotes, where it begins on this line. */
  private quoted(shown: Shown, from: number, form: Form, swallowed: number): CompletionEntry | undefined {
    if (this.lineFrom > 0 || form.text.includes('\n')) return undefined;
    const whole = this.whole(from, form.text, swallowed);
    const style = whole.includes("'") ? 'double' : 'single';
    const quote = style === 'double' ? '"' : "'";
    const moved = form.stops.map(({ start, end }) => ({ start: start + from, end: end + from }));
    const { text, stops } = spell({ text: whole, stops: moved }, style);
    const outside = stops.map((stop) => ({ start: stop.start + 1, end: stop.end + 1 }));
    const { start, end } = this;
    const { alike, ...rest } = shown;
    const typed = this.source.slice(start, this.cursor);
    const filter = alike === true ? typed : `${typed} ${shown.filter ?? shown.label}`;
    return this.written({ ...rest, filter }, { start, end }, { text: quote + text + quote, stops: outside });
  }

  private written(shown: Omit<Shown, 'alike'>, { start, end }: Span, form: Form): CompletionEntry {
    const { base } = this;
    return {
      ...shown,
      insert: form.text,
      stops: form.stops,
      replace: { start: base + start, end: base + end },
    };
  }
}

/** The form as it has to be spelled inside a scalar of this style. */
function spell({ text, stops }: Form, style: ScalarStyle): Form {
  const escape = ESCAPES[style];
  if (escape === undefined) return { text, stops };
  const at = (offset: number): number => escape(text.slice(0, offset)).length;
  return { text: escape(text), stops: stops.map(({ start, end }) => ({ start: at(start), end: at(end) })) };
}

const ESCAPES: Readonly<Partial<Record<ScalarStyle, (text: string) => string>>> = {
  single: (text) => text.replaceAll("'", "''"),
  double: (text) => quoteDouble(text).slice(1, -1),
};
