/**
 * Finds where a cursor stands inside a flow collection (`[a, b]`, `{k: v}`), closed or still being typed.
 * Looks at characters alone, so that half a line is as good as a whole one.
 */
import type { Span } from '../../text/span.ts';

/** A step into a list, in a path of keys. */
export const ENTRY = 0;
/** A key of a mapping, or a step into a list. */
export type Step = string | typeof ENTRY;

/** Where a cursor stands inside a flow collection. Offsets are those of the text that was looked at. */
export interface FlowPlace {
  readonly at: 'cursor';
  /** From the collection inward. */
  readonly path: readonly Step[];
  readonly wants: 'key' | 'value';
  /** The keys that the innermost mapping has, those behind the cursor too. */
  readonly keys: ReadonlySet<string>;
  /** What is typed there, quotes included. */
  readonly typed: Span;
  /** A colon already follows what is typed. */
  readonly colon: boolean;
  /** The other bare entries of the innermost list, those behind the cursor too. */
  readonly entries: ReadonlySet<string>;
}

/** The cursor is in a comment between the lines of the collection. */
export interface FlowComment {
  readonly at: 'comment';
  readonly start: number;
}

/** The collection ended before the cursor, at this offset. */
export interface FlowEnd {
  readonly at: 'end';
  readonly end: number;
}

interface Frame {
  readonly open: '[' | '{';
  readonly keys: Set<string>;
  readonly entries: Set<string>;
  key: string | undefined;
  /** Where what is being typed begins. */
  from: number;
}

/**
 * Walks a flow collection that begins at `start` until the cursor or its end. `indent` is the column of the key or
 * dash that it belongs to: a line that stands no deeper ends it, since YAML wants its lines deeper.
 */
export function flowPlace(
  text: string,
  start: number,
  cursor: number,
  indent: number,
): FlowPlace | FlowEnd | FlowComment {
  const frames: Frame[] = [];
  let at = start;
  while (at < text.length && at < cursor) {
    const char = text[at];
    const frame = frames.at(-1);
    if (char === '[' || char === '{') {
      frames.push({ open: char, keys: new Set(), entries: new Set(), key: undefined, from: at + 1 });
    } else if (char === ']' || char === '}') {
      frames.pop();
      if (frames.length === 0) return { at: 'end', end: at + 1 };
    } else if (char === ',') {
      if (frame) {
        if (frame.open === '[') frame.entries.add(unquote(text.slice(frame.from, at).trim()));
        frame.key = undefined;
        frame.from = at + 1;
      }
    } else if (char === ':' && frame?.open === '{' && frame.key === undefined && endsKey(text, at)) {
      frame.key = unquote(text.slice(frame.from, at).trim());
      frame.keys.add(frame.key);
      frame.from = at + 1;
    } else if ((char === '"' || char === "'") && frame && text.slice(frame.from, at).trim() === '') {
      at = quoteEnd(text, at, cursor);
      continue;
    } else if (char === '#' && /\s/.test(text[at - 1] ?? '')) {
      const end = lineEnd(text, at);
      if (cursor <= end) return { at: 'comment', start: at };
      if (frame && text.slice(frame.from, at).trim() === '') frame.from = end;
      at = end;
      continue;
    } else if (char === '\n' && leavesFlow(text, at + 1, indent)) {
      return { at: 'end', end: at };
    }
    at++;
  }
  const frame = frames.at(-1);
  if (frame === undefined || tooShallow(text, start, cursor, indent)) return { at: 'end', end: at };
  const place = placeIn(text, frames, frame, cursor);
  return goesOn(text, place.typed.end, indent) ? { at: 'end', end: at } : place;
}

/** On a line of its own an entry stands deeper than the collection's key. */
function tooShallow(text: string, start: number, cursor: number, indent: number): boolean {
  const line = text.lastIndexOf('\n', cursor - 1) + 1;
  return line > start && cursor - line <= indent && text.slice(line, cursor).trim() === '';
}

