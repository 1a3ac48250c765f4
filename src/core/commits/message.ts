/**
 * Everything that a commit message names: in its trailers, its subject and scope, its body, the branches that it
 * merged and the commits that were squashed into it. The one grammar for commits, editors, hooks and reports.
 */
import type { Mention } from './mentions.ts';
import { mayMention, scanBranch, scanText } from './mentions.ts';
import { mergeSubject } from './mergeSubject.ts';
import { isBlankLine, type MessageForm, trailerBlock } from './trailers.ts';

/** The mentions of a message in the order in which they stand there; an id may come several times. */
export function mentionsOf(message: string, form: MessageForm = {}): readonly Mention[] {
  const mentions: Mention[] = [];
  if (mayMention(message)) readMentions(message, (mention) => mentions.push(mention), form);
  return mentions.sort((a, b) => a.start - b.start);
}

/** The same one by one, in no particular order: for histories of many messages, of those that may name something. */
export function readMentions(
  message: string,
  found: (mention: Mention) => void,
  form: MessageForm = {},
): void {
  readMessage(message, form, 0, found);
}

/** The subject of a message as git shows it: its first paragraph on one line. */
export function subjectOf(message: string): string {
  const { start, end } = titleSpan(message);
  const title = message.slice(start, end);
  return title.includes('\n') ? title.trimEnd().replace(/[ \t\r]*\n[ \t]*/g, ' ') : title.trimEnd();
}

/**
 * Where the subject of a message in ASCII ends, which then begins where the message does; -1 where it has to be put
 * together: blank lines before it, or more lines than one.
 */
export function plainSubjectEnd(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || (bytes[start] ?? 0) <= SPACE) return -1;
  let at = start;
  while (at < end && bytes[at] !== NEWLINE) at++;
  if (at + 1 < end && bytes[at + 1] !== NEWLINE) return -1;
  // What a text's `trimEnd` takes for blank, as far as it is ASCII.
  while ((bytes[at - 1] ?? 0) === SPACE || ((bytes[at - 1] ?? 0) >= TAB && (bytes[at - 1] ?? 0) <= RETURN))
    at--;
  return at;
}

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const PARENTHESIS = 40;
const COLON = 58;

/** A message that is being written, without its comments and what is below the scissors; offsets stay as they are. */
export function withoutComments(text: string, commentChar = '#'): string {
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  const cut = text.search(new RegExp(`^${escaped(commentChar)} -{8,} >8 -{8,}`, 'm'));
  const kept = cut < 0 ? text : text.slice(0, cut) + blank(text.slice(cut));
  return kept.replace(new RegExp(`^${escaped(commentChar)}.*`, 'gm'), blank);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const CONVENTIONAL = /^[A-Za-z][\w-]*\(([^()\n]*)\)!?:/;
/** Subjects of squashes: only there a list in the body is one of subjects. */
const WRITTEN_BY_SITE = /\(#\d+\)\s*$|\(pull request #\d+\)/;
/** How deep squashed commits may hold squashed commits before the rest counts as body. */
const MOST_NESTED = 3;

function readMessage(
  message: string,
  form: MessageForm,
  depth: number,
  found: (mention: Mention) => void,
): void {
  const title = titleSpan(message);
  readTitle(message, title.start, title.end, found);
  const block = trailerBlock(message, form);
  const bodyEnd = Math.max(title.end, block.start);
  const squashed = depth < MOST_NESTED ? squashedMessages(message, title, bodyEnd) : NO_PARTS;
  let at = title.end;
  for (const { start, end, indent } of squashed) {
    scanText(message, at, start, 'body', found);
    readSquashed(message, start, end, indent, depth + 1, found);
    at = end;
  }
  scanText(message, at, bodyEnd, 'body', found);
  at = bodyEnd;
  for (const trailer of block.trailers) {
    // The key of a line `FN-12: words` is no value of a trailer.
    scanText(message, at, trailer.start + trailer.key.length, 'body', found);
    scanText(message, trailer.valueStart, trailer.end, 'trailer', found, trailer.key);
    at = trailer.end;
  }
  scanText(message, at, block.end, 'body', found);
}

/** The first paragraph. */
function titleSpan(message: string): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < message.length && isBlankLine(message, start)) start = lineEnd(message, start);
  let end = start;
  while (end < message.length && !isBlankLine(message, end)) end = lineEnd(message, end);
  return { start, end };
}

