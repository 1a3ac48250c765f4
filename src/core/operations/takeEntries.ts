/** Takes entries out of a list field as pieces that can be put elsewhere. Offsets are those of the slice. */
import type { Span, TextEdit } from '../text/span.ts';
import type { Node, SeqNode } from '../yaml/node.ts';
import { columnIn, isBlankLine, lineEnd, lineStart, nextLine } from '../yaml/trivia.ts';
import { spell, type Spelled } from '../yaml/spelled.ts';
import { aboveBlankLines, blankAbove, dashLines, entryEnd, leadStart } from './entryLines.ts';
import { columnOfKeys, extentEnd, pairEnd, removeFromFlow, removeLines, removePair } from './fieldEdits.ts';
import type { ListPlace } from './listPlace.ts';

/** An entry that was taken out. */
export interface Piece {
  /** Its lines without their line breaks, the dash at `column`, with its comments; undefined where it has none of its own. */
  readonly lines: readonly string[] | undefined;
  readonly column: number;
  /** What it says, for a list of another form; undefined where it says nothing. */
  readonly value: Spelled | undefined;
}

export interface Taken {
  readonly pieces: readonly Piece[];
  /** What takes them out. */
  readonly edits: readonly TextEdit[];
  /** Where comments go that belong to the field and not to an entry. */
  readonly mayLose: readonly Span[];
  /** Blank lines keep the entries apart. */
  readonly spaced: boolean;
  /** How far the dashes stand behind the key; undefined where the list has no lines of its own. */
  readonly offset: number | undefined;
}

/**
 * @param indexes sorted positions, at least one
 * @returns undefined where the list has a form that can't be taken apart
 */
export function takeEntries(from: ListPlace, indexes: readonly number[]): Taken | undefined {
  const { text } = from.entry.slice;
  const { pair, nodes, place } = from;
  if (pair === undefined) return undefined;
  const value = pair.value;
  const all = indexes.length === nodes.length;
  if (all && place.map.pairs.length === 1) return undefined;
  if (value?.kind !== 'seq' || value.flow) {
    const bare = value?.kind !== 'seq' && !place.map.flow;
    const spans = indexes.map((index) => inlineSpan(nodes[index], bare, text));
    const pieces = indexes.map((index, i) => inlinePiece(nodes[index], spans[i] as Span, text));
    const edits = all ? undefined : flowRemoval(value, indexes, text);
    if (!all && edits === undefined) return undefined;
    return {
      pieces,
      edits: edits ?? removePair(place.map, pair, text),
      mayLose: all ? outside(extentOf(from), bare ? spans : []) : [],
      spaced: false,
      offset: undefined,
    };
  }
  const lines = linesOfEntries(value, text);
  if (lines === undefined) return undefined;
  const pieces = indexes.map((index) => blockPiece(value, index, lines, text));
  const taken = indexes.flatMap((index) => lines[index] ?? []);
  const column = value.start - lineStart(text, value.start);
  const spaced = value.items.length > 1 && lines.slice(1).some(({ start }) => blankAbove(text, start));
  const offset = column - (place.map.flow ? 0 : columnOfKeys(place.map, text));
  if (all) {
    const edits = removePair(place.map, pair, text);
    return { pieces, edits, mayLose: outside(extentOf(from), taken), spaced, offset };
  }
  return { pieces, edits: groups(indexes, lines, text), mayLose: [], spaced, offset };
}

/** From the first character of a pair to the end of its last line. */
function extentOf({ place: { map }, pair, entry: { slice } }: ListPlace): Span {
  if (pair === undefined) return { start: 0, end: 0 };
  const { text } = slice;
  const end = map.flow ? pairEnd(pair, text) : extentEnd(pair, columnOfKeys(map, text), text);
  return { start: pair.key.start, end };
}

/** What is left of a span without others in it, which are sorted. */
function outside(span: Span, inner: readonly Span[]): Span[] {
  const left: Span[] = [];
  let start = span.start;
  for (const each of inner) {
    if (each.start > start) left.push({ start, end: each.start });
    start = Math.max(start, each.end);
  }
  if (span.end > start) left.push({ start, end: span.end });
  return left;
}

