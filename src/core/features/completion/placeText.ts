/** How a line of YAML is taken apart by its characters: keys, dashes, quotes, comments. */
import { unquote } from './placeFlow.ts';

/** A key with its colon. */
export const KEY =
  /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#[\]{},&*!|>%@`-][^#]*?|-[^\s#][^#]*?)[ \t]*:(?=[ \t\r]|$)/;
/** What opens a block of text. */
export const BLOCK_SCALAR = /^(?:[&!]\S+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/;

/** An entry's text as it is meant, without the comment behind it. */
export function bareEntry(source: string): string {
  return unquote(source.replace(/[ \t]#.*$/s, '').trim());
}

/** The end of a line without the carriage return. */
export function lineEndOf(text: string, end: number): number {
  return text[end - 1] === '\r' ? end - 1 : end;
}

export function isDash(text: string, at: number): boolean {
  if (text[at] !== '-') return false;
  const next = text[at + 1];
  return next === undefined || next === ' ' || next === '\t' || next === '\n' || next === '\r';
}

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Where the value that begins at `start` ends on its line, at least at the cursor: without a comment or blanks behind. */
export function valueEnd(text: string, start: number, cursor: number, end: number): number {
  const first = text[start];
  if (first === '"' || first === "'") return Math.min(quotedEnd(text, start), end);
  return Math.max(cursor, trimmedEnd(text, start, end));
}

export function trimmedEnd(text: string, start: number, end: number): number {
  const rest = text.slice(start, end).replace(/(?:^|[ \t])#.*$/s, '');
  return start + rest.trimEnd().length;
}

/** Behind the closing quote of the text that begins at `start`, or at the text's end where there is none. */
export function quotedEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return text.length;
}
