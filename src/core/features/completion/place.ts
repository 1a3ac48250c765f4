/**
 * Finds where a cursor stands in the file's structure by lines and columns alone: which mapping or list, and whether
 * a key, a value or more of a text is wanted. Completion asks this while a line is half typed, when no parser could
 * answer. Never throws; where the cursor is nowhere in particular the answer is undefined.
 */
import type { Span } from '../../text/span.ts';
import type { ScalarStyle } from '../../yaml/node.ts';
import { type Frame, Frames } from './frames.ts';
import { type FlowComment, type FlowPlace, flowPlace, type Step, unquote } from './placeFlow.ts';
import {
  bareEntry,
  BLOCK_SCALAR,
  isDash,
  KEY,
  lineEndOf,
  quotedEnd,
  skipSpaces,
  trimmedEnd,
  valueEnd,
} from './placeText.ts';

export interface Place {
  /** From the top level to the mapping or list in which the cursor stands, or to the value that is wanted. */
  readonly path: readonly Step[];
  /**
   * `key`: one more key of the mapping at `path`. `value`: the value at `path`, on the line of its key.
   * `node`: the value at `path` on a line of its own: keys of a mapping or a bare value.
   * `entry`: one more entry of the list at `path`, with its dash.
   * `text`: more of the text at `path`, which began on a line before.
   * `comment`: the cursor is in a comment behind or above what is at `path`.
   */
  readonly wants: 'key' | 'value' | 'node' | 'entry' | 'text' | 'comment';
  /** The keys that the mapping has already; empty where a value is wanted. */
  readonly keys: ReadonlySet<string>;
  /** What is typed and would be replaced. Offsets of the text that was looked at. */
  readonly typed: Span;
  readonly flow: boolean;
  /** A colon already follows what is typed. */
  readonly colon: boolean;
  /** The column at which the keys of the mapping stand, or the dashes of the list. */
  readonly column: number;
  /** The other bare entries of the list in which a value is wanted. */
  readonly entries: ReadonlySet<string>;
  /** The text in which the cursor stands: where it begins, its quote or header included. */
  readonly scalar: { readonly start: number; readonly style: ScalarStyle } | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Where the cursor stands in `text`, which begins inside the top-level key `section` (a list's item) or at the top. */
export function placeAt(text: string, cursor: number, section: string | undefined): Place | undefined {
  return new Walker(text, cursor, section).run();
}

class Walker {
  private readonly frames: Frames;
  private readonly lineStart: number;
  /** Where the plain text begins that the lines read last belong to; -1 where they belong to none. */
  private plain = -1;

  constructor(
    private readonly text: string,
    private readonly cursor: number,
    section: string | undefined,
  ) {
    this.frames = new Frames(section);
    this.lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  }

  run(): Place | undefined {
    let at = 0;
    while (at < this.lineStart) {
      const next = this.line(at);
      if (typeof next !== 'number') return next;
      at = next;
    }
    return at > this.lineStart ? undefined : this.here();
  }

  /** Reads a line before the cursor's. Answers where the next one starts, or the place when a value reaches the cursor. */
  private line(at: number): number | Place {
    const end = this.endOf(at);
    const content = skipSpaces(this.text, at);
    const first = this.text[content];
    if (content >= end || first === '#' || first === '\r') {
      if (first === '#') this.plain = -1;
      return end + 1;
    }
    const begins = this.descend(at, content);
    if (begins === undefined) return end + 1;
    const key = KEY.exec(this.text.slice(begins, end));
    if (key === null) return this.bare(at, begins, end);
    const frame = this.frames.mapAt(begins - at);
    if (frame === undefined) return end + 1;
    frame.key = unquote(key[1] ?? '');
    frame.keys.add(frame.key);
    const value = skipSpaces(this.text, begins + key[0].length);
    const rest = this.text.slice(value, end);
    frame.empty = rest.trim() === '' || rest.startsWith('#');
    return frame.empty ? end + 1 : this.value(value, end, frame.column);
  }

  /** A line without a key: an entry, or more of a text. */
  private bare(at: number, begins: number, end: number): number | Place {
    const top = this.frames.top;
    if (top?.empty !== true) return end + 1;
    if (begins >= end || this.text[begins] === '\r') return end + 1;
    top.empty = false;
    if (top.kind === 'seq') top.entries.add(bareEntry(this.text.slice(begins, end)));
    return this.value(begins, end, begins - at - 1);
  }

  /** Skips a value that begins at `start` on a line that ends at `end`; `column` is that of its key or dash. */
  private value(start: number, end: number, column: number): number | Place {
    const char = this.text[start];
    if (BLOCK_SCALAR.test(this.text.slice(start, end))) return this.deeper(start, end + 1, column);
    if (char === '[' || char === '{') {
      const flow = flowPlace(this.text, start, this.cursor, column);
      if (flow.at === 'end') return this.endOf(flow.end) + 1;
      return this.inFlow(flow);
    }
    if (char === '"' || char === "'") {
      const close = quotedEnd(this.text, start);
      if (close < this.cursor || (close === this.cursor && this.text[close - 1] === char))
        return this.endOf(close) + 1;
      return this.inText({ start, style: char === '"' ? 'double' : 'single' });
    }
    if (char !== '&' && char !== '*' && char !== '!') this.plain = start;
    return end + 1;
  }

  private inText(scalar: NonNullable<Place['scalar']>): Place {
    const { cursor } = this;
    const column = cursor - this.lineStart;
    return this.place('text', this.frames.path(), { start: cursor, end: cursor }, { column, scalar });
  }

  /** Skips the lines of a block scalar; the cursor may be in it. */
  private deeper(start: number, from: number, column: number): number | Place {
    let at = from;
    while (at < this.lineStart) {
      const content = skipSpaces(this.text, at);
      const end = this.endOf(at);
      if (content < end && this.text[content] !== '\r' && content - at <= column) return at;
      at = end + 1;
    }
    const content = Math.min(skipSpaces(this.text, at), this.endOf(at));
    const column0 =
      this.text.slice(at, this.cursor).trim() === '' && content >= this.endOf(at)
        ? this.cursor - at
        : content - at;
    if (column0 <= column) return at;
    const style = this.text.slice(start, from).includes('|') ? 'literal' : 'folded';
    return this.inText({ start, style });
  }

  /** The place on the cursor's own line. */
  private here(): Place | undefined {
    const { text, lineStart, cursor } = this;
    const end = this.endOf(lineStart);
    const content = skipSpaces(text, lineStart);
    const blank = content >= end || text[content] === '\r';
    if (!blank && cursor < content) return undefined;
    if (text[content] === '#') return this.inComment(content, end);
    if (blank) return this.blank(cursor - lineStart);
    const begins = this.descend(lineStart, content);
    if (begins === undefined || (begins >= cursor && text[cursor - 1] === '-')) return undefined;
    if (text[begins] === '#') return cursor > begins ? this.inComment(begins, end) : undefined;
    if (begins > cursor) return begins < end ? undefined : this.onLine({ start: cursor, end: cursor }, false);
    const key = KEY.exec(text.slice(begins, end));
    if (key !== null && cursor >= begins + key[0].length) return this.inValue(begins, key, end);
    const frame = this.frames.top;
    const first = text[begins];
    if ((first === '[' || first === '{') && frame?.empty === true) {
      const flow = flowPlace(text, begins, cursor, begins - lineStart - 1);
      return flow.at === 'end' ? this.behind(flow.end, end) : this.inFlow(flow);
    }
    if (frame?.empty === true && (first === '|' || first === '>')) return undefined;
    const typedEnd = key === null ? trimmedEnd(text, cursor, end) : begins + (key[1] ?? '').length;
    if (first === '"' || first === "'") {
      const close = quotedEnd(text, begins);
      if (close < cursor) return this.behind(close, end);
      if (key === null)
        return this.onLine({ start: begins, end: Math.min(close, lineEndOf(text, end)) }, false);
    }
    const comment = /[ \t]#/.exec(text.slice(begins, cursor));
    if (comment) return this.inComment(begins + comment.index + 1, end);
    return this.onLine({ start: begins, end: Math.max(cursor, typedEnd) }, key !== null);
  }

  /** A key or a bare value that begins a line, or follows a dash. */
  private onLine(typed: Span, colon: boolean): Place | undefined {
    const column = typed.start - this.lineStart;
    const frame = this.frames.top;
    if (frame === undefined) return undefined;
    if (frame.kind === 'map' && frame.column === column)
      return this.place('key', this.frames.keyPath(), typed, {
        keys: this.keysAround(frame, typed.end),
        colon,
        column,
      });
    if (frame.kind === 'seq' && frame.column === column)
      return this.place('entry', this.frames.keyPath(), typed, { column });
    if (!frame.empty) {
      if (this.plain < 0 || colon || typed.start === typed.end) return undefined;
      return this.inText({ start: this.plain, style: 'plain' });
    }
    const keys = this.keysAround({ column, keys: new Set() }, typed.end);
    const entries = frame.kind === 'seq' ? this.entriesAround(frame, typed.end) : undefined;
    const scalar = this.scalarAt(typed);
    return this.place('node', this.frames.path(), typed, {
      keys,
      colon,
      column,
      scalar,
      ...(entries && { entries }),
    });
  }

  private scalarAt({ start }: Span): Place['scalar'] {
    const first = start < this.cursor ? this.text[start] : undefined;
    return { start, style: first === '"' ? 'double' : first === "'" ? 'single' : 'plain' };
  }

  private inComment(start: number, end: number): Place {
    return this.place(
      'comment',
      this.frames.path(),
      { start, end: lineEndOf(this.text, end) },
      { column: 0 },
    );
  }

  /** Behind a value that ended on the cursor's line, where only a comment may stand. */
  private behind(valueEnd: number, end: number): Place | undefined {
    const start = skipSpaces(this.text, valueEnd);
    return start > valueEnd && this.text[start] === '#' && start < this.cursor && start < end
      ? this.inComment(start, end)
      : undefined;
  }

  /** An empty line: the cursor's own column says where it stands. */
  private blank(column: number): Place | undefined {
    const { cursor } = this;
    this.frames.leave(column, 'blank');
    const next = this.nextContent(cursor);
    // What stands deeper belongs to the lines above: nothing can come between.
    if (next !== undefined && next.column > column) return undefined;
    const { top } = this.frames;
    if (
      next?.column === column &&
      next.dash &&
      top !== undefined &&
      !(top.kind === 'seq' && top.column === column)
    ) {
      if (!top.empty) return undefined;
      return this.place('entry', this.frames.path(), { start: cursor, end: cursor }, { column });
    }
    return this.onLine({ start: cursor, end: cursor }, false);
  }

  /** Where the next line begins that is not blank or a comment. */
  private nextContent(from: number): { readonly column: number; readonly dash: boolean } | undefined {
    for (let at = this.endOf(from) + 1; at < this.text.length; at = this.endOf(at) + 1) {
      const content = skipSpaces(this.text, at);
      const char = this.text[content];
      if (char === undefined || char === '\n' || char === '\r' || char === '#') continue;
      return { column: content - at, dash: isDash(this.text, content) };
    }
    return undefined;
  }

  private inValue(begins: number, key: RegExpExecArray, end: number): Place | undefined {
    const { text, cursor } = this;
    const frame = this.frames.mapAt(begins - this.lineStart);
    if (frame === undefined) return undefined;
    frame.key = unquote(key[1] ?? '');
    const colonEnd = begins + key[0].length;
    const start = Math.min(skipSpaces(text, colonEnd), end);
    const first = start < end ? text[start] : undefined;
    if (first === '|' || first === '>') return undefined;
    if ((first === '[' || first === '{') && start < cursor) {
      const flow = flowPlace(text, start, cursor, frame.column);
      return flow.at === 'end' ? this.behind(flow.end, end) : this.inFlow(flow);
    }
    if (first === '#' && cursor > start) return this.inComment(start, end);
    if (first === '"' || first === "'") {
      const close = quotedEnd(text, start);
      if (close < cursor) return this.behind(close, end);
    } else {
      const comment = /[ \t]#/.exec(text.slice(start, cursor));
      if (comment) return this.inComment(start + comment.index + 1, end);
    }
    const absent = first === undefined || first === '#' || first === '\r';
    const next = absent ? this.nextContent(cursor) : undefined;
    // The value stands on the next lines already.
    if (next && (next.column > frame.column || (next.dash && next.column === frame.column))) return undefined;
    // In front of a value that is more than a plain word there is nothing to write.
    if (!absent && cursor <= start && /["'[{|>&*!]/.test(first)) return undefined;
    const typed = absent
      ? { start: cursor, end: cursor }
      : { start: Math.min(start, cursor), end: valueEnd(text, start, cursor, end) };
    const scalar = this.scalarAt(typed);
    return this.place('value', this.frames.path(), typed, { column: frame.column, scalar });
  }

  private inFlow(flow: FlowPlace | FlowComment): Place {
    if (flow.at === 'comment') return this.inComment(flow.start, this.endOf(flow.start));
    const { wants, path, typed, keys, colon, entries } = flow;
    const { cursor } = this;
    const over = typed.start < this.lineStart;
    return this.place(
      over ? 'text' : wants,
      [...this.frames.path(), ...path],
      over ? { start: cursor, end: cursor } : typed,
      {
        keys,
        colon,
        entries,
        flow: true,
        column: 0,
        ...(wants === 'value' || over ? { scalar: this.scalarAt(typed) } : {}),
      },
    );
  }

  /** Leaves what ends before a line with this content, enters its dashes; answers where the rest of it begins. */
  private descend(lineStart: number, content: number): number | undefined {
    const { text } = this;
    let at = content;
    const depth = this.frames.depth;
    this.frames.leave(at - lineStart, isDash(text, at) ? 'dash' : 'text');
    if (this.frames.depth < depth || this.frames.top?.column === at - lineStart) this.plain = -1;
    while (isDash(text, at)) {
      if (!this.frames.seqAt(at - lineStart)) return undefined;
      this.plain = -1;
      const next = skipSpaces(text, at + 1);
      if (next >= text.length || text[next] === '\n' || text[next] === '\r') return Math.max(next, at + 1);
      at = next;
    }
    return at;
  }

  /** The keys of the mapping before the cursor and, by their column, behind it. */
  private keysAround(frame: Pick<Frame, 'column' | 'keys'>, from: number): ReadonlySet<string> {
    const keys = new Set(frame.keys);
    for (let at = this.endOf(from) + 1; at < this.text.length; at = this.endOf(at) + 1) {
      const content = skipSpaces(this.text, at);
      const char = this.text[content];
      if (char === undefined || char === '\n' || char === '\r' || char === '#') continue;
      if (content - at < frame.column) break;
      if (content - at > frame.column) continue;
      const key = KEY.exec(this.text.slice(content, this.endOf(content)));
      if (key) keys.add(unquote(key[1] ?? ''));
    }
    return keys;
  }

  /** The bare entries of a list before the cursor and, by the column of their dashes, behind it. */
  private entriesAround(frame: Frame, from: number): ReadonlySet<string> {
    const entries = new Set(frame.entries);
    for (let at = this.endOf(from) + 1; at < this.text.length; at = this.endOf(at) + 1) {
      const content = skipSpaces(this.text, at);
      if (content - at !== frame.column || !isDash(this.text, content)) break;
      const begins = skipSpaces(this.text, content + 1);
      entries.add(bareEntry(this.text.slice(begins, this.endOf(begins))));
    }
    return entries;
  }

  private place(
    wants: Place['wants'],
    path: readonly Step[],
    typed: Span,
    more: {
      readonly keys?: ReadonlySet<string>;
      readonly colon?: boolean;
      readonly flow?: boolean;
      readonly column: number;
      readonly entries?: ReadonlySet<string>;
      readonly scalar?: Place['scalar'];
    },
  ): Place {
    const { keys = NONE, entries = NONE, colon = false, flow = false, column, scalar } = more;
    return { wants, path, typed, keys, entries, colon, flow, column, scalar };
  }

  private endOf(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }
}
