/**
 * Finds where a cursor stands in the file's structure by lines and columns alone: which mapping or list, and whether
 * a key or a value is wanted. Completion asks this while a line is half typed, when no parser could answer.
 * Never throws; where the cursor is in a comment, a block of text or nowhere in particular the answer is undefined.
 */
import type { Span } from '../text/span.ts';
import { ENTRY, flowPlace, type Step, unquote } from './placeFlow.ts';

export interface Place {
  /** From the top level to the mapping or list in which the cursor stands, or to the value that is wanted. */
  readonly path: readonly Step[];
  /**
   * `key`: one more key of the mapping at `path`. `value`: the value at `path`, on the line of its key.
   * `node`: the value at `path` on a line of its own: keys of a mapping or a bare value.
   * `entry`: one more entry of the list at `path`, with its dash.
   */
  readonly wants: 'key' | 'value' | 'node' | 'entry';
  /** The keys that the mapping has already; empty where a value is wanted. */
  readonly keys: ReadonlySet<string>;
  /** What is typed and would be replaced. Offsets of the text that was looked at. */
  readonly typed: Span;
  readonly flow: boolean;
  /** A colon already follows what is typed. */
  readonly colon: boolean;
  /** The column at which the keys of the mapping stand, or the dashes of the list. */
  readonly column: number;
}

