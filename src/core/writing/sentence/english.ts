/**
 * Takes English story sentences apart as people really write them: commas left out, `I'd like to`, `so I can`,
 * `As an admin I want`, clauses in another order. Looks for the words that announce a clause, from left to right.
 */
import { type Clause, clausesOf, type Mark, type Slot, trimmed } from './clauses.ts';
import { sentenceEnd } from './stop.ts';

/**
 * All expressions run over the text in small letters. Group 1, where there is one, is what has to stand in front and is
 * no part of the indicator: faster than looking back from every place.
 */
const W = String.raw`(?![a-z0-9'’])`;
const ADVERB = String.raw`(?:(?:also|only|just|really|still|simply|always|often|sometimes|usually|personally|then|further|therefore)\s+)*`;
const NOT = String.raw`(?:(?:do not|don['’]?t|never)\s+)?`;
const WANT = String.raw`(?:wants?|wanna|wish|needs?|would\s+(?:[a-z]+ly\s+)?(?:like|love|prefer|want))`;
const CONTRACTED = String.raw`['’]d\s+(?:[a-z]+ly\s+)?(?:like|love|prefer|want)`;
const ABLE = String.raw`(?:am|are|would\s+be|must\s+be|should\s+be|will\s+be|need\s+to\s+be|have\s+to\s+be)\s+able\s+to`;
const WISH = String.raw`(?:would\s+(?:need|have)|require|expect|hope|prefer|intend|have|am\s+(?:looking|trying|hoping)|like|love)`;
const MODAL = String.raw`(?:can(?:not|['’]t)?|could|may|might|must|should|shall|will|would)(?:\s+not)?`;
/** What announces the means beyond doubt, and what may also be part of another clause. */
const STRONG = String.raw`(?:i|we)(?:\s+${ADVERB}${NOT}${WANT}|${CONTRACTED})(?:\s+to)?${W}`;
const WEAK = String.raw`(?:i|we)(?:\s+${ADVERB}(?:${ABLE}|${NOT}(?:${WANT}|${WISH})(?:\s+to)?|${MODAL})|${CONTRACTED}(?:\s+to)?|['’](?:m|re|ll be)\s+able\s+to)${W}`;
/** Behind the role's comma the subject may be left out. */
const BARE = String.raw`(?:would\s+(?:[a-z]+ly\s+)?(?:like|love)|wants?|needs?|wish(?:es)?|should\s+be\s+able|must\s+be\s+able)(?:\s+to)?${W}`;

const EDGE = String.raw`(^|[^a-z0-9'’])`;
const strong = new RegExp(EDGE + STRONG, 'g');
const weak = new RegExp(EDGE + WEAK, 'g');
const behindComma = new RegExp(String.raw`(,\s*(?:then\s+)?)(?:${WEAK}|${BARE})`, 'g');

/** Where nobody says "I want", what the program should do is the wish. */
const shouldBe = new RegExp(
  String.raw`(,\s*)(?:the\s+(?:[a-z-]+\s+){1,3}|it\s+|there\s+|users?\s+)(?:should|must|shall|can|will|would|needs\s+to|has\s+to)(?:\s+(?:be\s+(?:able|possible)\s+(?:for\s+me\s+)?to|also))?${W}`,
  'g',
);

const ARTICLE = String.raw`(?:an?|a\(n\)|a\/an|the|any|some|one\s+of\s+(?:the|our)|our|my|every|each|another)`;
const NO_ROLE = String.raw`(?:soon|per|discussed|well|long|far|much|many|of|part|it|we|i|they|you|described|mentioned|above|below|in|if|to|for|expected|needed|required|possible|result|usual|always|and|or|an?|the)`;
const role = new RegExp(
  String.raw`as\s+(?:${ARTICLE}(?:\s+(?!i\s|we\s)|(?=\s*[,.]|\s*$))|(?!${NO_ROLE}${W})(?=[^\s\d,.;:]))`,
  'y',
);
// A line break takes only its own line: a run of them is not walked over from each of them.
const laterRole = /([,;.:\]–—-]\s*|\n[^\S\n]*)as\s+an?\s/g;
const roleInside = /(\s)as\s+an?\s+(?=[^,.]{1,60}[,\s]\s*(?:i|we)\s)/g;

