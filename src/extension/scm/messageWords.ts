/**
 * Where in a commit message an id is being typed. An ordinary word offers nothing, so that nobody is disturbed while
 * writing: ids are offered after the key of a backlog, after `#`, in the scope of a Conventional Commit and behind the
 * key of a trailer. Pure, and quick: it looks at one line.
 */

export interface WantedId {
  /** Where what was typed of it begins in the line; it ends at the cursor. */
  readonly start: number;
  readonly typed: string;
  /** `id`: only ids that begin so. `words`: titles are searched too. */
  readonly by: 'id' | 'words';
}

export interface MessageLine {
  readonly text: string;
  /** Counts from 0: the first line is the subject. */
  readonly number: number;
  /** The cursor. */
  readonly character: number;
}

/** The characters after which an editor asks by itself. */
export const TRIGGERS = ['-', '#', '(', ' ', ':'] as const;

const LONGEST = 100;
/** Nobody writes that much before an id in one line of a message. */
const LONGEST_HEAD = 1000;

/** Keys of trailers that count in the subject line too, where any other word with a colon is a type of change. */
const KNOWN_TRAILER = /^(?:story|refs|closes):\s*(?:[\p{L}\p{N}-]+\s*,\s*)*$/iu;
const ANY_TRAILER = /^[A-Za-z][A-Za-z0-9-]*:\s*(?:[\p{L}\p{N}-]+\s*,\s*)*$/u;
const SCOPE = /^[a-z]+\($/i;

/** @param keys of the backlogs that are open; those that are empty are left out. */
export function wantedAt(line: MessageLine, keys: readonly string[]): WantedId | undefined {
  const before = line.text.slice(0, line.character);
  // No id is longer, and a pasted line may be.
  const typed = /[\p{L}\p{N}_-]*$/u.exec(before.slice(-LONGEST))?.[0] ?? '';
  const start = before.length - typed.length;
  const head = before.slice(0, start);
  // At the start of a line this is a comment of git.
  if (head.endsWith('#')) {
    return head === '#' ? undefined : { start: start - 1, typed: `#${typed}`, by: 'words' };
  }
  const trailer = line.number > 0 ? ANY_TRAILER : KNOWN_TRAILER;
  if (head.length > LONGEST_HEAD) return undefined;
  if (trailer.test(head) || (line.number === 0 && SCOPE.test(head))) return { start, typed, by: 'words' };
  // Part of a longer word or a path: `UTF-8/FN-`.
  if (/[\p{L}\p{N}_/.@-]$/u.test(head)) return undefined;
  return keys.some((key) => key !== '' && beginsId(typed, key)) ? { start, typed, by: 'id' } : undefined;
}

/** `F` is any word's beginning in small letters; `FN`, `fn-` and `FN-1` are not. */
function beginsId(typed: string, key: string): boolean {
  if (typed === '') return false;
  if (typed.length < key.length) return key.startsWith(typed);
  const rest = typed.slice(key.length);
  return typed.slice(0, key.length).toLowerCase() === key.toLowerCase() && /^(?:-\d*)?$/.test(rest);
}
