/**
 * An exact reader for the plain subset of YAML that people write backlogs in: block mappings and sequences, plain
 * and quoted scalars, one-line flow collections, literal and folded blocks. Whatever it does not fully understand
 * (anchors, tags, tabs, odd indentation, anything broken) it hands on by answering `undefined`; where it answers,
 * its tree is exactly that of the `yaml` package. It must never guess.
 */
import { BailOut, blockScalar, doubleQuoted, plainBlock, singleQuoted, type Cursor } from './scanScalar.ts';
import { flowCollection } from './scanFlow.ts';
import type { MapNode, Node, Pair, Scalar, SeqNode } from './node.ts';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
const COLON = 58;
const MAX_DEPTH = 48;
/** YAML's own limit for a key on one line is 1,024 characters. */
const MAX_KEY = 1000;

export type Scanned = { readonly root: Node | undefined } | undefined;

/** Reads a whole text that holds one block collection. `{root: undefined}` where there is nothing but comments. */
export function scan(text: string): Scanned {
  scanner.begin(text);
  try {
    if (!scanner.nextContent()) return { root: undefined };
    const root = scanner.block(-1, 0);
    if (!scanner.done) return undefined;
    return { root };
  } catch (error) {
    if (error === BailOut) return undefined;
    throw error;
  } finally {
    scanner.begin('');
  }
}

class Scanner implements Cursor {
  /** Offset of the next content character, and its column; valid unless `done`. */
  pos = 0;
  column = 0;
  done = false;
  text = '';

  begin(text: string): void {
    this.text = text;
    this.pos = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.column = 0;
    this.done = false;
  }

  /** From the start of a line to the first character of content at or behind it. False at the end of the text. */
  nextContent(): boolean {
    const { text } = this;
    const length = text.length;
    let p = this.pos;
    for (;;) {
      const lineStart = p;
      let code = text.charCodeAt(p);
      while (code === SPACE) code = text.charCodeAt(++p);
      if (p >= length) return this.finish();
      if (code === CR && text.charCodeAt(p + 1) === LF) code = text.charCodeAt(++p);
      if (code === LF) {
        p++;
        continue;
      }
      if (code === TAB || code === CR) throw BailOut;
      if (code === HASH) {
        p = text.indexOf('\n', p) + 1;
        if (p === 0) return this.finish();
        continue;
      }
      this.pos = p;
      this.column = p - lineStart;
      return true;
    }
  }

  private finish(): false {
    this.done = true;
    this.column = -1;
    this.pos = this.text.length;
    return false;
  }

  /** The block node at the cursor; `parent` is the column of the collection that it stands in. */
  block(parent: number, depth: number): Node {
    if (depth > MAX_DEPTH) throw BailOut;
    if (this.atDash()) return this.sequence(this.column, depth);
    const keyEnd = this.keyEnd(this.pos);
    if (keyEnd >= 0) return this.mapping(this.column, keyEnd, depth);
    const value = this.inline(parent, depth);
    if (value === undefined) throw BailOut;
    return value;
  }

  private atDash(): boolean {
    return this.text.charCodeAt(this.pos) === DASH && this.isBreakOrSpace(this.pos + 1);
  }

  private isBreakOrSpace(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return (
      code === SPACE ||
      code === LF ||
      (code === CR && this.text.charCodeAt(at + 1) === LF) ||
      at >= this.text.length
    );
  }

  private sequence(column: number, depth: number): SeqNode {
    const start = this.pos;
    const items: (Node | undefined)[] = [];
    let end = start;
    while (!this.done && this.column === column && this.atDash()) {
      const dash = this.pos;
      this.pos++;
      const item = this.entry(column, dash, depth);
      items.push(item);
      end = item === undefined ? dash + 1 : item.end;
    }
    if (!this.done && this.column > column) throw BailOut;
    return { kind: 'seq', start, end, flow: false, items };
  }

  /** What stands behind a dash. */
  private entry(column: number, dash: number, depth: number): Node | undefined {
    const { text } = this;
    let p = this.pos;
    while (text.charCodeAt(p) === SPACE) p++;
    const code = text.charCodeAt(p);
    if (p >= text.length || code === LF || code === CR || code === HASH) {
      this.pos = p;
      this.toNextLine();
      if (this.done || this.column <= column) return undefined;
      return this.block(column, depth + 1);
    }
    this.pos = p;
    this.column = column + (p - dash);
    if (this.atDash()) {
      if (depth > MAX_DEPTH) throw BailOut;
      return this.sequence(this.column, depth + 1);
    }
    const keyEnd = this.keyEnd(p);
    if (keyEnd >= 0) return this.mapping(this.column, keyEnd, depth + 1);
    return this.inline(column, depth + 1);
  }

