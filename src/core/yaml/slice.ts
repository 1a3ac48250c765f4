/**
 * Cuts the text of a backlog file at its top-level keys and at the items of its top-level lists, by lines alone.
 * In valid YAML no line at the column of a list's dashes that starts with a dash can lie inside an item, so the cut
 * is exact there; in broken text it keeps what is broken inside one slice. It never judges and never throws.
 */
export type SliceKind =
  /** What comes before the first top-level key. */
  | 'head'
  /** A top-level key with its whole value. */
  | 'section'
  /** The line of a top-level key whose value is a block list, up to the list's first item. */
  | 'list'
  /** One item of such a list, with the comment lines directly above its dash. */
  | 'item'
  /** Everything from a second document on. */
  | 'rest'
  /** A file that can't be cut: its top level is not a plain block mapping. */
  | 'whole';

/** A piece of the file. Immutable, and the same object for as long as its text and place in the file's order stay. */
export class Slice {
  constructor(
    readonly text: string,
    readonly kind: SliceKind,
    /** The top-level key that this belongs to; empty in the head, the rest and the whole. */
    readonly section: string,
    /** Column of an item's dash; -1 elsewhere. */
    readonly indent: number,
    /** Column of the dashes of the list that an item belongs to; -1 elsewhere. */
    readonly listIndent: number,
    /** How many line breaks the text holds. */
    readonly breaks: number,
  ) {}

  like(other: Slice): boolean {
    return (
      this.kind === other.kind &&
      this.section === other.section &&
      this.indent === other.indent &&
      this.listIndent === other.listIndent &&
      this.text === other.text
    );
  }
}

/** What the cutter knows where a slice begins. */
export interface CutState {
  readonly kind: SliceKind;
  readonly section: string;
  readonly listIndent: number;
}

export const AT_START: CutState = { kind: 'head', section: '', listIndent: -1 };

const CR = 13;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;
const BOM = 0xfeff;

/**
 * Cuts `text`, which begins where a slice with state `from` begins.
 * Answers `undefined` where the file as a whole can't be cut (see `SliceKind` `whole`).
 */
export function cut(text: string, from: CutState): Slice[] | undefined {
  return new Cutter(text, from).run();
}

/** The one slice of a file that can't be cut. */
export function wholeSlice(text: string): Slice {
  return new Slice(text, 'whole', '', -1, -1, countBreaks(text));
}

export function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

class Cutter {
  /** With the last object of a class the engine throws away the code compiled for it; this one stays. */
  static readonly kept = new Cutter('', AT_START);

  private readonly slices: Slice[] = [];
  private start = 0;
  private kind: SliceKind;
  private section: string;
  private indent = -1;
  private listIndent: number;
  /** Where the comment lines directly above the current line begin: at column 0, and up to the dash's column. */
  private run0 = -1;
  private runDash = -1;
  private breaks = 0;
  private breaksAtRun0 = 0;
  private breaksAtRunDash = 0;
  private breaksAtStart = 0;
  /** True until the slice at the start has met its own first line (a key or a dash). */
  private opening: boolean;
  /** A key with an empty value was met, and nothing but comments since. */
  private awaitsList = false;
  private sawDocumentStart = false;
  private readonly atFileStart: boolean;

  constructor(
    private readonly text: string,
    from: CutState,
  ) {
    this.kind = from.kind;
    this.atFileStart = from === AT_START;
    this.section = from.section;
    this.listIndent = from.listIndent;
    this.opening = from.kind !== 'head' && from.kind !== 'rest';
  }

  run(): Slice[] | undefined {
    const { text } = this;
    const length = text.length;
    let at = 0;
    while (at < length && this.kind !== 'rest') {
      const newline = text.indexOf('\n', at);
      const next = newline < 0 ? length : newline + 1;
      if (!this.line(at, newline < 0 ? length : newline)) return undefined;
      at = next;
      if (newline >= 0) this.breaks++;
    }
    if (this.kind === 'rest') {
      for (let i = text.indexOf('\n', at); at < length && i >= 0; i = text.indexOf('\n', i + 1))
        this.breaks++;
    }
    this.close(length, this.breaks);
    return this.slices;
  }

