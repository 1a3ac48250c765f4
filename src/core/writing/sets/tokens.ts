/**
 * The words of a text as they count when texts are compared: small letters, no punctuation, no articles, one form for
 * singular and plural. The same for every language; what English leaves out does no harm to others.
 */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’+#/._-]*[\p{L}\p{N}\p{M}+#])?/gu;

/** Words that say nothing of what is wanted. */
const EMPTY: ReadonlySet<string> = new Set(
  'a an the my our your their his her its be am is are was were been able that i we'.split(' '),
);

export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(WORD)) if (!EMPTY.has(word)) tokens.push(singular(word));
  return tokens;
}

/** Every word of the text, for texts that are to be the same but for case and punctuation. */
export function exactWords(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** A word without the `s` of the plural; no more than a guess, the same for both texts. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** A number for a word; a good mix of its bits. */
export function hashOf(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** One number for two, whose order counts. */
export function joined(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) + b + 0x7f4a7c15);
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
