/** The article of an English name, by how it begins when it is spoken. */

/** Begins with a vowel that is spoken as `y` or `w`: `user`, `European`, `UX designer`, `one-time guest`. */
const CONSONANT = /^(?:uni(?![dmn])|us[aeu]|ubi|ut[ei]|eu|ewe|one\b|once\b)/i;
const LETTER_U = /^U(?=\p{Lu}|\b)/u;
/** Begins with a consonant that is not spoken, or with a letter that is spelled out: `hour`, `HR manager`, `SRE`. */
const VOWEL = /^(?:hour|honest|honou?r|heir)/i;
const LETTER = /^[FHLMNRSX](?:[A-Z]|[B-DF-HJ-NP-TV-Z][A-Z])?(?![\p{L}\p{N}])/u;

/** `a` or `an`. */
export function articleFor(name: string): 'a' | 'an' {
  if (CONSONANT.test(name) || LETTER_U.test(name)) return 'a';
  return /^[aeiou]/i.test(name) || VOWEL.test(name) || LETTER.test(name) ? 'an' : 'a';
}
