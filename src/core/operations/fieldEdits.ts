/**
 * Where the pairs of a mapping begin and end in the text, and the edits that add one or take one away.
 * Offsets are those of the slice. Nothing here is trusted: every edit is verified by reading it again.
 */
import type { TextEdit } from '../text/span.ts';
import type { MapNode, Pair } from '../yaml/node.ts';
import type { SlicedText } from '../yaml/slicedText.ts';
import {
  columnOf,
  endsWithKeptLines,
  eolOf,
  isBlankLine,
  isCommentLine,
  lineEnd,
  lineStart,
  nextLine,
} from '../yaml/trivia.ts';
import { type BareTexts, type Plain, renderBlock, renderFlow, renderKey } from '../yaml/writeBlock.ts';
import { keyText } from './fieldPath.ts';

/** How a value is written. */
export interface Writing {
  readonly eol: string;
  readonly bare: BareTexts;
  /** Quote every text: the second try, where the first did not come out right. */
  readonly quoted: boolean;
}

/** The line break of the slice, or of the file where the slice has none. */
export function eolFor(source: SlicedText, sliceText: string): string {
  if (sliceText.includes('\n')) return eolOf(sliceText);
  return eolOf(source.slices.find((slice) => slice.breaks > 0)?.text ?? '');
}

/** The column of a block mapping's keys. */
export function columnOfKeys(map: MapNode, text: string): number {
  const first = map.pairs[0]?.key.start ?? map.start;
  return first - lineStart(text, first);
}

/** Offset behind the colon of a pair, or undefined where no colon follows the key. */
export function colonEnd(pair: Pair, text: string): number | undefined {
  let at = pair.key.end;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return text.charAt(at) === ':' ? at + 1 : undefined;
}

/** Behind the last character of a pair, comments left out. */
export function pairEnd(pair: Pair, text: string): number {
  return pair.value?.end ?? colonEnd(pair, text) ?? pair.key.end;
}

/**
 * The end of the last line of a block pair, its line break left out: with the comment behind its value, and with
 * comment lines directly below that are indented deeper than its key.
 */
export function extentEnd(pair: Pair, column: number, text: string): number {
  let end = lineEnd(text, pairEnd(pair, text));
  const keeps = endsWithKeptLines(pair.value, text);
  for (let next = nextLine(text, end); next < text.length; next = nextLine(text, next)) {
    const line = text.slice(next, nextLine(text, next));
    if (isBlankLine(line) ? !keeps : !isCommentLine(line) || columnOf(line) <= column) break;
    end = lineEnd(text, next);
  }
  return end;
}

/** The pair behind which a key belongs: of those that come before it in `order`, the one that comes last. */
function predecessor(map: MapNode, key: string, order: readonly string[], text: string): Pair | undefined {
  const rankOf = (name: string): number => {
    const rank = order.indexOf(name);
    return rank < 0 ? order.length : rank;
  };
  const rank = rankOf(key);
  let best: Pair | undefined;
  let bestRank = -1;
  for (const pair of map.pairs) {
    const other = rankOf(keyText(pair, text));
    if (other <= rank && other >= bestRank) {
      best = pair;
      bestRank = other;
    }
  }
  return best;
}

/** Adds a pair where its key belongs. */
export function insertPair(
  map: MapNode,
  key: string,
  value: Plain,
  order: readonly string[],
  text: string,
  writing: Writing,
): TextEdit[] {
  const before = predecessor(map, key, order, text);
  const first = map.pairs[0];
  if (map.flow) {
    const pair = `${renderKey(key)}: ${renderFlow(value, writing.bare)}`;
    if (before !== undefined) return [insertion(pairEnd(before, text), `, ${pair}`)];
    if (first !== undefined) return [insertion(first.key.start, `${pair}, `)];
    return [insertion(map.start + 1, pair)];
  }
  const column = columnOfKeys(map, text);
  const scalar = writing.quoted ? ({ style: 'double' } as const) : {};
  const { head, lines } = renderBlock(value, { indent: column, bare: writing.bare, scalar });
  const own = `${renderKey(key)}:${head === '' ? '' : ` ${head}`}`;
  return insertPairLines(map, key, [own, ...lines], order, text, writing.eol);
}