function lineEnd(message: string, at: number): number {
  const found = message.indexOf('\n', at);
  return found < 0 ? message.length : found + 1;
}

function readTitle(message: string, start: number, end: number, found: (mention: Mention) => void): void {
  const merge = mergeSubject(message, start, end);
  if (merge) {
    for (const name of merge.merged) scanBranch(message, start + name.start, start + name.end, found);
    if (merge.title) scanText(message, start + merge.title.start, start + merge.title.end, 'subject', found);
    return;
  }
  const scope = hasScope(message, start, end) ? CONVENTIONAL.exec(message.slice(start, end)) : null;
  if (scope?.[1] === undefined) {
    scanText(message, start, end, 'subject', found);
    return;
  }
  const open = start + scope[0].indexOf('(') + 1;
  const close = open + scope[1].length;
  scanText(message, open, close, 'scope', found);
  scanText(message, close, end, 'subject', found);
}

/** Quick no for most subjects: a word right before a parenthesis. */
function hasScope(message: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = message.charCodeAt(at);
    if (code === PARENTHESIS) return at > start;
    if (code <= SPACE || code === COLON) return false;
  }
  return false;
}

interface Squashed {
  readonly start: number;
  readonly end: number;
  /** What stands before each of its lines. */
  readonly indent: string;
}

/** The commits that a squash wrote down: by `git merge --squash`, or as a list of subjects by a hosting site. */
function squashedMessages(
  message: string,
  title: { readonly start: number; readonly end: number },
  end: number,
): readonly Squashed[] {
  if (message.startsWith('Squashed commit of the following:', title.start))
    return squashedByGit(message, title.end, end);
  const isWritten =
    message.indexOf('#', title.start) < title.end &&
    WRITTEN_BY_SITE.test(message.slice(title.start, title.end));
  return isWritten ? squashedBySite(message, title.end, end) : NO_PARTS;
}

const NO_PARTS: readonly Squashed[] = [];

/** Blocks `commit …`, `Author: …`, `Date: …`, then the message, indented by four spaces. */
function squashedByGit(message: string, start: number, end: number): readonly Squashed[] {
  const parts: Squashed[] = [];
  let open = -1;
  let at = start;
  const close = (until: number): void => {
    if (open >= 0) parts.push({ start: open, end: until, indent: '    ' });
    open = -1;
  };
  for (; at < end; at = lineEnd(message, at)) {
    const indented = message.startsWith('    ', at);
    if (indented && open < 0) open = at;
    else if (!indented && !isBlankLine(message, at)) close(at);
  }
  close(end);
  return parts;
}

/** `* subject`, each with the body of that commit below it; a line of hyphens ends the list. */
function squashedBySite(message: string, start: number, end: number): readonly Squashed[] {
  const parts: Squashed[] = [];
  let open = -1;
  const close = (until: number): void => {
    if (open >= 0) parts.push({ start: open, end: until, indent: '' });
    open = -1;
  };
  let at = start;
  for (; at < end; at = lineEnd(message, at)) {
    if (message.startsWith('* ', at)) {
      close(at);
      open = at + 2;
    } else if (message.startsWith('---------', at)) close(at);
  }
  close(end);
  return parts;
}

function readSquashed(
  message: string,
  start: number,
  end: number,
  indent: string,
  depth: number,
  found: (mention: Mention) => void,
): void {
  const lines = message.slice(start, end).split('\n');
  // Where each line without its indent begins: in the part, and in the whole message.
  const froms: number[] = [];
  const tos: number[] = [];
  let inner = '';
  let at = start;
  for (const line of lines) {
    const cut = line.startsWith(indent) ? indent.length : 0;
    froms.push(inner.length);
    tos.push(at + cut);
    inner += `${line.slice(cut)}\n`;
    at += line.length + 1;
  }
  const outside = (offset: number): number => {
    let line = froms.length - 1;
    while (line > 0 && (froms[line] ?? 0) > offset) line--;
    return offset - (froms[line] ?? 0) + (tos[line] ?? 0);
  };
  readMessage(inner, {}, depth, (mention) => {
    found({ ...mention, start: outside(mention.start), end: outside(mention.end) });
  });
}