interface Frame {
  readonly kind: 'map' | 'seq';
  readonly column: number;
  readonly keys: Set<string>;
  key: string | undefined;
  /** Nothing stands behind the key or the dash yet. */
  empty: boolean;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#[\]{},&*!|>%@`-][^#]*?|-[^\s#][^#]*?)[ \t]*:(?=[ \t\r]|$)/;
const BLOCK_SCALAR = /^(?:[&!]\S+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/;

/** Where the cursor stands in `text`, which begins inside the top-level key `section` (a list's item) or at the top. */
export function placeAt(text: string, cursor: number, section: string | undefined): Place | undefined {
  return new Walker(text, cursor, section).run();
}

class Walker {
  private readonly frames: Frame[];
  private readonly lineStart: number;

  constructor(
    private readonly text: string,
    private readonly cursor: number,
    section: string | undefined,
  ) {
    this.frames = [{ kind: 'map', column: 0, keys: new Set(), key: section, empty: section !== undefined }];
    this.lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  }

  run(): Place | undefined {
    let at = 0;
    while (at < this.lineStart) {
      const next = this.line(at);
      if (typeof next !== 'number') return next === 'inside' ? undefined : next;
      at = next;
    }
    return at > this.lineStart ? undefined : this.here();
  }

  /** Reads a line before the cursor's. Answers where the next one starts, or the place when a value reaches the cursor. */
  private line(at: number): number | Place | 'inside' {
    const end = this.endOf(at);
    const content = skipSpaces(this.text, at);
    const first = this.text[content];
    if (content >= end || first === '#' || first === '\r') return end + 1;
    const begins = this.descend(at, content);
    if (begins === undefined) return end + 1;
    const key = KEY.exec(this.text.slice(begins, end));
    if (key === null) return this.value(begins, end, begins - at - 1);
    const frame = this.mapAt(begins - at);
    if (frame === undefined) return end + 1;
    frame.key = unquote(key[1] ?? '');
    frame.keys.add(frame.key);
    const value = skipSpaces(this.text, begins + key[0].length);
    const rest = this.text.slice(value, end);
    frame.empty = rest.trim() === '' || rest.startsWith('#');
    return frame.empty ? end + 1 : this.value(value, end, frame.column);
  }

  /** Skips a value that begins at `start` on a line that ends at `end`; `column` is that of its key or dash. */
  private value(start: number, end: number, column: number): number | Place | 'inside' {
    const char = this.text[start];
    if (BLOCK_SCALAR.test(this.text.slice(start, end))) return this.deeper(end + 1, column);
    if (char === '[' || char === '{') {
      const flow = flowPlace(this.text, start, this.cursor, column);
      if (flow.at === 'end') return this.endOf(flow.end) + 1;
      return this.inFlow(flow);
    }
    if (char === '"' || char === "'") {
      const close = quotedEnd(this.text, start);
      return close >= this.cursor ? 'inside' : this.endOf(close) + 1;
    }
    return end + 1;
  }

  /** Skips the lines of a block scalar; the cursor may be in it. */
  private deeper(from: number, column: number): number | 'inside' {
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
    return column0 > column ? 'inside' : at;
  }

  /** The place on the cursor's own line. */
  private here(): Place | undefined {
    const { text, lineStart, cursor } = this;
    const end = this.endOf(lineStart);
    const content = skipSpaces(text, lineStart);
    const blank = content >= end || text[content] === '\r';
    if (!blank && (text[content] === '#' || cursor < content)) return undefined;
    if (blank) return this.blank(cursor - lineStart);
    const begins = this.descend(lineStart, content);
    if (begins === undefined || text[cursor - 1] === '-') return undefined;
    if (begins > cursor) return begins < end ? undefined : this.onLine({ start: cursor, end: cursor }, false);
    const key = KEY.exec(text.slice(begins, end));
    if (key !== null && cursor >= begins + key[0].length) return this.inValue(begins, key, end);
    const frame = this.frames.at(-1);
    const first = text[begins];
    if ((first === '[' || first === '{') && frame?.empty === true) {
      const flow = flowPlace(text, begins, cursor, begins - lineStart - 1);
      return flow.at === 'cursor' ? this.inFlow(flow) : undefined;
    }
    const typedEnd = key === null ? trimmedEnd(text, cursor, end) : begins + (key[1] ?? '').length;
    if (text.slice(begins, cursor).includes(' #')) return undefined;
    return this.onLine({ start: begins, end: Math.max(cursor, typedEnd) }, key !== null);
  }

  /** A key or a bare value that begins a line, or follows a dash. */
  private onLine(typed: Span, colon: boolean): Place | undefined {
    const column = typed.start - this.lineStart;
    const frame = this.frames.at(-1);
    if (frame === undefined) return undefined;
    if (frame.kind === 'map' && frame.column === column)
      return this.place('key', this.keyPath(), typed, {
        keys: this.keysAround(frame, typed.end),
        colon,
        column,
      });
    if (frame.kind === 'seq' && frame.column === column)
      return this.place('entry', this.keyPath(), typed, { column });
    if (!frame.empty) return undefined;
    const keys = this.keysAround({ column, keys: new Set() }, typed.end);
    return this.place('node', this.path(), typed, { keys, colon, column });
  }

  /** An empty line: the cursor's own column says where it stands. */
  private blank(column: number): Place | undefined {
    const { cursor } = this;
    this.leave(column, 'blank');
    return this.onLine({ start: cursor, end: cursor }, false);
  }

  private inValue(begins: number, key: RegExpExecArray, end: number): Place | undefined {
    const { text, cursor } = this;
    const frame = this.mapAt(begins - this.lineStart);
    if (frame === undefined) return undefined;
    frame.key = unquote(key[1] ?? '');
    const colonEnd = begins + key[0].length;
    const start = Math.min(skipSpaces(text, colonEnd), end);
    const first = start < end ? text[start] : undefined;
    if (first === '|' || first === '>') return undefined;
    if ((first === '[' || first === '{') && start < cursor) {
      const flow = flowPlace(text, start, cursor, frame.column);
      return flow.at === 'cursor' ? this.inFlow(flow) : undefined;
    }
    if (first === '#' && cursor > start) return undefined;
    if (/\s#/.test(text.slice(start, cursor)) && first !== '"' && first !== "'") return undefined;
    const typed =
      first === undefined || first === '#' || cursor < start
        ? { start: cursor, end: cursor }
        : { start, end: valueEnd(text, start, cursor, end) };
    return this.place('value', this.path(), typed, { column: frame.column });
  }

  private inFlow(flow: Extract<ReturnType<typeof flowPlace>, { at: 'cursor' }>): Place {
    return this.place(flow.wants, [...this.path(), ...flow.path], flow.typed, {
      keys: flow.keys,
      colon: flow.colon,
      flow: true,
      column: 0,
    });
  }

  /** Leaves what ends before a line with this content, enters its dashes; answers where the rest of it begins. */
  private descend(lineStart: number, content: number): number | undefined {
    const { text } = this;
    let at = content;
    this.leave(at - lineStart, isDash(text, at) ? 'dash' : 'text');
    while (isDash(text, at)) {
      if (!this.seqAt(at - lineStart)) return undefined;
      const next = skipSpaces(text, at + 1);
      if (next >= text.length || text[next] === '\n' || text[next] === '\r') return Math.max(next, at + 1);
      at = next;
    }
    return at;
  }

  /** An empty line at the column of a list's dashes stays in the list, unless its parent's keys stand there too. */
  private leave(column: number, line: 'dash' | 'text' | 'blank'): void {
    for (let top = this.frames.at(-1); top && this.frames.length > 1; top = this.frames.at(-1)) {
      if (top.column < column || (top.column === column && (top.kind === 'map' || line === 'dash'))) return;
      if (top.column === column && line === 'blank' && this.frames.at(-2)?.column !== column) return;
      this.frames.pop();
    }
  }

  /** Enters a list whose dashes stand at this column; false where none can be. */
  private seqAt(column: number): boolean {
    const top = this.frames.at(-1);
    if (top?.kind === 'seq' && top.column === column) {
      top.empty = true;
      return true;
    }
    if (top === undefined || !top.empty) return false;
    top.empty = false;
    this.frames.push({ kind: 'seq', column, keys: new Set(), key: undefined, empty: true });
    return true;
  }

  private mapAt(column: number): Frame | undefined {
    const top = this.frames.at(-1);
    if (top?.kind === 'map' && top.column === column) return top;
    if (top === undefined || !top.empty) return undefined;
    top.empty = false;
    const frame: Frame = { kind: 'map', column, keys: new Set(), key: undefined, empty: false };
    this.frames.push(frame);
    return frame;
  }

  /** The path to what stands behind the innermost key or dash. */
  private path(): Step[] {
    return this.frames.flatMap<Step>((frame) =>
      frame.kind === 'seq' ? [ENTRY] : frame.key === undefined ? [] : [frame.key],
    );
  }

  /** The path to the innermost mapping or list itself. */
  private keyPath(): Step[] {
    return this.frames
      .slice(0, -1)
      .flatMap<Step>((frame) =>
        frame.kind === 'seq' ? [ENTRY] : frame.key === undefined ? [] : [frame.key],
      );
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

  private place(
    wants: Place['wants'],
    path: readonly Step[],
    typed: Span,
    more: {
      readonly keys?: ReadonlySet<string>;
      readonly colon?: boolean;
      readonly flow?: boolean;
      readonly column: number;
    },
  ): Place {
    const { keys = new Set<string>(), colon = false, flow = false, column } = more;
    return { wants, path, typed, keys, colon, flow, column };
  }

  private endOf(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }
}

function isDash(text: string, at: number): boolean {
  if (text[at] !== '-') return false;
  const next = text[at + 1];
  return next === undefined || next === ' ' || next === '\t' || next === '\n' || next === '\r';
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Where the value that begins at `start` ends on its line, at least at the cursor: without a comment or blanks behind. */
function valueEnd(text: string, start: number, cursor: number, end: number): number {
  const first = text[start];
  if (first === '"' || first === "'") return Math.min(quotedEnd(text, start), end);
  return Math.max(cursor, trimmedEnd(text, start, end));
}

function trimmedEnd(text: string, start: number, end: number): number {
  const rest = text.slice(start, end).replace(/(?:^|[ \t])#.*$/s, '');
  return start + rest.trimEnd().length;
}

/** Behind the closing quote of the text that begins at `start`, or at the text's end where there is none. */
function quotedEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return text.length;
}
