/** Whether a text is English, by the small words that every English sentence is full of. */
import type { Token } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ENGLISH = set(
  'the a an to of and or is are be for with on from that this it my our your their i we so want need can would by at as when which who how have has not all any into about',
);
/** Small words of languages that share some with English. `a`, `in`, `as` and `me` are in several and count for none. */
const OTHER = set(
  'der die das und ich möchte damit ein eine einen für mit auf zu den dem von nicht wir kann le la les des du un une je veux que pour avec afin et est el los las una para con quiero y de que il lo gli che voglio di per o os um uma quero het een ik wil zodat van voor met niet att jag vill för och som en og jeg vil at af på som jako chci aby że jako chcę żeby olarak istiyorum',
);

/** Never true for a text with as many small words of other languages as English ones. */
export function isEnglish(tokens: readonly Token[]): boolean {
  let english = 0;
  let other = 0;
  for (const { word } of tokens) {
    if (ENGLISH.has(word)) english++;
    if (OTHER.has(word)) other++;
  }
  return english > other;
}
