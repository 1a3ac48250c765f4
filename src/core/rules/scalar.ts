/**
 * Questions about scalars that are asked of every item at load: answered on the characters of the source, without
 * cutting texts out of it.
 */
import { scalarText } from '../yaml/node.ts';
import type { MapNode, Node, Pair, Scalar } from '../yaml/node.ts';

const SPACE = 32;
const TAB = 9;

/** True where the scalar reads as exactly this word. */
export function reads(node: Scalar, text: string, word: string): boolean {
  if (node.value !== undefined) return node.value === word;
  return node.end - node.start === word.length && text.startsWith(word, node.start);
}

/** Where in the list the scalar's text stands, or -1. */
export function indexIn(node: Scalar, text: string, words: readonly string[]): number {
  for (let index = 0; index < words.length; index++) {
    if (reads(node, text, words[index] ?? '')) return index;
  }
  return -1;
}

/** The first pair with this key. */
export function pairWith(map: MapNode, key: string, text: string): Pair | undefined {
  for (const pair of map.pairs) {
    if (pair.key.kind === 'scalar' && reads(pair.key, text, key)) return pair;
  }
  return undefined;
}

/** What YAML reads as null: nothing, `~`, `null`. */
export function isNothing(node: Node | undefined, text: string): boolean {
  if (node === undefined) return true;
  if (node.kind !== 'scalar' || node.style !== 'plain') return false;
  const length = node.end - node.start;
  if (length !== 4) return length === 0 || (length === 1 && text.charCodeAt(node.start) === 126);
  return reads(node, text, 'null') || reads(node, text, 'Null') || reads(node, text, 'NULL');
}

/** Nothing, an empty text, an empty list or an empty mapping. */
export function isEmpty(node: Node | undefined, text: string): boolean {
  if (node === undefined || isNothing(node, text)) return true;
  if (node.kind === 'seq') return node.items.every((item) => isNothing(item, text));
  if (node.kind === 'map') return node.pairs.length === 0;
  return node.kind === 'scalar' && node.value !== undefined && node.value.trim() === '';
}

/** The number that the scalar spells, or NaN. */
export function numberIn(node: Scalar, text: string): number {
  const source = node.value ?? text;
  const start = node.value === undefined ? node.start : 0;
  const end = node.value === undefined ? node.end : node.value.length;
  const length = end - start;
  if (length > 0 && length < 9) {
    let value = 0;
    let at = start;
    for (; at < end; at++) {
      const digit = source.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === end) return value;
  }
  const written = source.slice(start, end);
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(written) ? Number(written) : NaN;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` that exists, or NaN. */
export function dayIn(node: Scalar, text: string): number {
  const source = node.value ?? text;
  const start = node.value === undefined ? node.start : 0;
  const end = node.value === undefined ? node.end : node.value.length;
  if (end - start !== 10) return NaN;
  if (source.charCodeAt(start + 4) !== 45 || source.charCodeAt(start + 7) !== 45) return NaN;
  const year = digits(source, start, 4);
  const month = digits(source, start + 5, 2);
  const day = digits(source, start + 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NaN;
  return daysFromCivil(year, month, day);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(source: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = source.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Howard Hinnant's days_from_civil: years begin in March, eras have 400 years. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The offset of a `#` that follows `at` behind spaces and stands directly before a text, or -1. */
export function hashBehind(text: string, at: number): number {
  let p = at;
  let code = text.charCodeAt(p);
  if (code !== SPACE && code !== TAB) return -1;
  while (code === SPACE || code === TAB) code = text.charCodeAt(++p);
  if (code !== 35) return -1;
  const next = text.charCodeAt(p + 1);
  // What ends the line or the text, a space, or a second hash makes it a comment like any other.
  return next > SPACE && next !== 35 ? p : -1;
}

/** The offset behind the last character of the line that is not a space. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  let end = newline < 0 ? text.length : newline;
  while (end > at && text.charCodeAt(end - 1) <= SPACE) end--;
  return end;
}

/** The scalar's text for a message: on one line, and short. */
export function shown(node: Scalar, text: string): string {
  const line = scalarText(node, text).replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
