/** Flow collections of the exact scanner: `[a, b]` and `{a: 1, b: "x"}` on one line, nested a few levels deep. */
import type { MapNode, Node, Pair, Scalar, SeqNode } from './node.ts';
import { BailOut, doubleQuoted, isOdd, singleQuoted, type Cursor } from './scanScalar.ts';

const SPACE = 32;
const COLON = 58;
const COMMA = 44;
const MAX_DEPTH = 48;

/** Reads the collection at the cursor and leaves the cursor behind its closing bracket. */
export function flowCollection(cursor: Cursor, depth: number): MapNode | SeqNode {
  if (depth > MAX_DEPTH) throw BailOut;
  return cursor.text.charCodeAt(cursor.pos) === 91 ? flowSeq(cursor, depth) : flowMap(cursor, depth);
}

function flowSeq(cursor: Cursor, depth: number): SeqNode {
  const start = cursor.pos;
  const items: Node[] = [];
  cursor.pos++;
  if (skipSpaces(cursor) === 93) cursor.pos++;
  else {
    for (;;) {
      items.push(flowNode(cursor, depth));
      const code = skipSpaces(cursor);
      cursor.pos++;
      if (code === 93) break;
      if (code !== COMMA) throw BailOut;
      skipSpaces(cursor);
    }
  }
  return { kind: 'seq', start, end: cursor.pos, flow: true, items };
}

function flowMap(cursor: Cursor, depth: number): MapNode {
  const start = cursor.pos;
  const pairs: Pair[] = [];
  cursor.pos++;
  if (skipSpaces(cursor) === 125) cursor.pos++;
  else {
    for (;;) {
      const pair = flowPair(cursor, depth);
      const name = keyText(cursor.text, pair.key);
      for (const other of pairs) if (keyText(cursor.text, other.key) === name) throw BailOut;
      pairs.push(pair);
      const code = skipSpaces(cursor);
      cursor.pos++;
      if (code === 125) break;
      if (code !== COMMA) throw BailOut;
      skipSpaces(cursor);
    }
  }
  return { kind: 'map', start, end: cursor.pos, flow: true, pairs };
}

function keyText(text: string, key: Node): string {
  return (key.kind === 'scalar' ? key.value : undefined) ?? text.slice(key.start, key.end);
}

function flowPair(cursor: Cursor, depth: number): Pair {
  const { text } = cursor;
  const code = text.charCodeAt(cursor.pos);
  if (code === 91 || code === 123) throw BailOut;
  const key = flowScalar(cursor, true);
  if (skipSpaces(cursor) !== COLON) return { key, value: undefined };
  if (cursor.pos !== key.end || text.charCodeAt(cursor.pos + 1) !== SPACE) throw BailOut;
  cursor.pos++;
  const next = skipSpaces(cursor);
  if (next === COMMA || next === 125) throw BailOut;
  return { key, value: flowNode(cursor, depth) };
}

function flowNode(cursor: Cursor, depth: number): Node {
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === 91 || code === 123) return flowCollection(cursor, depth + 1);
  const scalar = flowScalar(cursor, false);
  if (skipSpaces(cursor) === COLON) throw BailOut;
  return scalar;
}

function flowScalar(cursor: Cursor, isKey: boolean): Scalar {
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === 34) return doubleQuoted(cursor);
  if (code === 39) return singleQuoted(cursor);
  return flowPlain(cursor, isKey);
}

/** A plain scalar in flow context: no indicators in front, no brackets, commas or `#` inside. */
function flowPlain(cursor: Cursor, isKey: boolean): Scalar {
  const { text } = cursor;
  const start = cursor.pos;
  if (isIndicator(text.charCodeAt(start))) throw BailOut;
  let p = start;
  let end = start;
  for (; ; p++) {
    const code = text.charCodeAt(p);
    if (code === SPACE) continue;
    if (code === COMMA || code === 93 || code === 125) break;
    if (!(code > SPACE) || code === 91 || code === 123 || code === 35 || code === 127) throw BailOut;
    if (code >= 0x80 && isOdd(code)) throw BailOut;
    if (code === COLON) {
      const next = text.charCodeAt(p + 1);
      if (next === SPACE) {
        if (!isKey) throw BailOut;
        break;
      }
      if (!(next > SPACE) || next === COMMA || next === 91 || next === 93 || next === 123 || next === 125)
        throw BailOut;
    }
    end = p + 1;
  }
  if (end === start) throw BailOut;
  cursor.pos = end;
  return { kind: 'scalar', start, end, style: 'plain', value: undefined };
}

const INDICATORS = new Set([...'-?:[]{},#&*!|>\'"%@`'].map((c) => c.charCodeAt(0)));

/** A leading dash is fine before a digit or letter elsewhere; readers differ on the rest, so all are handed on. */
function isIndicator(code: number): boolean {
  return INDICATORS.has(code);
}

function skipSpaces(cursor: Cursor): number {
  let code = cursor.text.charCodeAt(cursor.pos);
  while (code === SPACE) code = cursor.text.charCodeAt(++cursor.pos);
  return code;
}
