/**
 * What stands around values: line breaks, comments, blank lines, and which lines of a slice belong to its item.
 * Ownership follows lines and columns, never the parser's idea of which node a comment hangs on.
 */
import type { Span } from '../text/span.ts';
import type { Node } from './node.ts';

/** The line break that the text uses: that of its first line, `\n` where there is none. */
export function eolOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charCodeAt(newline - 1) === 13 ? '\r\n' : '\n';
}

/** Offset where the line that holds `offset` starts. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** How far from the start of its line an offset stands. */
export function columnIn(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Offset behind the last character of the line that holds `offset`, its line break left out. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** Offset where the next line starts, or the text's length. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** The lines of a text with their line breaks. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

export function isBlankLine(line: string): boolean {
  return /^[ \t\r\n\ufeff]*$/.test(line);
}

/** The column of a line's first character that is no space, or -1 on a blank line. */
export function columnOf(line: string): number {
  return isBlankLine(line) ? -1 : line.search(/[^ ]/);
}

export function isCommentLine(line: string): boolean {
  return /^[ \t\ufeff]*#/.test(line);
}

/** Which part of an item's slice is the item: offsets in the slice's text, all at line starts. */
export interface ItemExtent {
  /** Behind the last line of the item, its line break included. From 0 to here is what travels with it. */
  readonly end: number;
  /** Where the line with the dash starts; in front of it are the item's leading comment lines. */
  readonly dash: number;
  /** True where a line stands too far left to be a part of the item. */
  readonly foreign: boolean;
}

/**
 * The lines that belong to the item of a slice: the comment lines directly above its dash, its own lines, and the
 * comments that are indented deeper than its dash. Blank lines and other comments behind it are the list's.
 * @param listIndent column of the list's dashes
 * @param keepsBlankLines the item ends with a block scalar whose blank lines are text (`|+`)
 */
export function itemExtent(text: string, listIndent: number, keepsBlankLines: boolean): ItemExtent {
  let dash = -1;
  let end = 0;
  let foreign = false;
  let at = 0;
  let onlyBlank = true;
  for (const line of linesOf(text)) {
    const next = at + line.length;
    const column = columnOf(line);
    if (dash < 0) {
      if (column >= 0 && !isCommentLine(line)) {
        dash = at;
        end = next;
      }
    } else if (column < 0) {
      if (keepsBlankLines && onlyBlank) end = next;
    } else if (column > listIndent) {
      end = next;
      onlyBlank = true;
    } else if (isCommentLine(line)) {
      onlyBlank = false;
    } else {
      foreign = true;
      end = next;
    }
    at = next;
  }
  return { end, dash: Math.max(0, dash), foreign };
}

/** True where the last value of the tree is a block scalar that keeps the blank lines behind it. */
export function endsWithKeptLines(root: Node | undefined, text: string): boolean {
  let node = root;
  while (node !== undefined) {
    switch (node.kind) {
      case 'map':
        node = node.flow ? undefined : node.pairs.at(-1)?.value;
        break;
      case 'seq':
        node = node.flow ? undefined : node.items.at(-1);
        break;
      case 'scalar':
        return (
          (node.style === 'literal' || node.style === 'folded') &&
          /^[|>]\d?\+/.test(text.slice(node.start, node.start + 3))
        );
      case 'alias':
        return false;
    }
  }
  return false;
}

/** The comments of a slice, each from its `#` to the end of its line. */
export function commentsOf(root: Node | undefined, text: string): Span[] {
  if (!text.includes('#')) return [];
  const values: Span[] = [];
  collectTexts(root, text, values);
  values.sort((a, b) => a.start - b.start);
  const comments: Span[] = [];
  let next = 0;
  for (let hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
    while (next < values.length && (values[next] as Span).end <= hash) next++;
    const value = values[next];
    if (value !== undefined && value.start <= hash) continue;
    if (hash > 0 && !/[ \t\r\n\ufeff]/.test(text.charAt(hash - 1))) continue;
    const end = lineEnd(text, hash);
    comments.push({ start: hash, end });
    hash = end - 1;
  }
  return comments;
}

/** Where a `#` is text: scalars, of block scalars the lines below the header. */
function collectTexts(node: Node | undefined, text: string, into: Span[]): void {
  if (node === undefined) return;
  switch (node.kind) {
    case 'scalar': {
      const block = node.style === 'literal' || node.style === 'folded';
      const start = block ? Math.min(nextLine(text, node.start), node.end) : node.start;
      if (start < node.end) into.push({ start, end: node.end });
      return;
    }
    case 'map':
      for (const pair of node.pairs) {
        collectTexts(pair.key, text, into);
        collectTexts(pair.value, text, into);
      }
      return;
    case 'seq':
      for (const item of node.items) collectTexts(item, text, into);
      return;
    case 'alias':
      return;
  }
}
