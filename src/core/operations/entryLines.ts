/**
 * Which lines of a block list (`- a`) belong to which of its entries: where its dash stands, the comments above, where
 * it ends. Offsets are those of the text that holds the list.
 */
import type { SeqNode } from '../yaml/node.ts';
import {
  columnOf,
  endsWithKeptLines,
  isBlankLine,
  isCommentLine,
  lineEnd,
  lineStart,
  nextLine,
} from '../yaml/trivia.ts';

/** Where the lines with the dashes of a block list start. */
export function dashLines(seq: SeqNode, column: number, text: string): number[] {
  const starts: number[] = [];
  for (let at = lineStart(text, seq.start); at <= seq.end && at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (columnOf(line) === column && /^-(?:[ \t]|$)/.test(line.slice(column))) starts.push(at);
  }
  return starts;
}

/** The start of the comment lines directly above a line, at its column; the line itself where there are none. */
export function leadStart(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const words = text.slice(above, start);
    if (!isCommentLine(words) || columnOf(words) !== column) break;
    start = above;
  }
  return start;
}

export function blankAbove(text: string, line: number): boolean {
  return line > 0 && isBlankLine(text.slice(lineStart(text, line - 1), line));
}

/** The end of an entry's last line, with the deeper comments below it. */
export function entryEnd(
  seq: SeqNode,
  index: number,
  column: number,
  text: string,
  limit: number | undefined,
): number {
  const node = seq.items[index];
  let end = lineEnd(text, node?.end ?? seq.end);
  const keeps = endsWithKeptLines(node, text);
  const stop = limit ?? text.length;
  for (let next = nextLine(text, end); next < stop; next = nextLine(text, next)) {
    const line = text.slice(next, nextLine(text, next));
    if (isBlankLine(line) ? !keeps : !isCommentLine(line) || columnOf(line) <= column) break;
    end = lineEnd(text, next);
  }
  return end;
}

/** The start of the blank lines directly above a line; the line itself where there are none. */
export function aboveBlankLines(text: string, line: number): number {
  let start = line;
  while (blankAbove(text, start)) start = lineStart(text, start - 1);
  return start;
}
