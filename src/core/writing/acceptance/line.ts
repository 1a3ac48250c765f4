/**
 * Reads a criterion of one line: `Given a cart, when I pay, then a receipt is sent`. People write it with commas,
 * semicolons, full stops or nothing between the steps, in any case of letters; and they use "when", "then" and "and" as
 * plain words inside a step as well. A word between signs, or with a capital, is a keyword; a bare one only where no
 * clearer one follows.
 */
import type { Span } from '../../text/span.ts';
import type { Written } from '../written.ts';
import type { Scenario, Step } from './criteria.ts';
import {
  ENGLISH,
  keywordAtStart,
  type Keywords,
  patternsOf,
  type StepKind,
  type StepWord,
} from './keywords.ts';

export interface Line extends Scenario {
  /** False for one that begins with `And` or `But` and says nothing else: alone, that is a plain sentence. */
  readonly complete: boolean;
}

/** A keyword, or a word that looks like one. */
interface Candidate {
  readonly word: StepWord;
  readonly keyword: string;
  /** Of the keyword. */
  readonly start: number;
  /** Behind the keyword and what belongs to it. */
  readonly end: number;
  /** Where the step before it ends. */
  readonly stop: number;
  /** What stands before it: the end of a clause (`;`, a line break), of a sentence, a comma or a dash, or nothing but space. */
  readonly behind: 'clause' | 'sentence' | 'comma' | 'space';
  readonly capital: boolean;
}

/**
 * The steps of a line; undefined where it does not begin with a keyword, and is a check.
 * @param open what the line before it ends with, for a line that begins with `And`.
 */
export function readLine(written: Written, keywords: Keywords, open: StepKind = 'given'): Line | undefined {
  const { text } = written;
  const own = keywordAtStart(text, keywords);
  const used = own ? keywords : ENGLISH;
  const first = own ?? keywordAtStart(text, ENGLISH);
  if (!first) return undefined;
  const end = first.end;
  const start = text.toLowerCase().indexOf(first.keyword.toLowerCase());
  const opening: Candidate = {
    ...first,
    start: Math.max(0, start),
    end,
    stop: 0,
    behind: 'sentence',
    capital: true,
  };
  const accepted = choose(text, opening, candidatesIn(text, end, used), open);
  const steps = stepsOf(written, accepted, open);
  const conjunction = first.word === 'and' || first.word === 'but';
  return {
    form: 'scenario',
    name: undefined,
    head: { in: written, at: trimmed(text) },
    steps,
    before: [],
    empty: [],
    columns: [],
    complete: !conjunction || accepted.some(({ word }) => word !== 'and' && word !== 'but'),
  };
}

function trimmed(text: string): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** What somebody says, or adds in brackets, holds no keywords. */
const ASIDE = /"[^"]*"|“[^“”]*”|„[^„“]*“|«[^«»]*»|`[^`]*`|\((?:[^()]|\([^()]*\))*\)/g;