/**
 * Adds a pair to a block mapping where its key belongs.
 * @param lines what is written: the first without its indentation, which is that of the mapping's keys
 */
export function insertPairLines(
  map: MapNode,
  key: string,
  lines: readonly string[],
  order: readonly string[],
  text: string,
  eol: string,
): TextEdit[] {
  const before = predecessor(map, key, order, text);
  const column = columnOfKeys(map, text);
  const margin = ' '.repeat(column);
  if (before === undefined) {
    const at = map.pairs[0]?.key.start ?? map.start;
    return [insertion(at, `${lines.join(eol)}${eol}${margin}`)];
  }
  const [own = '', ...below] = lines;
  return [
    insertion(extentEnd(before, column, text), [margin + own, ...below].map((line) => eol + line).join('')),
  ];
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** Takes a pair away, where its mapping has others. Comments above it stay. */
export function removePair(map: MapNode, pair: Pair, text: string): TextEdit[] {
  const index = map.pairs.indexOf(pair);
  const next = map.pairs[index + 1];
  if (map.flow) {
    return removeFromFlow(
      text,
      { start: pair.key.start, end: pairEnd(pair, text) },
      next?.key.start,
      previousEnd(map, index, text),
    );
  }
  const column = columnOfKeys(map, text);
  const end = extentEnd(pair, column, text);
  const start = lineStart(text, pair.key.start);
  if (text.slice(start, pair.key.start).trim() === '') return [removeLines(text, start, end)];
  if (next === undefined) return [{ start: pair.key.start, end, text: '' }];
  if (text.slice(end, next.key.start).trim() === '')
    return [{ start: pair.key.start, end: next.key.start, text: '' }];
  const dash = text.slice(start, pair.key.start).trimEnd().length;
  return [{ start: start + dash, end, text: '' }];
}

function previousEnd(map: MapNode, index: number, text: string): number | undefined {
  const previous = map.pairs[index - 1];
  return previous === undefined ? undefined : pairEnd(previous, text);
}

/** Removes whole lines, with the line break behind them, or that before them at the end of the text. */
export function removeLines(text: string, start: number, end: number): TextEdit {
  const next = nextLine(text, end);
  if (next > end || start === 0) return { start, end: next, text: '' };
  return { start: lineEnd(text, lineStart(text, start - 1)), end, text: '' };
}

/** Takes one entry out of a flow collection, with the comma that it no longer needs. */
export function removeFromFlow(
  text: string,
  entry: { readonly start: number; readonly end: number },
  nextStart: number | undefined,
  beforeEnd: number | undefined,
): TextEdit[] {
  if (nextStart !== undefined) {
    if (!/[#\n]/.test(text.slice(entry.end, nextStart)))
      return [{ start: entry.start, end: nextStart, text: '' }];
    const comma = commaAfter(text, entry.end);
    const ends = lineEnd(text, comma);
    const start = lineStart(text, entry.start);
    if (text.slice(comma, ends).trim() === '' && text.slice(start, entry.start).trim() === '') {
      return [removeLines(text, start, ends)];
    }
    return [
      { start: entry.start, end: entry.end, text: '' },
      { start: comma - 1, end: comma, text: '' },
    ];
  }
  if (beforeEnd === undefined) return removeOnly(text, entry);
  if (!text.slice(beforeEnd, entry.start).includes('#'))
    return [{ start: beforeEnd, end: entry.end, text: '' }];
  const comma = commaAfter(text, beforeEnd);
  return [
    { start: comma - 1, end: comma, text: '' },
    { start: entry.start, end: entry.end, text: '' },
  ];
}

/** The only entry of a flow collection, with the comma that may stand behind it. */
function removeOnly(text: string, entry: { readonly start: number; readonly end: number }): TextEdit[] {
  const edits = [{ start: entry.start, end: entry.end, text: '' }];
  const comma = commaAfter(text, entry.end);
  const between = text.slice(entry.end, comma - 1).replaceAll(/(?<=\s)#.*/g, '');
  if (between.trim() !== '' || text.charAt(comma - 1) !== ',') return edits;
  return [...edits, { start: comma - 1, end: comma, text: '' }];
}

/** Behind the next comma that is not in a comment. */
function commaAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '#') at = lineEnd(text, at);
    else if (character === ',') return at + 1;
  }
  return text.length;
}
