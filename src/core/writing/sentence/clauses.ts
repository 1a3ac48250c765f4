/** The clauses of a story sentence as places in its text, and how what stands around them is left out. */
import type { Span } from '../../text/span.ts';

export type Slot = 'role' | 'situation' | 'means' | 'end';

export interface Clause {
  readonly slot: Slot;
  /** The words that announce it; empty, at the clause's start, where the language puts none in front. */
  readonly indicator: Span;
  /** What is said. */
  readonly words: Span;
}

/** An indicator that was found in a text. */
export interface Mark extends Span {
  readonly slot: Slot;
}

const AROUND = /[\s,;:*_،؛、，；：]/;
const STOPS = /[.!。！]/;
const DASH = /[–—-]/;

/** The span without the spaces, commas, full stops, loose dashes and marks of emphasis around what it says. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && (AROUND.test(text.charAt(from)) || isLoose(text, from))) from++;
  for (; to > from; to--) {
    const last = text.charAt(to - 1);
    const stops = STOPS.test(last) && !endsAbbreviation(text, from, to);
    if (!stops && !AROUND.test(last) && !isLoose(text, to - 1)) break;
  }
  return { start: from, end: to };
}

/** A dash with a space or nothing on both sides. */
function isLoose(text: string, at: number): boolean {
  return DASH.test(text.charAt(at)) && !/\S/.test(text.charAt(at - 1) + text.charAt(at + 1));
}

const ABBREVIATION = /(?:^|[^\p{L}])(?:e\.g|i\.e|etc|vs|approx|incl|resp|a\.k\.a|p\.[am]|[A-Z]\.[A-Z])\.$/iu;

/** Whether the full stop in front of `end` belongs to the word before it. */
export function endsAbbreviation(text: string, start: number, end: number): boolean {
  return text.charAt(end - 1) === '.' && ABBREVIATION.test(` ${text.slice(Math.max(start, end - 10), end)}`);
}

/** From marks in the order of the text to clauses: each goes to the next mark, the last to `end`. */
export function clausesOf(text: string, marks: readonly Mark[], end: number): Clause[] {
  return marks.map(({ slot, start, end: from }, index) => ({
    slot,
    indicator: { start, end: from },
    words: trimmed(text, from, marks[index + 1]?.start ?? end),
  }));
}