const endFirst = new RegExp(
  String.raw`(?:in\s+order\s+(?:to|that)|so\s+that|so\s+as\s+to|to\s+be\s+able\s+to|because)${W}`,
  'y',
);
const endBeforeMeans = new RegExp(
  String.raw`(,\s*)(?:in\s+order\s+(?:to|that)|so\s+that|so\s+as\s+to)${W}`,
  'g',
);

const SITUATION = String.raw`(?:when(?:ever)?|while|if|once|after|before|every\s+time|each\s+time)${W}`;
const situation = new RegExp(SITUATION, 'y');
const situationBehindRole = new RegExp(String.raw`(,\s*)${SITUATION}`, 'g');

/** With `that` or `so` said twice, as people do who fill in a form; one indicator, for the rule that reports it. */
const REPEATED = String.raw`(?:\s+(?:so(?:\s+that)?${W}|that(?=\s)(?!\s+(?:is|was|would|will|can|could|way)${W})))*`;
const SO_THAT = String.raw`(?:so\s+that|such\s+that|so\s+as\s+to|in\s+order\s+that)${W}${REPEATED}`;
const SUBJECT = String.raw`(?:i|we|you|he|she|it|they|the|an?|my|our|your|his|her|their|users?|others?|people|everyone|everybody|nobody|no\s+one|each|all|any|this|that|there|only)`;
const commaEnd = new RegExp(
  String.raw`([,.;:–—-]\s*|\n[ \t]*)(?:and\s+)?(?:${SO_THAT}|so(?=\s+(?:that\s+)?${SUBJECT}(?![a-z0-9])))`,
  'g',
);
const plainEnd = new RegExp(String.raw`(\s)${SO_THAT}`, 'g');
const soEnd =
  /(\s)so(?=\s+(?:i|we|they|he|she|it|you|my|our|your|their|the|users?|people|everyone|others|nobody|no\s+one)(?:\s|['’](?:m|re|ll|d)))/g;
const inOrderTo = /([\s,])in\s+order\s+to(?![a-z0-9])/g;
const because = /(,\s*)because(?![a-z0-9])/g;

/** The clauses in the order of the text; none where nothing announces one. */
export function readEnglish(written: string): readonly Clause[] {
  const small = written.toLowerCase();
  // A few capitals of other languages have small forms of another length. Marks of emphasis say nothing.
  const plain = small.length === written.length ? small : written;
  const text = plain.includes('*') ? plain.replaceAll('*', ' ') : plain;
  const first = firstMark(text);
  if (first === undefined) return [];
  const marks = [first];
  for (let last = first; ;) {
    const next = nextMark(text, last, new Set(marks.map(({ slot }) => slot)));
    if (next === undefined || next.start < last.end || marks.length > 8) break;
    marks.push(next);
    last = next;
  }
  const { end } = marks.at(-1) ?? first;
  const clauses = clausesOf(written, marks, sentenceEnd(written, end) ?? written.length);
  return marks.some(({ slot }) => slot === 'means')
    ? clauses
    : clauses.map((clause) => toComma(written, clause));
}

/** Where nobody says "I want", the role ends at the comma: what follows is the wish in other words. */
function toComma(text: string, clause: Clause): Clause {
  const { slot, words } = clause;
  const comma = slot === 'role' ? text.indexOf(',', words.start) : -1;
  return comma < 0 || comma >= words.end ? clause : { ...clause, words: trimmed(text, words.start, comma) };
}

const LEAD =
  /^(?:[\s*_"'“‘>•–—-]|\[[^\]\n]*\]|\([^)\n]*\)|[a-z][a-z0-9]*-?\d+[.:)\]]?\s|\d+[.)]\s|(?:user\s+)?story(?:\s*#?\d+)?\s*[:–—-])*/;
const opening = /([:;.!?–—\]*]\s*|\n[^\S\n]*|\s-\s+)(?:as\s+an?\s|in\s+order\s+to\s)/g;

function firstMark(text: string): Mark | undefined {
  const at = LEAD.exec(text)?.[0].length ?? 0;
  return (
    sticky(role, 'role', text, at) ??
    sticky(endFirst, 'end', text, at) ??
    sticky(situation, 'situation', text, at) ??
    meansAt(text, at) ??
    openingIn(text, at)
  );
}

/** A sentence whose story begins behind other words, as in `Login: as a coach I want …`. */
function openingIn(text: string, at: number): Mark | undefined {
  const found = find(opening, 'role', text, at);
  const wish = find(strong, 'means', text, at);
  if (found === undefined || (wish !== undefined && wish.start < found.start)) {
    const before = wish === undefined ? '' : text.slice(at, wish.start);
    return /^$|[:;.\n–—-]\s*$/.test(before) ? wish : undefined;
  }
  return text.startsWith('in', found.start) ? { ...found, slot: 'end' } : found;
}

function meansAt(text: string, at: number): Mark | undefined {
  const found = find(weak, 'means', text, at);
  return found?.start === at ? found : undefined;
}

function nextMark(text: string, last: Mark, seen: ReadonlySet<Slot>): Mark | undefined {
  const from = last.end;
  switch (last.slot) {
    case 'role':
      return seen.has('means') ? endIn(text, from, seen) : behindRole(text, from, seen);
    case 'situation':
      return earliest(
        seen.has('role') ? undefined : find(laterRole, 'role', text, from),
        find(behindComma, 'means', text, from) ??
          find(strong, 'means', text, from) ??
          find(weak, 'means', text, from),
      );
    case 'end': {
      if (seen.has('means')) return roleBehind(text, from, seen);
      const who = seen.has('role')
        ? undefined
        : (find(laterRole, 'role', text, from) ?? find(roleInside, 'role', text, from));
      return earliest(who, find(behindComma, 'means', text, from) ?? find(strong, 'means', text, from));
    }
    case 'means': {
      const end = endIn(text, from, seen);
      return earliest(roleBehind(text, from, seen), end);
    }
  }
}

function behindRole(text: string, from: number, seen: ReadonlySet<Slot>): Mark | undefined {
  const means =
    earliest(find(behindComma, 'means', text, from), find(strong, 'means', text, from)) ??
    find(weak, 'means', text, from) ??
    find(shouldBe, 'means', text, from);
  return earliest(
    means,
    seen.has('situation') ? undefined : find(situationBehindRole, 'situation', text, from),
    seen.has('end') ? undefined : find(endBeforeMeans, 'end', text, from),
  );
}

function roleBehind(text: string, from: number, seen: ReadonlySet<Slot>): Mark | undefined {
  return seen.has('role') ? undefined : find(laterRole, 'role', text, from);
}

function endIn(text: string, from: number, seen: ReadonlySet<Slot>): Mark | undefined {
  if (seen.has('end')) return undefined;
  return (
    find(commaEnd, 'end', text, from) ??
    find(plainEnd, 'end', text, from) ??
    find(soEnd, 'end', text, from) ??
    find(inOrderTo, 'end', text, from) ??
    find(because, 'end', text, from)
  );
}

function earliest(...marks: readonly (Mark | undefined)[]): Mark | undefined {
  let first: Mark | undefined;
  for (const mark of marks) if (mark && (first === undefined || mark.start < first.start)) first = mark;
  return first;
}

/** The first match from `from` on. The expression is global; its group 1 is what stands in front. */
function find(expression: RegExp, slot: Slot, text: string, from: number): Mark | undefined {
  expression.lastIndex = from;
  const match = expression.exec(text);
  if (!match) return undefined;
  const start = match.index + (match[1]?.length ?? 0);
  return { slot, start, end: match.index + match[0].trimEnd().length };
}

/** The match that begins exactly at `at`. The expression is sticky. */
function sticky(expression: RegExp, slot: Slot, text: string, at: number): Mark | undefined {
  expression.lastIndex = at;
  const match = expression.exec(text);
  return match ? { slot, start: at, end: at + match[0].trimEnd().length } : undefined;
}
