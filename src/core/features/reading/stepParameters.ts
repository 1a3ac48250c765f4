/** The parts of a step that vary from scenario to scenario: quoted texts, numbers and `<placeholders>`. */
import type { Span } from '../../text/span.ts';

const PARAMETER =
  /"[^"\n]*"|“[^”\n]*”|<[^<>\s][^<>\n]*>|(?<![\p{L}\p{N}_.,-])[-+]?\d+(?:[.,]\d+)*(?![\p{L}\p{N}_-])/gu;

/** Offsets of the words; in their order. */
export function parametersIn(words: string): readonly Span[] {
  return [...words.matchAll(PARAMETER)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
