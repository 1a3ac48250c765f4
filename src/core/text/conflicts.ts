/**
 * The merge conflicts that git left in a text, by their marker lines alone: `<<<<<<<`, perhaps `|||||||` (what both sides
 * had before), `=======`, `>>>>>>>`. A conflict may lie in a side of another. What is not closed is none.
 */
import type { Span } from './span.ts';

export interface Conflict extends Span {
  /** What stands on each side: whole lines. */
  readonly mine: Span;
  readonly theirs: Span;
  /** What git calls the sides, such as `HEAD` and a branch; empty where it says nothing. */
  readonly names: { readonly mine: string; readonly theirs: string };
}

export type ConflictSide = 'mine' | 'theirs';

interface Open {
  readonly start: number;
  readonly mine: number;
  readonly name: string;
  mineEnd?: number;
  theirs?: number;
}

const MARKER = /^(<{7}|>{7}|={7}|\|{7})(?: (.*?))?\r?$/gm;

/** All conflicts of a text, in the order in which they begin. */
export function conflictsIn(text: string): Conflict[] {
  if (!text.includes('<<<<<<<')) return [];
  const open: Open[] = [];
  const found: Conflict[] = [];
  for (const match of text.matchAll(MARKER)) {
    const [line, marker = '', name = ''] = match;
    const start = match.index;
    const next = Math.min(text.length, start + line.length + 1);
    const last = open.at(-1);
    if (marker.startsWith('<')) open.push({ start, mine: next, name });
    else if (last === undefined) continue;
    else if (marker.startsWith('|')) last.mineEnd ??= start;
    else if (marker.startsWith('=')) {
      last.mineEnd ??= start;
      last.theirs ??= next;
    } else if (last.theirs !== undefined) {
      open.pop();
      const mine = { start: last.mine, end: last.mineEnd ?? last.mine };
      const theirs = { start: last.theirs, end: start };
      found.push({ start: last.start, end: next, mine, theirs, names: { mine: last.name, theirs: name } });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The innermost conflict that holds an offset, as its position among all. */
export function conflictAt(conflicts: readonly Conflict[], offset: number): number {
  return conflicts.reduce(
    (found, { start, end }, index) => (start <= offset && offset < Math.max(end, start + 1) ? index : found),
    -1,
  );
}
