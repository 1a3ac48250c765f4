/** The small words of English by what they do in a sentence. */
import type { Token } from './tokens.ts';

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const CONJUNCTIONS = set('and or & + plus / ; but then');
export const DETERMINERS = set(
  'a an the my our your his her its their this these those it them me us him all any each every some no another both either whose someone everyone others one two three more many multiple several additional new existing what how whether if',
);
export const ARTICLES = set(
  'a an the my our your his her its their this that these those both all any each every no',
);
export const CLAUSES = set(
  'that which who whom whose when where while if whether how what why because until unless once whenever wherever',
);
export const PARTICLES = set(
  'for to about on in out up off at with through into over from by down back away around forward forwards backwards between across within by as of',
);
const ADVERBS = set(
  'also then only just still even better first always never later simply optionally again finally either not instead afterwards immediately easily quickly possibly additionally otherwise further hence thus maybe perhaps sometimes often now soon',
);
export const SUBJECTS = set('i we they you he she');
/** They open a clause where somebody follows who does something: `before I leave`. */
export const BEFORE_SUBJECT = set('before after as since though although than');
const NO_ADVERB = set(
  'apply supply reply rely comply multiply family assembly daily weekly monthly only early likely',
);

export function isAdverb(token: Token | undefined): boolean {
  const word = token?.word ?? '';
  return ADVERBS.has(word) || (/..ly$/.test(word) && !NO_ADVERB.has(word));
}
