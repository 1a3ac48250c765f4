import { closest } from '../core/text/closest.ts';

/** ` Did you mean "x"?` for the word that is nearest to a mistyped one, or nothing where none is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const best = closest(word, known);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}
