/** Where a place in a text is after the text has changed around it. */

/**
 * The same place in the newer text: what stands before the first difference stays, what stands behind the last one
 * moves along, and what lay between them goes to the end of what came.
 */
export function movedOffset(before: string, after: string, offset: number): number {
  if (before === after) return offset;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (offset <= head) return offset;
  if (offset >= before.length - tail) return offset + after.length - before.length;
  return Math.min(offset, after.length - tail);
}

/** A stretch of a text that is shown in some way. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** The class that says how. */
  readonly look: string;
}

/** Marks of a text, moved along to the text that it has become. */
export function movedMarks(marks: readonly TextMark[], before: string, after: string): readonly TextMark[] {
  if (before === after) return marks;
  return marks.flatMap(({ start, end, look }) => {
    const [from, to] = [movedOffset(before, after, start), movedOffset(before, after, end)];
    return from < to ? [{ start: from, end: to, look }] : [];
  });
}

export interface TextPiece {
  readonly text: string;
  /** The classes of all marks over it, apart by blanks. */
  readonly look: string;
}

/** A text cut where marks begin and end, so that marks may lie over each other. */
export function pieces(text: string, marks: readonly TextMark[]): readonly TextPiece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return { text: text.slice(start, end), look: over.map(({ look }) => look).join(' ') };
  });
}
