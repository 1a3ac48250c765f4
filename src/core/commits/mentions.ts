/**
 * Ids in texts that people write: `FN-12`, `#123`. What is found here only looks like an id (`UTF-8` does too); whether
 * it is one is said by the keys of the backlogs (`directory.ts`). Reading needs no backlog, so an index stays right
 * when a backlog changes.
 */

/** Where a message names an id. */
export type MentionPlace = 'trailer' | 'scope' | 'subject' | 'body' | 'branch';

export interface Mention {
  /** What stands before the number: `FN`, as written in trailers, in capitals in scopes and branches; empty for `#123`. */
  readonly key: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly place: MentionPlace;
  /** The key of the trailer, as written. */
  readonly trailer: string | undefined;
}

/** The id as people write it. */
export function mentionedId({ key, number }: Pick<Mention, 'key' | 'number'>): string {
  return key === '' ? `#${number}` : `${key}-${number}`;
}

/** Quick no for most messages: without a digit behind `-` or `#` there is nothing to find. */
export function mayMention(text: string): boolean {
  return nextSign(text, 0, text.length) >= 0;
}

/** More digits are no number of an item, and would not be kept exactly. */
const MOST_DIGITS = 9;

/**
 * Finds ids between two offsets and gives each to `found`. Any case will do in a trailer and a scope, and in a subject
 * in brackets or at its start; `KS-1-KS-2` and `KS-1&2` name two.
 */
export function scanText(
  text: string,
  start: number,
  end: number,
  place: Exclude<MentionPlace, 'branch'>,
  found: (mention: Mention) => void,
  trailer?: string,
): void {
  const anyCase = place === 'trailer' || place === 'scope';
  let last = -1;
  for (let sign = nextSign(text, start, end); sign >= 0; sign = nextSign(text, sign + 1, end)) {
    const to = endOfDigits(text, sign + 1, end);
    let from = text.charCodeAt(sign) === HASH ? sign : keyStart(text, sign, start, anyCase);
    let inCapitals = place === 'scope';
    if (from < 0 && place === 'subject') {
      from = keyStart(text, sign, start, true);
      if (!isStrong(text, from, to, start, end)) continue;
      inCapitals = true;
    }
    const joins = last >= 0 && from === last + 1 && text.charCodeAt(last) === HYPHEN;
    if (from < 0 || !(joins || startsAlone(text, from)) || !endsAlone(text, to)) continue;
    if (!isNumber(text, sign + 1, to)) continue;
    const written = text.slice(from, sign);
    const key = inCapitals ? written.toUpperCase() : written;
    found({ key, number: numberAt(text, sign + 1, to), start: from, end: to, place, trailer });
    last = to;
    if (key !== '')
      last = scanJoined(text, to, end, (at, until) => {
        found({ key, number: numberAt(text, at, until), start: at, end: until, place, trailer });
      });
  }
}

/** The further numbers of `KS-1&2`; answers where they end. */
function scanJoined(
  text: string,
  start: number,
  end: number,
  found: (at: number, to: number) => void,
): number {
  let last = start;
  while (last < end - 1 && text.charCodeAt(last) === AMPERSAND) {
    const to = endOfDigits(text, last + 1, end);
    if (to === last + 1 || !endsAlone(text, to) || !isNumber(text, last + 1, to)) break;
    found(last + 1, to);
    last = to;
  }
  return last;
}

/** Where an id in small letters is meant as one: `(ks-1)`, `[ks-1, ks-2]`, `ks-1: words`; not so in `the ks-1 form`. */
function isStrong(text: string, from: number, to: number, start: number, end: number): boolean {
  if (from < 0) return false;
  if (from === start) return to === end || text.charCodeAt(to) === COLON || isSpace(text.charCodeAt(to));
  const before = text.slice(Math.max(start, from - MOST_BRACKETED), from);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  if (open < 0 || !LISTED.test(before.slice(open + 1))) return false;
  const [behind = ''] = /^[^)\]]*[)\]]?/.exec(text.slice(to, Math.min(end, to + MOST_BRACKETED))) ?? [];
  return /[)\]]$/.test(behind) && LISTED.test(behind.slice(0, -1));
}

