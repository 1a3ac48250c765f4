/**
 * The scalars of the exact scanner: plain, quoted and block texts. Every function reads at the cursor and leaves it
 * behind what it read, or throws `BailOut` where the text is not exactly of the plain subset.
 */
import type { Scalar } from './node.ts';

/** Thrown, and caught only by `scan`: this text is for the `yaml` package. */
export const BailOut = Symbol('bail out');

export interface Cursor {
  readonly text: string;
  pos: number;
  column: number;
  done: boolean;
  toNextLine(): void;
  nextContent(): boolean;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const COLON = 58;

/** Characters that can't begin a plain scalar, and `-?:`, which only can before a character that is no space. */
const INDICATORS = new Set([...'[]{},#&*!|>\'"%@`'].map((c) => c.charCodeAt(0)));

/** A plain scalar in block context, over one line or several; `parent` is the column of what it stands in. */
export function plainBlock(cursor: Cursor, parent: number): Scalar {
  const { text } = cursor;
  const start = cursor.pos;
  const first = text.charCodeAt(start);
  if (INDICATORS.has(first)) throw BailOut;
  if (first === 45 || first === 63 || first === COLON) {
    const next = text.charCodeAt(start + 1);
    if (next === SPACE || next === LF || next === CR || start + 1 >= text.length) throw BailOut;
  }
  let end = plainLine(cursor);
  if (cursor.pos >= text.length) {
    cursor.toNextLine();
    return { kind: 'scalar', start, end, style: 'plain', value: undefined };
  }
  if (text.charCodeAt(cursor.pos) === HASH) {
    cursor.toNextLine();
    if (!cursor.done && cursor.column > parent) throw BailOut;
    return { kind: 'scalar', start, end, style: 'plain', value: undefined };
  }
  let value: string | undefined;
  while (continues(cursor, parent)) {
    const from = cursor.pos;
    const blank = blankLines(text, end, from);
    const before: string = value ?? text.slice(start, end);
    end = plainLine(cursor);
    value = before + (blank === 0 ? ' ' : '\n'.repeat(blank)) + text.slice(from, end);
    if (text.charCodeAt(cursor.pos) === HASH) {
      cursor.toNextLine();
      if (!cursor.done && cursor.column > parent) throw BailOut;
      break;
    }
  }
  return { kind: 'scalar', start, end, style: 'plain', value };
}

/** Moves to the next content; true where that continues the scalar. A comment in between would end it. */
function continues(cursor: Cursor, parent: number): boolean {
  if (cursor.pos >= cursor.text.length) {
    cursor.toNextLine();
    return false;
  }
  const lineEnd = cursor.pos;
  cursor.toNextLine();
  if (cursor.done || cursor.column <= parent) return false;
  const between = cursor.text.slice(lineEnd, cursor.pos);
  if (between.includes('#')) throw BailOut;
  return true;
}

/** How many empty lines lie between the end of one line of a scalar and the next. */
function blankLines(text: string, end: number, next: number): number {
  let count = -1;
  for (let at = text.indexOf('\n', end); at >= 0 && at < next; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Reads a line of a plain scalar; answers the end of its content and leaves the cursor at the break or comment. */
function plainLine(cursor: Cursor): number {
  const { text } = cursor;
  const length = text.length;
  const start = cursor.pos;
  let p = start;
  for (; p < length; p++) {
    const code = text.charCodeAt(p);
    // Letters and spaces are nearly everything: they are let through first.
    if ((code > COLON && code < 127) || code === SPACE) continue;
    if (code === LF) break;
    if (code === CR) {
      if (text.charCodeAt(p + 1) !== LF) throw BailOut;
      break;
    }
    if (code === HASH && p > start && text.charCodeAt(p - 1) === SPACE) break;
    if (code === COLON && endsKey(text, p + 1)) throw BailOut;
    if (code < SPACE || code === 127 || (code >= 0x80 && isOdd(code))) throw BailOut;
  }
  cursor.pos = p;
  while (text.charCodeAt(p - 1) === SPACE) p--;
  return p;
}

function endsKey(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return next === SPACE || next === LF || next === CR || next === TAB || at >= text.length;
}

/** Control and break-like characters that readers disagree on. */
export function isOdd(code: number): boolean {
  return (
    (code >= 0x80 && code < 0xa0) || code === 0x2028 || code === 0x2029 || code === 0xfeff || code >= 0xfffe
  );
}

/** A single-quoted text on one line. */
export function singleQuoted(cursor: Cursor): Scalar {
  const { text } = cursor;
  const start = cursor.pos;
  let p = start + 1;
  let escaped = false;
  for (; ; p++) {
    const code = text.charCodeAt(p);
    if (code === 39) {
      if (text.charCodeAt(p + 1) !== 39) break;
      escaped = true;
      p++;
      continue;
    }
    if (!(code >= SPACE) || code === 127 || (code >= 0x80 && isOdd(code))) throw BailOut;
  }
  cursor.pos = p + 1;
  const inner = text.slice(start + 1, p);
  return {
    kind: 'scalar',
    start,
    end: p + 1,
    style: 'single',
    value: escaped ? inner.replaceAll("''", "'") : inner,
  };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

/** A double-quoted text on one line, with the common escapes. */
export function doubleQuoted(cursor: Cursor): Scalar {
  const { text } = cursor;
  const start = cursor.pos;
  let p = start + 1;
  let from = p;
  let value = '';
  for (; ; p++) {
    const code = text.charCodeAt(p);
    if (code === 34) break;
    if (code === 92) {
      const decoded = ESCAPES.get(text.charAt(p + 1));
      if (decoded === undefined) throw BailOut;
      value += text.slice(from, p) + decoded;
      p++;
      from = p + 1;
      continue;
    }
    if (!(code >= SPACE) || code === 127 || (code >= 0x80 && isOdd(code))) throw BailOut;
  }
  cursor.pos = p + 1;
  return { kind: 'scalar', start, end: p + 1, style: 'double', value: value + text.slice(from, p) };
}

/** A literal or folded block with the chomping `-` or none, and without an indentation indicator. */
export function blockScalar(cursor: Cursor, parent: number): Scalar {
  const { text } = cursor;
  const start = cursor.pos;
  const folded = text.charCodeAt(start) === 62;
  let p = start + 1;
  const strip = text.charCodeAt(p) === 45;
  if (strip) p++;
  const newline = text.indexOf('\n', p);
  if (newline < 0 || !/^(?: *| +#.*)\r?$/.test(text.slice(p, newline))) throw BailOut;
  const block = blockLines(text, newline + 1, parent);
  if (!strip && !block.closed) throw BailOut;
  cursor.pos = block.next;
  cursor.nextContent();
  if (!cursor.done && cursor.column > parent) throw BailOut;
  const body = folded ? fold(block.lines) : block.lines.join('\n');
  return {
    kind: 'scalar',
    start,
    end: block.end,
    style: folded ? 'folded' : 'literal',
    value: strip ? body : body + '\n',
  };
}

interface BlockLines {
  /** The content lines without indentation, trailing empty lines left out. */
  readonly lines: string[];
  /** Behind the last content character. */
  readonly end: number;
  /** Start of the first line that no longer belongs to the block. */
  readonly next: number;
  /** The last content line ends with a line break. */
  readonly closed: boolean;
}

function blockLines(text: string, from: number, parent: number): BlockLines {
  const length = text.length;
  const lines: string[] = [];
  let indent = -1;
  let kept = 0;
  let end = -1;
  let closed = false;
  let p = from;
  while (p < length) {
    const newline = text.indexOf('\n', p);
    const stop = newline < 0 ? length : newline;
    let q = p;
    while (text.charCodeAt(q) === SPACE) q++;
    const code = text.charCodeAt(q);
    if (q >= stop || (code === CR && q + 1 === stop && newline >= 0)) {
      // Spaces behind the indentation would be content: rare enough to hand on.
      if (indent < 0 ? q > p : q - p > indent) throw BailOut;
      lines.push('');
    } else {
      if (code === TAB || code === CR) throw BailOut;
      const column = q - p;
      if (indent < 0) {
        if (column <= parent) throw BailOut;
        indent = column;
      }
      if (column < indent) break;
      const contentEnd = newline >= 0 && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop;
      const line = text.slice(p + indent, contentEnd);
      // Exactly the characters that readers treat differently.
      if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(line)) throw BailOut;
      lines.push(line);
      kept = lines.length;
      end = contentEnd;
      closed = newline >= 0;
    }
    p = newline < 0 ? length : newline + 1;
  }
  if (indent < 0) throw BailOut;
  lines.length = kept;
  return { lines, end, next: p, closed };
}

/** Folds lines as `>` does; lines that begin with a space would stay apart and are handed on. */
function fold(lines: readonly string[]): string {
  let body = '';
  let blank = 0;
  let first = true;
  for (const line of lines) {
    if (line === '') {
      blank++;
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) throw BailOut;
    if (first) body = '\n'.repeat(blank) + line;
    else body += (blank === 0 ? ' ' : '\n'.repeat(blank)) + line;
    first = false;
    blank = 0;
  }
  return body;
}
