/** Finds ids of items in a text: `FN-12`, where FN is a key of some backlog. Knows no editor. */

export interface FoundId {
  readonly id: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** Finds the ids of these keys; undefined where there is no key. */
export function idPattern(keys: readonly string[]): RegExp | undefined {
  const names = keys
    .filter((key) => key !== '')
    // A key that begins like another one comes after it, so that the longer one is tried first.
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  if (names.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${names.join('|')})-\\d{1,15}(?![\\p{L}\\p{N}_])`, 'gu');
}

/** The ids in a text, in its order; at most `most`. */
export function idsIn(text: string, pattern: RegExp, most = Infinity): readonly FoundId[] {
  const found: FoundId[] = [];
  for (const { index, 0: id } of text.matchAll(pattern)) {
    found.push({ id, start: index, end: index + id.length });
    if (found.length >= most) break;
  }
  return found;
}

/** An id is never longer; a line of a generated file may be very long. */
const AROUND = 200;

/** The id at a character of a line, its end included. */
export function idAt(line: string, character: number, pattern: RegExp): FoundId | undefined {
  const from = Math.max(0, character - AROUND);
  const part = line.slice(from, character + AROUND);
  const at = character - from;
  const found = idsIn(part, pattern).find(({ start, end }) => start <= at && at <= end);
  return found && { id: found.id, start: found.start + from, end: found.end + from };
}
