/**
 * Puts entries that were taken out elsewhere into a list field, in the form that the list has: with their own lines
 * into a list of lines, written anew into a list on one line. Offsets are those of the slice; several ways are given,
 * of which the first that is proven right is taken.
 */
import type { TextEdit } from '../text/span.ts';
import { type Node, type Scalar, scalarText, type SeqNode } from '../yaml/node.ts';
import { lineEnd, lineStart } from '../yaml/trivia.ts';
import { type Plain, renderEntry } from '../yaml/writeBlock.ts';
import { insertEntry } from './entryEdits.ts';
import { blankAbove, dashLines, entryEnd, leadStart } from './entryLines.ts';
import { colonEnd, columnOfKeys, insertPair, insertPairLines, type Writing } from './fieldEdits.ts';
import type { ListPlace } from './listPlace.ts';
import { replaceValue } from './replaceValue.ts';
import { type Piece, spelled } from './takeEntries.ts';
import { bareTexts } from './validate.ts';

export interface Putting {
  readonly pieces: readonly Piece[];
  /** Position in the list from 0. */
  readonly at: number;
  readonly eol: string;
  /** The keys of the item in the order in which they are written. */
  readonly order: readonly string[];
  /** What the lists that the entries come from look like, for a list that is new. */
  readonly spaced: boolean;
  readonly offset: number;
  readonly onOneLine: boolean;
}

/** The longest entry of a list on one line. */
const SHORT = 60;

export function* putEntries(to: ListPlace, putting: Putting): Generator<readonly TextEdit[]> {
  const value = to.pair?.value;
  const short = putting.pieces.every(
    ({ lines, value }) =>
      lines?.length === 1 && value?.node.kind === 'scalar' && isShort(value.node, value.text),
  );
  // A new list is written as the one that its entries come from.
  const onOneLine =
    to.nodes.length === 0 ? putting.onOneLine : value?.kind === 'seq' && value.flow && value.items.length > 0;
  const ways = onOneLine && short ? [inValues, inLines] : [inLines, inValues];
  for (const way of ways) {
    const edits = way(to, putting);
    if (edits !== undefined) yield edits;
  }
}

function isShort(node: Scalar, text: string): boolean {
  const words = scalarText(node, text);
  return words.length <= SHORT && !words.includes('\n');
}

function inLines(to: ListPlace, putting: Putting): readonly TextEdit[] | undefined {
  const { place, pair } = to;
  const { text } = to.entry.slice;
  if (place.map.flow) return undefined;
  const value = pair?.value;
  if (value?.kind === 'seq' && !value.flow) return intoBlock(value, putting, to);
  const keys = columnOfKeys(place.map, text);
  const column = keys + putting.offset;
  const there = to.nodes.map((node) => inlineLines(node, column, to));
  const lines = [...there];
  lines.splice(putting.at, 0, ...putting.pieces.map((piece) => linesAt(piece, column, to)));
  if (lines.some((entry) => entry === undefined)) return undefined;
  return asBlock(to, apart(lines as string[][], putting.spaced), putting.order, putting.eol);
}

/**
 * Writes a field as a list of lines, in place of what it is now. The comment behind its key stays there.
 * @param lines the entries with their indentation
 * @param order the keys of the mapping in the order in which they are written, for a field that is not there
 */
export function asBlock(
  to: ListPlace,
  lines: readonly string[],
  order: readonly string[],
  eol: string,
): readonly TextEdit[] | undefined {
  const { place, pair } = to;
  const { text } = to.entry.slice;
  if (pair === undefined) {
    const key = to.field.split('.').at(-1) ?? '';
    return insertPairLines(place.map, key, [`${key}:`, ...lines], order, text, eol);
  }
  const colon = colonEnd(pair, text);
  if (colon === undefined) return undefined;
  const end = Math.max(colon, pair.value?.end ?? colon);
  const at = lineEnd(text, end);
  const inserted = { start: at, end: at, text: lines.map((line) => eol + line).join('') };
  if (end === colon) return [inserted];
  const gone = { start: colon, end, text: '' };
  return gone.end === at ? [{ ...inserted, start: colon }] : [gone, inserted];
}

/** The lines of an entry that stands in no lines of its own. */
export function inlineLines(node: Node | undefined, column: number, to: ListPlace): string[] | undefined {
  const { text } = to.entry.slice;
  const words = node === undefined ? '' : text.slice(node.start, node.end);
  const block = node?.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
  if (!words.includes('\n') && words !== '' && !block) return [`${' '.repeat(column)}- ${words}`];
  return written(spelled(node, text), column, to);
}

function written(value: Plain | undefined, column: number, to: ListPlace): string[] | undefined {
  return value === undefined ? undefined : renderEntry(value, { indent: column, bare: bareTexts(to.shape) });
}

/** The lines of a piece with the dash at a column. */
function linesAt(piece: Piece, column: number, to: ListPlace): string[] | undefined {
  const by = column - piece.column;
  if (piece.lines === undefined) return written(piece.value, column, to);
  if (by === 0) return [...piece.lines];
  return piece.lines.map((line) => {
    if (line.trim() === '') return line;
    return by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, line.length - line.trimStart().length));
  });
}

/** All lines one behind the other, with a blank one between two entries where they are kept apart. */
function apart(entries: readonly (readonly string[])[], spaced: boolean): string[] {
  return entries.flatMap((lines, i) => (spaced && i > 0 ? ['', ...lines] : lines));
}

function intoBlock(seq: SeqNode, putting: Putting, to: ListPlace): readonly TextEdit[] | undefined {
  const { text } = to.entry.slice;
  const { eol, at } = putting;
  const column = seq.start - lineStart(text, seq.start);
  const dashes = dashLines(seq, column, text);
  if (dashes.length !== seq.items.length || dashes.length === 0) return undefined;
  const entries = putting.pieces.map((piece) => linesAt(piece, column, to));
  if (entries.some((entry) => entry === undefined)) return undefined;
  const spaced =
    dashes.length > 1 ? blankAbove(text, leadStart(text, dashes.at(-1) ?? 0, column)) : putting.spaced;
  const lines = apart(entries as string[][], spaced);
  const next = dashes[at];
  if (next !== undefined) {
    const start = leadStart(text, next, column);
    const gap = spaced ? eol : '';
    return [{ start, end: start, text: lines.map((line) => line + eol).join('') + gap }];
  }
  const end = entryEnd(seq, seq.items.length - 1, column, text, undefined);
  return [{ start: end, end, text: (spaced ? eol : '') + lines.map((line) => eol + line).join('') }];
}

/** The entries written anew: into a list or a mapping on one line, or where their own lines don't fit. */
function inValues(to: ListPlace, putting: Putting): readonly TextEdit[] | undefined {
  const { place, pair, shape } = to;
  const { text } = to.entry.slice;
  const added: Plain[] = putting.pieces.map(({ value }) => value ?? null);
  const writing: Writing = { eol: putting.eol, bare: bareTexts(shape), quoted: false };
  const value = pair?.value;
  if (value?.kind === 'seq' && added.length === 1)
    return insertEntry(value, putting.at, added[0] ?? null, text, writing);
  const all: Plain[] = to.nodes.map((node) => spelled(node, text) ?? null);
  all.splice(putting.at, 0, ...added);
  if (pair === undefined) {
    const key = to.field.split('.').at(-1) ?? '';
    return insertPair(place.map, key, all, putting.order, text, writing);
  }
  const context = { flow: place.map.flow, column: place.map.flow ? 0 : columnOfKeys(place.map, text) };
  return replaceValue(pair, all, context, text, writing);
}