/** Brackets that hold more than this hold words. */
const MOST_BRACKETED = 80;

/** Ids and what stands between them. */
const LISTED = /^(?:[A-Za-z]\w*-\d+|#\d+|[\s,;&+/]|and)*$/;

/** Finds ids in the name of a branch that stands between two offsets. Words are divided by anything there. */
export function scanBranch(
  text: string,
  start: number,
  end: number,
  found: (mention: Mention) => void,
): void {
  for (let sign = nextSign(text, start, end); sign >= 0; sign = nextSign(text, sign + 1, end)) {
    if (text.charCodeAt(sign) === HASH) continue;
    const to = endOfDigits(text, sign + 1, end);
    const after = to < end ? text.charCodeAt(to) : 0;
    if (isAsciiWord(after) || (after === DOT && isDigit(text.charCodeAt(to + 1)))) continue;
    if (!isNumber(text, sign + 1, to)) continue;
    const number = numberAt(text, sign + 1, to);
    let from = sign;
    while (from > start && isAsciiWord(text.charCodeAt(from - 1))) from--;
    const give = (at: number): void => {
      if (at < sign && isLetter(text.charCodeAt(at)))
        found({
          key: text.slice(at, sign).toUpperCase(),
          number,
          start: at,
          end: to,
          place: 'branch',
          trailer: undefined,
        });
    };
    give(from);
    // Keys of other trackers may hold underscores, which branches use between words.
    const short = from;
    while (
      from > start &&
      (isAsciiWord(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === UNDERSCORE)
    )
      from--;
    if (from < short) give(from);
  }
}

const HASH = 35;
const AMPERSAND = 38;
const HYPHEN = 45;
const COLON = 58;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const UNDERSCORE = 95;

/** The next `-` or `#` with a digit behind it; -1 where there is none before `end`. */
function nextSign(text: string, start: number, end: number): number {
  for (let at = start; at < end - 1; at++) {
    const code = text.charCodeAt(at);
    if ((code === HYPHEN || code === HASH) && isDigit(text.charCodeAt(at + 1))) return at;
  }
  return -1;
}

/** Where the key before a hyphen begins; -1 where there is none: a letter, then letters, digits and `_`. */
function keyStart(text: string, hyphen: number, start: number, anyCase: boolean): number {
  let at = hyphen;
  for (; at > start; at--) {
    const code = text.charCodeAt(at - 1);
    if (!isAsciiWord(code) && code !== UNDERSCORE) break;
    if (!anyCase && code >= 97 && code <= 122) return -1;
  }
  return at < hyphen && isLetter(text.charCodeAt(at)) ? at : -1;
}

function endOfDigits(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = 10 * number + text.charCodeAt(at) - ZERO;
  return number;
}

/** `FN-012` is another text than `FN-12`, and no id that is given out. */
function isNumber(text: string, from: number, to: number): boolean {
  return to - from <= MOST_DIGITS && text.charCodeAt(from) !== ZERO;
}

/** Nothing before it that would make it a part of a longer word. Scripts without spaces may touch it. */
function startsAlone(text: string, from: number): boolean {
  const before = from === 0 ? 0 : text.charCodeAt(from - 1);
  if (isWord(before) || before === HYPHEN) return false;
  // `owner/repository#12` is an entry somewhere else, `&#12;` a character.
  return !(text.charCodeAt(from) === HASH && (before === SLASH || before === AMPERSAND || before === HASH));
}

function endsAlone(text: string, to: number): boolean {
  const after = to < text.length ? text.charCodeAt(to) : 0;
  if (isAsciiWord(after) || after === UNDERSCORE) return false;
  // `CVE-2021-44228`, `UTF-8.1`.
  return !((after === HYPHEN || after === DOT) && isDigit(text.charCodeAt(to + 1)));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isAsciiWord(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** Letters of scripts that put spaces between words (Latin, Greek, Cyrillic and their neighbours), digits, `_`. */
function isWord(code: number): boolean {
  if (code < 128) return isAsciiWord(code) || code === UNDERSCORE;
  return code >= 0xc0 && code < 0x590 && code !== 0xd7 && code !== 0xf7;
}