  /** Reads one line; false where the file can't be cut. */
  private line(at: number, end: number): boolean {
    const { text } = this;
    let p = at;
    if (p === 0 && this.atFileStart && text.charCodeAt(0) === BOM) p = 1;
    const base = p;
    let code = text.charCodeAt(p);
    while (code === SPACE && p < end) code = text.charCodeAt(++p);
    if (p >= end || (code === CR && p + 1 === end)) {
      this.run0 = this.runDash = -1;
      return true;
    }
    const column = p - base;
    if (code === HASH) {
      this.comment(at, column);
      return true;
    }
    if (code === DASH && isBlankOrEnd(text, p + 1, end)) {
      return this.dash(at, column);
    }
    if (column === 0) return this.flush(at, p, end, code);
    if (this.kind === 'head' && !this.opening) return false;
    this.awaitsList = false;
    this.run0 = this.runDash = -1;
    return true;
  }

  private comment(at: number, column: number): void {
    if (column === 0) {
      if (this.run0 < 0) {
        this.run0 = at;
        this.breaksAtRun0 = this.breaks;
      }
    } else this.run0 = -1;
    if (this.awaitsList || column <= this.listIndent) {
      if (this.runDash < 0) {
        this.runDash = at;
        this.breaksAtRunDash = this.breaks;
      }
    } else this.runDash = -1;
  }

  private dash(at: number, column: number): boolean {
    if (this.kind === 'head' && !this.opening) return false;
    if (this.awaitsList) {
      this.kind = 'list';
      this.listIndent = column;
      this.awaitsList = false;
      this.open(this.runDash, this.breaksAtRunDash, at);
      this.kind = 'item';
      this.indent = column;
    } else if (this.kind === 'item' && column <= this.listIndent) {
      if (this.opening) this.opening = false;
      else this.open(this.runDash, this.breaksAtRunDash, at);
      this.kind = 'item';
      this.indent = column;
    }
    this.run0 = this.runDash = -1;
    return true;
  }

  /** A line with something other than a dash or a comment at column 0. */
  private flush(at: number, p: number, end: number, code: number): boolean {
    const { text } = this;
    const marker = documentMarker(text, p, end, code);
    if (marker !== undefined) return this.marker(at, p, end, marker);
    const colon = keyEnd(text, p, end, code);
    if (colon < 0) {
      if (unsplittable(text, p, end, code, this.kind === 'head' && !this.opening)) return false;
      this.awaitsList = false;
      this.run0 = this.runDash = -1;
      return true;
    }
    if (this.opening && (this.kind === 'section' || this.kind === 'list')) this.opening = false;
    else this.open(this.run0, this.breaksAtRun0, at);
    this.opening = false;
    this.kind = 'section';
    this.section = unquoted(text.slice(p, colon).trimEnd());
    this.indent = this.listIndent = -1;
    this.awaitsList = isEmptyValue(text, colon + 1, end);
    this.run0 = this.runDash = -1;
    return true;
  }

  private marker(at: number, p: number, end: number, marker: 'start' | 'end' | 'directive'): boolean {
    const inHead = this.kind === 'head' && !this.opening;
    if (marker === 'directive') return !inHead;
    if (inHead && marker === 'start' && !this.sawDocumentStart) {
      this.sawDocumentStart = true;
      this.run0 = this.runDash = -1;
      return isEmptyValue(this.text, p + 3, end);
    }
    this.open(-1, 0, at);
    this.opening = false;
    this.kind = 'rest';
    this.section = '';
    this.indent = this.listIndent = -1;
    this.awaitsList = false;
    return true;
  }