  private mapping(column: number, firstKeyEnd: number, depth: number): MapNode {
    if (depth > MAX_DEPTH) throw BailOut;
    const { text } = this;
    const start = this.pos;
    const pairs: Pair[] = [];
    let end = start;
    let keyEnd = firstKeyEnd;
    for (;;) {
      const key: Scalar = { kind: 'scalar', start: this.pos, end: keyEnd, style: 'plain', value: undefined };
      for (const pair of pairs) if (sameText(text, pair.key, key)) throw BailOut;
      this.pos = keyEnd + 1;
      const value = this.value(column, depth);
      pairs.push({ key, value });
      end = value === undefined ? keyEnd + 1 : value.end;
      if (this.done || this.column < column) break;
      if (this.column > column) throw BailOut;
      keyEnd = this.keyEnd(this.pos);
      if (keyEnd < 0) throw BailOut;
    }
    return { kind: 'map', start, end, flow: false, pairs };
  }

  /** What stands behind a key's colon. */
  private value(column: number, depth: number): Node | undefined {
    const { text } = this;
    let p = this.pos;
    while (text.charCodeAt(p) === SPACE) p++;
    const code = text.charCodeAt(p);
    if (p >= text.length || code === LF || code === CR || code === HASH) {
      this.pos = p;
      this.toNextLine();
      if (this.done || this.column < column) return undefined;
      if (this.column === column) return this.atDash() ? this.sequenceAtKey(column, depth) : undefined;
      return this.block(column, depth + 1);
    }
    this.pos = p;
    return this.inline(column, depth + 1);
  }

  /** A sequence whose dashes stand at the column of the key that it belongs to. */
  private sequenceAtKey(column: number, depth: number): SeqNode {
    if (depth > MAX_DEPTH) throw BailOut;
    return this.sequence(column, depth + 1);
  }

  /** A scalar or flow collection that begins at the cursor; leaves the cursor at the next content. */
  private inline(parent: number, depth: number): Node | undefined {
    const code = this.text.charCodeAt(this.pos);
    switch (code) {
      case 34:
        return this.closed(doubleQuoted(this));
      case 39:
        return this.closed(singleQuoted(this));
      case 91:
      case 123:
        return this.closed(flowCollection(this, depth));
      case 124:
      case 62:
        return blockScalar(this, parent);
      default:
        return plainBlock(this, parent);
    }
  }

  /** Behind a value that ends by a character of its own, only spaces and a comment may follow on the line. */
  private closed<N extends Node>(node: N): N {
    const { text } = this;
    let p = this.pos;
    while (text.charCodeAt(p) === SPACE) p++;
    const code = text.charCodeAt(p);
    if (p < text.length && code !== LF && code !== CR && (code !== HASH || p === this.pos)) throw BailOut;
    this.pos = p;
    this.toNextLine();
    return node;
  }

  /** From the end of a line's content (a break or a comment) to the next content. */
  toNextLine(): void {
    const newline = this.text.indexOf('\n', this.pos);
    if (newline < 0) {
      if (this.text.charCodeAt(this.pos) === CR) throw BailOut;
      this.finish();
      return;
    }
    if (this.text.charCodeAt(this.pos) === CR && newline !== this.pos + 1) throw BailOut;
    this.pos = newline + 1;
    this.nextContent();
  }

  /** The offset of the colon of a plain key at `at`, or -1 where this is no key that the scanner knows. */
  private keyEnd(at: number): number {
    const { text } = this;
    let code = text.charCodeAt(at);
    if (!isKeyStart(code)) return -1;
    let p = at;
    while (isKeyPart(code)) code = text.charCodeAt(++p);
    return code === COLON && p - at < MAX_KEY && this.isBreakOrSpace(p + 1) ? p : -1;
  }
}

/**
 * One scanner for all texts, one after the other: with the last object of a class the engine throws away the code that
 * it has compiled for it, and scanning would take three times as long after each collection of garbage.
 */
const scanner = new Scanner();

function isKeyStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57)
  );
}

function isKeyPart(code: number): boolean {
  return isKeyStart(code) || code === DASH || code === 46 || code === 47;
}

function sameText(text: string, a: Node, b: Node): boolean {
  const length = a.end - a.start;
  if (length !== b.end - b.start) return false;
  for (let i = 0; i < length; i++) {
    if (text.charCodeAt(a.start + i) !== text.charCodeAt(b.start + i)) return false;
  }
  return true;
}