/** The lines of each entry, from the comments above its dash to the comments below it. */
export function linesOfEntries(seq: SeqNode, text: string): Span[] | undefined {
  const column = seq.start - lineStart(text, seq.start);
  const dashes = dashLines(seq, column, text);
  if (dashes.length !== seq.items.length) return undefined;
  return dashes.map((dash, index) => {
    const next = dashes[index + 1];
    const limit = next === undefined ? undefined : leadStart(text, next, column);
    const start = leadStart(text, dash, column);
    const end =
      seq.items[index] === undefined ? lineEnd(text, dash) : entryEnd(seq, index, column, text, limit);
    return { start, end };
  });
}

function blockPiece(seq: SeqNode, index: number, lines: readonly Span[], text: string): Piece {
  const { start, end } = lines[index] as Span; // One for each entry, and the index is one of theirs.
  return {
    lines: text.slice(start, end).split(/\r?\n/),
    column: seq.start - lineStart(text, seq.start),
    value: spelled(seq.items[index], text),
  };
}

export function spelled(node: Node | undefined, text: string): Spelled | undefined {
  return node === undefined ? undefined : spell(node, text, columnIn(text, node.start));
}

/** What a value covers; of a bare one, with the comment behind it. */
function inlineSpan(node: Node | undefined, bare: boolean, text: string): Span {
  if (node === undefined) return { start: 0, end: 0 };
  const { start, end } = node;
  const behind = text.slice(end, lineEnd(text, end));
  return { start, end: bare && behind.trimStart().startsWith('#') ? lineEnd(text, end) : end };
}

/** A bare value or one of a `[…]` list: on one line it can stand behind a dash as it is. */
function inlinePiece(node: Node | undefined, { start, end }: Span, text: string): Piece {
  const words = text.slice(start, end);
  const oneLine = !words.includes('\n') && words !== '';
  return { lines: oneLine ? [`- ${words}`] : undefined, column: 0, value: spelled(node, text) };
}

function flowRemoval(
  value: Node | undefined,
  indexes: readonly number[],
  text: string,
): TextEdit[] | undefined {
  const [index] = indexes;
  if (value?.kind !== 'seq' || index === undefined) return undefined;
  const edits: TextEdit[] = [];
  for (const group of grouped(indexes)) {
    const first = value.items[group[0] ?? 0];
    const last = value.items[group.at(-1) ?? 0];
    if (first === undefined || last === undefined) return undefined;
    const next = value.items[(group.at(-1) ?? 0) + 1]?.start;
    const before = value.items[(group[0] ?? 0) - 1]?.end;
    edits.push(...removeFromFlow(text, { start: first.start, end: last.end }, next, before));
  }
  return edits;
}

/** Neighbours are taken out together. */
function grouped(indexes: readonly number[]): number[][] {
  const all: number[][] = [];
  for (const index of indexes) {
    const open = all.at(-1);
    if (open?.at(-1) === index - 1) open.push(index);
    else all.push([index]);
  }
  return all;
}

function groups(indexes: readonly number[], lines: readonly Span[], text: string): TextEdit[] {
  return grouped(indexes).map((group) => {
    const first = group[0] ?? 0;
    const last = group.at(-1) ?? 0;
    const start = lines[first]?.start ?? 0;
    let end = lines[last]?.end ?? start;
    const isLast = last === lines.length - 1;
    const below = nextLine(text, end);
    const blankBelow = !isLast && isBlankLine(text.slice(below, nextLine(text, below)));
    // One of two runs of blank lines goes with the entries that they kept apart.
    if (first === 0 && blankBelow) {
      while (isBlankLine(text.slice(nextLine(text, end), nextLine(text, nextLine(text, end))))) {
        end = lineEnd(text, nextLine(text, end));
      }
    }
    return removeLines(text, first > 0 && (isLast || blankBelow) ? aboveBlankLines(text, start) : start, end);
  });
}