/** True where another entry follows on a later line, with no comma between. */
function goesOn(text: string, from: number, indent: number): boolean {
  const behind = /^[ \t]*(?:#[^\n]*)?(?:\r?\n[ \t]*(?:#[^\n]*)?)+/.exec(text.slice(from, from + 2000))?.[0];
  if (behind === undefined) return false;
  const next = text[from + behind.length];
  const column = behind.length - behind.lastIndexOf('\n') - 1;
  return next !== undefined && column > indent && !/[,\]}\n\r]/.test(next);
}

function placeIn(text: string, frames: readonly Frame[], frame: Frame, cursor: number): FlowPlace {
  const wants = frame.open === '{' && frame.key === undefined ? 'key' : 'value';
  const path = frames.flatMap<Step>((each, i) => {
    if (each.open === '[') return [ENTRY];
    return each.key === undefined || (i === frames.length - 1 && wants === 'key') ? [] : [each.key];
  });
  let from = frame.from;
  while (from < cursor && /\s/.test(text[from] ?? '')) from++;
  let end = cursor;
  const quote = text[from];
  if (from < cursor && (quote === '"' || quote === "'")) end = Math.max(cursor, closingQuote(text, from));
  else
    while (
      end < text.length &&
      !/[,[\]{}\n]/.test(text[end] ?? '') &&
      !(text[end] === ':' && wants === 'key') &&
      !(text[end] === '#' && /\s/.test(text[end - 1] ?? ''))
    )
      end++;
  const colon = wants === 'key' && text[end] === ':';
  while (end > cursor && /\s/.test(text[end - 1] ?? '')) end--;
  const inMap = frame.open === '{';
  const keys = new Set([...frame.keys, ...(inMap ? keysBehind(text, cursor) : [])]);
  const entries = new Set([...frame.entries, ...(inMap ? [] : entriesBehind(text, end))]);
  return { at: 'cursor', path, wants, keys, typed: { start: from, end }, colon, entries };
}

/** Behind the quote that closes the text, on its line; where it is not closed there, the line's end without blanks. */
function closingQuote(text: string, from: number): number {
  const end = lineEnd(text, from);
  const close = quoteEnd(text, from, end);
  return text[close - 1] === text[from] && close - 1 > from
    ? close
    : from + text.slice(from, end).trimEnd().length;
}

/** The bare entries of the same list that follow on its line. */
function entriesBehind(text: string, from: number): string[] {
  const line = text.slice(from, lineEnd(text, from)).split(']', 1)[0] ?? '';
  return line
    .split(',')
    .slice(1)
    .map((entry) => unquote(entry.trim()));
}

/** The keys of the same mapping that follow the cursor on its line. */
function keysBehind(text: string, cursor: number): string[] {
  const line = text.slice(cursor, lineEnd(text, cursor));
  const upToBrace = line.split('}', 1)[0] ?? '';
  return [...upToBrace.matchAll(/,\s*([\w-]+)\s*:/g)].map((match) => match[1] ?? '');
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function endsKey(text: string, colon: number): boolean {
  const next = text[colon + 1];
  return next === undefined || /[\s,}]/.test(next) || text[colon - 1] === '"' || text[colon - 1] === "'";
}

function quoteEnd(text: string, at: number, limit: number): number {
  const quote = text[at];
  let i = at + 1;
  for (; i < limit; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
  }
  return Math.min(i, limit);
}

function leavesFlow(text: string, lineStart: number, indent: number): boolean {
  let p = lineStart;
  while (text[p] === ' ') p++;
  const char = text[p];
  if (char === undefined || char === '\n' || char === '\r' || char === ']' || char === '}') return false;
  return p - lineStart <= indent;
}

/** A key or value as it is meant, for what stands in simple quotes or in none. */
export function unquote(text: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  return quoted?.[2] ?? text;
}
