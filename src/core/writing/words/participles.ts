/** What was done to something: `printed`, `sent`. */
import { verbKind } from './verbs.ts';

const IRREGULAR: ReadonlySet<string> = new Set(
  'bought brought built caught chosen cut done drawn driven found frozen given held hidden kept laid left lent made met paid put read rewritten said seen sent set shown sold spent split spoken stolen swept taken taught thrown told undone withdrawn written'.split(
    ' ',
  ),
);
/** They say how somebody is rather than what was done. */
const STATES: ReadonlySet<string> = new Set(
  'interested engaged informed prepared organised organized motivated inspired excited satisfied connected related involved detailed limited advanced complicated tired pleased confused concerned experienced'.split(
    ' ',
  ),
);

export function isParticiple(word: string): boolean {
  if (IRREGULAR.has(word)) return true;
  if (!word.endsWith('ed') || word.length < 5 || STATES.has(word)) return false;
  const stem = word.slice(0, -2);
  const twice = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  const bases = [stem, `${stem}e`, twice, stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem];
  return bases.some((base) => verbKind(base) !== undefined);
}
