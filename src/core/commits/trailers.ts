/**
 * The trailers of a commit message, found by git's own rules (`trailer.c`), so that what is a trailer here is one for
 * `git interpret-trailers --parse` and the other way round: the last paragraph, where it is not the first, either of
 * nothing but trailers, or with a line that git wrote and at least a quarter of trailers. Offsets count in the message.
 */

export interface Trailer {
  readonly key: string;
  /** Folded lines are one line here. */
  readonly value: string;
  /** From the key to the end of the last folded line, without its line break. */
  readonly start: number;
  readonly end: number;
  /** Where the value begins, as it stands in the message. */
  readonly valueStart: number;
}

export interface TrailerBlock {
  /** Where the block begins; where there is none, where one would. */
  readonly start: number;
  /** Where it ends: behind it come comments and blank lines only. */
  readonly end: number;
  readonly trailers: readonly Trailer[];
}

export interface MessageForm {
  /** A line `---` ends the message, as in a patch: false for messages of commits. */
  readonly divider?: boolean;
  /** What a comment line begins with (`core.commentChar`); `#` where nothing is said. */
  readonly commentChar?: string;
}

const PICKED = '(cherry picked from commit ';
const SCISSORS = ' ------------------------ >8 ------------------------\n';

export function trailerBlock(message: string, form: MessageForm = {}): TrailerBlock {
  const comment = form.commentChar ?? '#';
  const whole = form.divider === true ? endBeforePatch(message) : message.length;
  const end = endBeforeComments(message, whole, comment);
  const start = blockStart(message, end, comment);
  return { start, end, trailers: trailersIn(message, start, end, comment) };
}

/** True for a paragraph's end: git counts spaces and carriage returns as nothing. */
export function isBlankLine(text: string, at: number): boolean {
  let i = at;
  while (i < text.length && text[i] !== '\n' && isSpace(text.charCodeAt(i))) i++;
  return i >= text.length || text[i] === '\n';
}

function endBeforePatch(message: string): number {
  for (let at = 0; at < message.length; at = nextLine(message, at, message.length)) {
    if (message.startsWith('---', at) && isSpace(message.charCodeAt(at + 3))) return at;
  }
  return message.length;
}

/** Leaves out the comments and blank lines at the end, everything below the scissors, and old lists of conflicts. */
function endBeforeComments(message: string, length: number, comment: string): number {
  const first = comment.charCodeAt(0);
  let end = -1;
  let inConflicts = false;
  for (let at = 0; at < length; at = nextLine(message, at, length)) {
    const code = message.charCodeAt(at);
    const isComment = code === first && message.startsWith(comment, at);
    if (isComment && message.startsWith(SCISSORS, at + comment.length)) return end >= 0 ? end : at;
    if (isComment || code === NEWLINE) {
      if (end < 0) end = at;
    } else if (code === CAPITAL_C && message.startsWith('Conflicts:\n', at)) {
      inConflicts = true;
      if (end < 0) end = at;
    } else if (end >= 0 && !(inConflicts && code === TAB)) {
      end = -1;
      inConflicts = false;
    }
  }
  return end >= 0 ? end : length;
}

function blockStart(message: string, end: number, comment: string): number {
  const title = endOfTitle(message, end, comment);
  if (!mayHoldTrailers(message, title, end)) return end;
  const first = comment.charCodeAt(0);
  let onlyBlank = true;
  let byGit = false;
  let trailers = 0;
  let others = 0;
  let folded = 0;
  for (let at = lastLine(message, end); at >= title; at = lastLine(message, at)) {
    const code = message.charCodeAt(at);
    if (code === first && message.startsWith(comment, at)) {
      others += folded;
      folded = 0;
      continue;
    }
    if (isSpace(code) && isBlankLine(message, at)) {
      if (onlyBlank) continue;
      others += folded;
      const isBlock = (byGit && trailers * 3 >= others) || (trailers > 0 && others === 0);
      return isBlock ? nextLine(message, at, end) : end;
    }
    onlyBlank = false;
    if (isWrittenByGit(message, at, code)) {
      byGit = true;
      trailers++;
      folded = 0;
    } else if (isSpace(code)) folded++;
    else if (separatorOf(message, at) >= at + 1) {
      trailers++;
      folded = 0;
    } else {
      others += 1 + folded;
      folded = 0;
    }
  }
  return end;
}

/** Quick no for most messages: each trailer has a colon, and the one line of git's that has none begins like this. */
function mayHoldTrailers(message: string, start: number, end: number): boolean {
  const colon = message.indexOf(':', start);
  if (colon >= 0 && colon < end) return true;
  const picked = message.indexOf(PICKED, start);
  return picked >= 0 && picked < end;
}

/** True for a line that git itself writes: with one of them a paragraph of mixed lines may be a block. */
function isWrittenByGit(message: string, at: number, code: number): boolean {
  if (code === CAPITAL_S) return message.startsWith('Signed-off-by: ', at);
  return code === PARENTHESIS && message.startsWith(PICKED, at);
}

/** The first paragraph is the title and can't hold trailers. */
function endOfTitle(message: string, end: number, comment: string): number {
  let at = 0;
  while (at < end && (message.startsWith(comment, at) || !isBlankLine(message, at)))
    at = nextLine(message, at, end);
  return at;
}

function trailersIn(message: string, start: number, end: number, comment: string): readonly Trailer[] {
  if (start >= end) return NONE;
  const found: { start: number; end: number; separator: number }[] = [];
  let open = false;
  for (let at = start; at < end;) {
    const next = nextLine(message, at, end);
    const last = found.at(-1);
    if (open && last && isSpace(message.charCodeAt(at))) last.end = next;
    else {
      const separator = message.startsWith(comment, at) ? -1 : separatorOf(message, at);
      open = separator >= at + 1;
      if (open) found.push({ start: at, end: next, separator });
    }
    at = next;
  }
  return found.map((each) => {
    const raw = message.slice(each.separator + 1, each.end);
    const begun = raw.trimStart();
    const value = begun.trimEnd();
    const valueStart = each.end - begun.length;
    return {
      key: message.slice(each.start, each.separator).trim(),
      value: value.includes('\n') ? value.replace(/\n[ \t\r\n]*/g, ' ') : value,
      start: each.start,
      end:
        value === ''
          ? each.start + message.slice(each.start, each.end).trimEnd().length
          : valueStart + value.length,
      valueStart,
    };
  });
}

/** Where the colon behind a key stands; -1 where the line has no key. */
function separatorOf(message: string, line: number): number {
  let spaced = false;
  for (let at = line; at < message.length; at++) {
    const code = message.charCodeAt(at);
    if (code === COLON) return at;
    if (!spaced && (isWordCode(code) || code === HYPHEN)) continue;
    if (at !== line && (code === SPACE || code === TAB)) {
      spaced = true;
      continue;
    }
    return -1;
  }
  return -1;
}

const NONE: readonly Trailer[] = [];
const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const PARENTHESIS = 40;
const HYPHEN = 45;
const COLON = 58;
const CAPITAL_C = 67;
const CAPITAL_S = 83;

/** ASCII letters and digits: git's `isalnum`. */
function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Git's `isspace`. */
function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === 10 || code === 13;
}

function nextLine(message: string, at: number, end: number): number {
  const found = message.indexOf('\n', at);
  return found < 0 || found >= end ? end : found + 1;
}

/** The start of the last line before `end`; -1 where there is none. */
function lastLine(message: string, end: number): number {
  let at = end - 1;
  while (at > 0 && message.charCodeAt(at - 1) !== NEWLINE) at--;
  return at;
}
