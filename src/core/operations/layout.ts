/**
 * Lists as rows of items with gaps between them: which lines travel with an item, which stay, and how many blank
 * lines keep two items apart. Works on lines alone; what it makes is verified by reading it again.
 */
import type { TextEdit } from '../text/span.ts';
import { readSlice } from '../yaml/read.ts';
import type { Slice, SlicedText } from '../yaml/slicedText.ts';
import { endsWithKeptLines, isBlankLine, isCommentLine, itemExtent, linesOf } from '../yaml/trivia.ts';
import { trimmed } from './restore.ts';

/** Slices that follow one another as the items of one list. */
export interface Run {
  /** Index of the slice with the list's key. */
  readonly head: number;
  /** Index of the last item. */
  readonly last: number;
}

/** The run that an item's slice is in. */
export function runOf(source: SlicedText, index: number): Run {
  const { slices } = source;
  const section = slices[index]?.section;
  const isItem = (at: number): boolean => slices[at]?.kind === 'item' && slices[at].section === section;
  let head = index;
  while (head > 0 && isItem(head)) head--;
  let last = index;
  while (isItem(last + 1)) last++;
  return { head, last };
}

export interface Parts {
  /** The item's lines, or the line of the list's key. */
  readonly own: string;
  /** Blank lines and comments behind them that belong to the list. */
  readonly gap: string;
  /** True where the item can't be told from what stands around it. */
  readonly unclear: boolean;
}

/** What of a slice is its item, and what is the gap behind it. */
export function partsOf(slice: Slice): Parts {
  const { text } = slice;
  if (slice.kind !== 'item') {
    const end = keyLineEnd(text);
    return { own: text.slice(0, end), gap: text.slice(end), unclear: false };
  }
  const keeps = /[|>]\d?\+/.test(text) && endsWithKeptLines(readSlice(slice).root, text);
  const { end, foreign } = itemExtent(text, slice.listIndent, keeps);
  return {
    own: text.slice(0, end),
    gap: text.slice(end),
    unclear: foreign || slice.indent !== slice.listIndent,
  };
}

/** Behind the line with the key of a list. */
function keyLineEnd(text: string): number {
  let end = 0;
  for (const line of linesOf(text)) {
    end += line.length;
    if (!isBlankLine(line) && !isCommentLine(line)) return end;
  }
  return end;
}

function isPure(gap: string): boolean {
  return isBlankLine(gap);
}

function blanksOf(gap: string): number {
  return linesOf(gap).length;
}

/** How many blank lines keep items apart around here: those of the nearest gap that holds nothing else. */
export function rhythmAt(source: SlicedText, run: Run, index: number): number {
  for (let distance = 0; distance < 8; distance++) {
    for (const at of [index - 1 - distance, index + distance]) {
      const slice = source.slices[at];
      if (slice === undefined || at <= run.head || at >= run.last) continue;
      const { gap } = partsOf(slice);
      if (isPure(gap)) return blanksOf(gap);
    }
  }
  return 0;
}

/** The gap that is left where the items between several gaps are gone. */
function mergedGap(gaps: readonly string[], atHead: boolean, atEnd: boolean): string {
  const [first = '', ...others] = gaps;
  if (others.length === 0) return first;
  if (gaps.every(isPure)) {
    if (atEnd) return gaps.at(-1) ?? '';
    return atHead ? first : gaps.reduce((a, b) => (blanksOf(b) > blanksOf(a) ? b : a));
  }
  return others.reduce(joinedGap, first);
}

/** Two gaps one behind the other, without doubling the blank lines where they meet. */
function joinedGap(a: string, b: string): string {
  const left = linesOf(a);
  const right = linesOf(b);
  let trailing = 0;
  while (trailing < left.length && isBlankLine(left[left.length - 1 - trailing] ?? '')) trailing++;
  let leading = 0;
  while (leading < right.length && isBlankLine(right[leading] ?? '')) leading++;
  return trailing >= leading
    ? a + right.slice(leading).join('')
    : left.slice(0, left.length - trailing).join('') + b;
}

/** What is done between two slices that stay where they are. */
export interface Region {
  /** Index of the item (or list key) that stays in front. */
  readonly before: number;
  /** Index of the item that stays behind, or one past the run's last where there is none. */
  readonly next: number;
  readonly run: Run;
  /** Items' lines to put in, each ending in a line break, and on which side of the comments between. */
  readonly insert?: { readonly items: readonly string[]; readonly side: 'behind' | 'ahead' };
}

/** Rewrites a region: items between its ends are gone, others come in. Undefined where nothing changes. */
export function regionEdit(source: SlicedText, region: Region, eol: string): TextEdit | undefined {
  const { before, next, run, insert } = region;
  const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : text + eol);
  const slices = source.slices.slice(before, next);
  const [first] = slices;
  if (first === undefined) return undefined;
  const atHead = before === run.head;
  const atEnd = next > run.last;
  const gaps = slices.map((slice) => ended(partsOf(slice).gap));
  const gap = mergedGap(gaps, atHead, atEnd);
  const own = partsOf(first).own;
  const line = /\r?\n$/.exec(own)?.[0] ?? '';
  const start = source.startOf(before) + own.length - line.length;
  const end = source.startOf(next);
  const old = source.slice(start, end);
  const middle = insert === undefined ? gap : withInsertion(source, region, gap, insert, eol);
  let text = (line === '' ? eol : line) + middle;
  const atFileEnd = end === source.length;
  if (atFileEnd && !old.endsWith('\n')) text = text.replace(/\r?\n$/, '');
  return splitAtLine(start, old, text, line);
}

function withInsertion(
  source: SlicedText,
  region: Region,
  gap: string,
  insert: NonNullable<Region['insert']>,
  eol: string,
): string {
  const { before, next, run } = region;
  const atHead = before === run.head;
  const atEnd = next > run.last;
  const between = !atHead && !atEnd && isPure(gap);
  const blanks = between ? blanksOf(gap) : rhythmAt(source, run, insert.side === 'behind' ? before : next);
  const space = eol.repeat(blanks);
  const block = insert.items.join(space);
  return insert.side === 'behind' ? (atHead ? '' : space) + block + gap : gap + block + (atEnd ? '' : space);
}

/** The edit without the lines that stay; the first line break counts as a line of its own. */
function splitAtLine(start: number, old: string, text: string, line: string): TextEdit | undefined {
  if (line !== '' && old.startsWith(line) && text.startsWith(line)) {
    return trimmed(start + line.length, old.slice(line.length), text.slice(line.length));
  }
  return old === text ? undefined : { start, end: start + old.length, text };
}