function asidesIn(text: string): readonly Span[] {
  if (!/["“„«`(]/.test(text)) return [];
  return Array.from(text.matchAll(ASIDE), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

interface Gap {
  /** Where the step before the keyword ends. */
  readonly stop: number;
  readonly behind: Candidate['behind'];
  /** True where a sign or a space keeps the keyword from what is before it. */
  readonly apart: boolean;
  readonly sign: boolean;
}

/** What stands before a keyword: spaces, perhaps Markdown's stars, and a sign or a dash. */
function gapBefore(text: string, start: number, from: number): Gap {
  let at = start;
  while (at > from && /[\s*_]/.test(text.charAt(at - 1))) at--;
  const space = text.slice(at, start);
  const before = at > from ? text.charAt(at - 1) : '';
  const isDash = /[-–—]/.test(before) && space !== '' && /\s/.test(text.charAt(at - 2));
  const sign = /[,;。,;、.!?:]/.test(before) && (space !== '' || before !== '.') ? before : isDash ? '-' : '';
  const apart = space !== '' || sign !== '' || at === from;
  const ends = sign === '' ? at : at - 1;
  const trimmed = text.slice(from, ends).trimEnd().length + from;
  return { stop: trimmed, behind: behindOf(sign, space), apart, sign: sign !== '' };
}

function behindOf(sign: string, space: string): Candidate['behind'] {
  if (sign === ';' || sign === ';' || space.includes('\n')) return 'clause';
  if (/[.!?。]/.test(sign)) return 'sentence';
  return sign === '' ? 'space' : 'comma';
}

function candidatesIn(text: string, from: number, keywords: Keywords): readonly Candidate[] {
  const { inside, wordOf } = patternsOf(keywords);
  const asides = asidesIn(text);
  const found: Candidate[] = [];
  let shouted: boolean | undefined;
  inside.lastIndex = from;
  for (let match = inside.exec(text); match; match = inside.exec(text)) {
    const keyword = match.groups?.['keyword'] ?? '';
    const word = wordOf.get(keyword.toLowerCase());
    const start = match.index;
    const { stop, behind, apart, sign } = gapBefore(text, start, from);
    const aside = asides.some((each) => start > each.start && start < each.end);
    if (word === undefined || !apart || aside || (keywords.glued.has(keyword) && !sign)) {
      inside.lastIndex = start + 1;
      continue;
    }
    const first = keyword.charAt(0);
    const capital =
      keyword.length > 1 && first !== first.toLowerCase() && !(shouted ??= text === text.toUpperCase());
    const end = start + match[0].length;
    const before = found.at(-1);
    const joined = before && text.slice(before.end, start).trim() === '' && joinedWith(before, word);
    if (joined) {
      // `and when`, `and then`: one keyword.
      found[found.length - 1] = {
        ...before,
        word,
        keyword: text.slice(before.start, start + keyword.length),
        end,
        capital: before.capital || capital,
      };
    } else found.push({ word, keyword, start, end, stop, behind, capital });
  }
  return found;
}

function joinedWith({ word }: Candidate, next: StepWord): boolean {
  return (word === 'and' || word === 'but') && next !== 'and' && next !== 'but';
}

/** The candidates that are keywords, the opening first. */
function choose(
  text: string,
  opening: Candidate,
  candidates: readonly Candidate[],
  open: StepKind,
): readonly Candidate[] {
  const accepted = [opening];
  let phase = kindOf(opening.word, open);
  const seen = new Set<StepKind>([phase]);
  for (const [i, candidate] of candidates.entries()) {
    const rest = candidates.slice(i + 1);
    const since = text.slice(accepted.at(-1)?.end ?? 0, candidate.stop);
    if (!isKeyword(candidate, { phase, seen, rest, since, text })) continue;
    const { word } = candidate;
    // `…, and then …` among outcomes is one more outcome.
    const again = word === phase && /^\S+\s/.test(candidate.keyword) && candidate.behind !== 'space';
    accepted.push(again ? { ...candidate, word: 'and' } : candidate);
    phase = kindOf(word, phase);
    seen.add(phase);
  }
  return accepted;
}

function kindOf(word: StepWord, before: StepKind): StepKind {
  return word === 'and' || word === 'but' ? before : word;
}

interface Around {
  /** What the steps before are. */
  readonly phase: StepKind;
  readonly seen: ReadonlySet<StepKind>;
  readonly rest: readonly Candidate[];
  /** The text since the last keyword. */
  readonly since: string;
  readonly text: string;
}

function isKeyword(candidate: Candidate, around: Around): boolean {
  const { word, capital, behind } = candidate;
  const { phase, seen, rest } = around;
  if (capital) return true;
  const ends = behind === 'clause' || behind === 'sentence';
  switch (word) {
    case 'and':
    case 'but':
      return startsClause(candidate, around);
    case 'given':
      return ends || (behind === 'comma' && (phase !== 'then' || !seen.has('given')));
    case 'when':
      if (ends) return true;
      if (phase === 'then')
        return behind === 'comma' && (!seen.has('when') || rest.some((each) => each.word === 'then'));
      return behind === 'comma' || (phase === 'given' && !hasClearer('when', rest));
    case 'then':
      return behind !== 'space' || (phase !== 'then' && !hasClearer('then', rest));
  }
}

/** True where the word comes again in a place where it can only be a keyword. */
function hasClearer(word: StepWord, rest: readonly Candidate[]): boolean {
  return rest.some((each) => each.word === word && (each.capital || each.behind !== 'space'));
}

/** A comma and "and" also end a list: `the name, the phone, and the tag`, `a note, and photos`. */
function startsClause({ behind, end }: Candidate, { since, text }: Around): boolean {
  if (behind === 'clause') return true;
  // A full stop and a small letter: `etc. and`.
  if (behind !== 'comma') return false;
  const words = text.slice(end).split(/[,;.]/, 1)[0]?.trim().split(/\s+/) ?? [];
  return !/[,,、]/.test(since) && words.length > 1;
}

/** What stands behind a step and is no part of it. */
const SIGN = /[\s,;.。,;、*_]/u;

function stepsOf(written: Written, accepted: readonly Candidate[], open: StepKind): readonly Step[] {
  const { text } = written;
  let kind = open;
  return accepted.map(({ word, keyword, start, end }, i) => {
    kind = kindOf(word, kind);
    const stop = accepted[i + 1]?.stop ?? text.length;
    const rest = text.slice(end, stop);
    let last = stop;
    while (last > end && SIGN.test(text.charAt(last - 1))) last--;
    const from = Math.min(end + rest.length - rest.replace(/^[\s,;]+/u, '').length, last);
    const words = { start: from, end: Math.max(from, last) };
    const keywordEnd = start + keyword.length;
    return {
      kind,
      said: word,
      keyword,
      in: written,
      span: { start, end: Math.max(words.end, keywordEnd) },
      words: words.start === words.end ? { start: keywordEnd, end: keywordEnd } : words,
      argument: undefined,
    };
  });
}
