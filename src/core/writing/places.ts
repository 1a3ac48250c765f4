/**
 * Where each character of a decoded scalar stands in the source. Walks text and source side by side; where they can't
 * be matched, every character stands for the whole scalar, so that a finding is wide rather than wrong.
 */
import { type Scalar, scalarText } from '../yaml/node.ts';

/** Offsets in the source, one for each UTF-16 unit of the text and one for its end. */
export function placesOf(node: Scalar, source: string): Int32Array {
  const text = scalarText(node, source);
  const places = new Int32Array(text.length + 1);
  const walk = node.style === 'literal' || node.style === 'folded' ? blockPlaces : flowPlaces;
  if (walk(node, source, text, places)) return places;
  places.fill(node.start);
  places[text.length] = node.end;
  return places;
}

type Walk = (node: Scalar, source: string, text: string, places: Int32Array) => boolean;

const FOLD = /[ \t]*\r?\n[ \t\r\n]*/y;

const flowPlaces: Walk = (node, source, text, places) => {
  const quoted = node.style === 'single' || node.style === 'double';
  let at = node.start + (quoted ? 1 : 0);
  let i = 0;
  while (i < text.length) {
    if (node.style === 'double') {
      const joined = /\\\r?\n[ \t]*/y;
      joined.lastIndex = at;
      const match = joined.exec(source);
      if (match) {
        at += match[0].length;
        continue;
      }
    }
    FOLD.lastIndex = at;
    const fold = FOLD.exec(source);
    if (fold) {
      const breaks = fold[0].split('\n').length - 1;
      const made = breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
      if (!text.startsWith(made, i)) return false;
      for (let k = 0; k < made.length; k++) places[i++] = at;
      at += fold[0].length;
      continue;
    }
    const length = unitLength(node, source, at);
    const units =
      node.style === 'double' && source[at + 1] === 'U' && length === 10 ? unitsOf(source, at) : 1;
    if (length === 1 && source[at] !== text[i]) return false;
    for (let k = 0; k < units; k++) places[i++] = at;
    at += length;
  }
  places[text.length] = at;
  return at <= node.end;
};

/** How many characters of the source spell the unit that stands there. */
function unitLength(node: Scalar, source: string, at: number): number {
  if (node.style === 'single' && source[at] === "'") return 2;
  if (node.style !== 'double' || source[at] !== '\\') return 1;
  switch (source[at + 1]) {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

function unitsOf(source: string, at: number): number {
  return Number.parseInt(source.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1;
}

const HEADER = /[|>][^\n]*\n/y;

const blockPlaces: Walk = (node, source, text, places) => {
  HEADER.lastIndex = node.start;
  const header = HEADER.exec(source);
  if (!header) return text.length === 0;
  let at = node.start + header[0].length;
  const indent = blockIndent(header[0], source, at, node, text);
  at = skipIndent(source, at, indent);
  let i = 0;
  while (i < text.length) {
    const character = source[at];
    if (character === '\n' || (character === '\r' && source[at + 1] === '\n')) {
      const next = skipIndent(source, at + (character === '\r' ? 2 : 1), indent);
      // A folded line break is a space, and the first of several is none at all.
      if (text[i] === '\n' || text[i] === ' ') places[i++] = at;
      else if (node.style === 'literal') return false;
      at = next;
      continue;
    }
    if (at >= source.length) {
      // What keeps line breaks at the end may count one that the text has not got.
      for (; i < text.length && text[i] === '\n'; i++) places[i] = at;
      break;
    }
    if (character !== text[i]) return false;
    places[i++] = at++;
  }
  places[text.length] = Math.max(at, places[text.length - 1] ?? at);
  return i === text.length;
};

/** The column at which the block's text stands: the first line that is not blank tells, or an explicit number less than it. */
function blockIndent(header: string, source: string, from: number, node: Scalar, text: string): number {
  const lines = source.slice(from, Math.max(from, node.end)).split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const column = first.length - first.trimStart().length;
  if (!/^[|>][-+]?[1-9]/.test(header)) return column;
  // The number counts from the parent's column, which is not known here: the text itself tells how much is kept.
  const own = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return Math.max(0, column - (own.length - own.trimStart().length));
}

function skipIndent(source: string, at: number, indent: number): number {
  let end = at;
  while (end < at + indent && source[end] === ' ') end++;
  return end;
}