  /** Ends the current slice where the new one begins: at its leading comments, or at its first line. */
  private open(run: number, breaksAtRun: number, at: number): void {
    if (run >= 0) this.close(run, breaksAtRun);
    else this.close(at, this.breaks);
  }

  private close(end: number, breaks: number): void {
    if (end > this.start) {
      const text = this.text.slice(this.start, end);
      const inList = this.kind === 'item';
      this.slices.push(
        new Slice(
          text,
          this.kind,
          this.section,
          inList ? this.indent : -1,
          inList ? this.listIndent : -1,
          breaks - this.breaksAtStart,
        ),
      );
    }
    this.start = end;
    this.breaksAtStart = breaks;
  }
}

function isBlankOrEnd(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const code = text.charCodeAt(at);
  return code === SPACE || code === TAB || code === CR;
}

/** `---`, `...` or a `%` directive at column 0. */
function documentMarker(
  text: string,
  p: number,
  end: number,
  code: number,
): 'start' | 'end' | 'directive' | undefined {
  if (code === DASH && text.startsWith('---', p) && isBlankOrEnd(text, p + 3, end)) return 'start';
  if (code === 46 && text.startsWith('...', p) && isBlankOrEnd(text, p + 3, end)) return 'end';
  return code === 37 ? 'directive' : undefined;
}

/** Characters that can't begin a plain key. */
const NO_KEY = new Set([...'\t#[]{},&*!|>\'"%@`'].map((c) => c.charCodeAt(0)));

/** The offset of the colon of a key that begins at `p`, or -1. */
function keyEnd(text: string, p: number, end: number, code: number): number {
  if (code === 34 || code === 39) return quotedKeyEnd(text, p, end, code);
  if (NO_KEY.has(code)) return -1;
  if ((code === 63 || code === 58 || code === DASH) && isBlankOrEnd(text, p + 1, end)) return -1;
  for (let i = p; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 58 && isBlankOrEnd(text, i + 1, end)) return i;
    if (c === HASH && i > p && isBlankOrEnd(text, i - 1, end)) return -1;
  }
  return -1;
}

const QUOTED_KEY = /(?:"[^"\\\n]*"|'[^'\n]*')(?=[ \t]*:(?:[ \t\r\n]|$))/y;

function quotedKeyEnd(text: string, p: number, end: number, _code: number): number {
  QUOTED_KEY.lastIndex = p;
  const match = QUOTED_KEY.exec(text);
  if (!match || p + match[0].length > end) return -1;
  return text.indexOf(':', p + match[0].length);
}

function unquoted(key: string): string {
  return key.startsWith('"') || key.startsWith("'") ? key.slice(1, -1) : key;
}

function isEmptyValue(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && isBlankOrEnd(text, i, end)) i++;
  return i >= end || (text.charCodeAt(i) === HASH && i > at);
}

const EXPLICIT_KEY = /\?(?:[ \t\r\n]|$)/y;
const DECORATED_KEY = /(?:[&!][^\s]*[ \t]+[^\n]*?:|\*[^\s]+[ \t]*:)(?:[ \t\r\n]|$)/y;
const FIRST_LINE = /[[{?&*!|>"'-]/y;

/** Top levels that lines can't cut: a flow or explicit-key mapping, a decorated key, a bare sequence. */
function unsplittable(text: string, p: number, end: number, code: number, first: boolean): boolean {
  if (first) {
    FIRST_LINE.lastIndex = p;
    if (FIRST_LINE.test(text)) return true;
  }
  if (code === 63) {
    EXPLICIT_KEY.lastIndex = p;
    return EXPLICIT_KEY.test(text);
  }
  if (code !== 38 && code !== 33 && code !== 42) return false;
  DECORATED_KEY.lastIndex = p;
  const match = DECORATED_KEY.exec(text);
  return match !== null && p + match[0].length <= end + 1;
}
