/** Where one sentence ends and another begins. */
import { endsAbbreviation } from './clauses.ts';

const STOP = /[.!?…](?=["'”’)\]*_]*\s+(?:["'“‘([*_]*[\p{Lu}\p{N}]|(?!and\b|or\b)\p{Ll}))|\n[ \t]*\n/gu;
const NAME_BEFORE =
  /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Fig|Sec|Ch|vol|pp?|cf|ca|al|Inc|Ltd|Co|Corp|max|min)\.$/u;

/**
 * The offset behind the first full stop (or line that is left blank) from `from` on that something else follows;
 * undefined where the text is one sentence. Abbreviations, numbers and versions have stops that end nothing.
 */
export function sentenceEnd(text: string, from: number): number | undefined {
  STOP.lastIndex = from;
  for (let match = STOP.exec(text); match; match = STOP.exec(text)) {
    const end = match.index + (match[0].startsWith('\n') ? 0 : 1);
    if (match[0] === '.' && (isEtc(text, end) || endsWord(text, from, end) || isShort(text, end))) continue;
    return end;
  }
  return undefined;
}

/** `max. three`, `the ed. by`: in front of a small letter only a longer word ends a sentence. */
function isShort(text: string, end: number): boolean {
  const goesOn = /^["'”’)\]*_]*\s+\p{Ll}/u.test(text.slice(end, end + 8));
  return goesOn && /(?:^|[^\p{L}])\p{L}{1,4}\.$/u.test(text.slice(Math.max(0, end - 6), end));
}

/** `etc.` ends a sentence only where the next one begins with a capital. */
function isEtc(text: string, end: number): boolean {
  return (
    /\betc\.$/i.test(text.slice(Math.max(0, end - 6), end)) &&
    !/^["'”’)\]]*\s+\p{Lu}/u.test(text.slice(end, end + 12))
  );
}

function endsWord(text: string, from: number, end: number): boolean {
  if (/\betc\.$/i.test(text.slice(Math.max(0, end - 6), end))) return false;
  return endsAbbreviation(text, from, end) || NAME_BEFORE.test(text.slice(Math.max(from, end - 6), end));
}
