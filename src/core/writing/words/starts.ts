/** Who does what is wanted, where the story names them in front of the verb: `the system to lock the record`. */
import { isParticiple } from './participles.ts';
import type { Token } from './tokens.ts';
import { verbKind } from './verbs.ts';
import { CLAUSES, CONJUNCTIONS, DETERMINERS, isAdverb, PARTICLES, SUBJECTS } from './wordClasses.ts';

/** Where the walk begins, and who does what is wanted. */
export interface Start {
  readonly at: number;
  /** Somebody or something else does it: `the system to lock the record`. */
  readonly causative: boolean;
  /** It is done to something: `the label to be printed`. */
  readonly passive: boolean;
}

/** Most words of `the owner of the flat` in front of a verb. */
const LONGEST_SUBJECT = 5;

/** The place behind a few words that can name somebody or something, where `ends` is true; undefined where there is none. */
export function behindSubject(
  tokens: readonly Token[],
  from: number,
  ends: (at: number) => boolean,
): number | undefined {
  for (let at = from; at < tokens.length && at <= from + LONGEST_SUBJECT; at++) {
    const word = tokens[at]?.word ?? '';
    if (at > from && ends(at)) return at;
    if (!/^[\p{L}\p{N}]/u.test(word) || CONJUNCTIONS.has(word) || CLAUSES.has(word) || SUBJECTS.has(word))
      return undefined;
    if (PARTICLES.has(word) && word !== 'of') return undefined;
  }
  return undefined;
}

/** `the system to lock the record`, `the label to be printed`. */
export function doneByOthers(tokens: readonly Token[], from: number): Start | undefined {
  const word = (at: number): string => tokens[at]?.word ?? '';
  const to = behindSubject(tokens, from, (at) => word(at) === 'to');
  if (to === undefined) return undefined;
  let at = to + 1;
  if (word(at) === 'be' && word(at + 1) === 'able' && word(at + 2) === 'to') at += 3;
  while (isAdverb(tokens[at])) at++;
  const done = participleBehindBe(tokens, at);
  if (done !== undefined) return { at: done, causative: true, passive: true };
  const kind = verbKind(word(at));
  // `a link to help and support`
  const alone = kind === 'mixed' && !/^[\p{L}\p{N}]/u.test(word(at + 1));
  const noun = alone || (kind === 'mixed' && CONJUNCTIONS.has(word(at + 1)));
  return kind === undefined || noun ? undefined : { at, causative: true, passive: false };
}

/** `have the label be printed`, `get the form signed`. */
export function doneFor(tokens: readonly Token[], at: number): Start | undefined {
  const verb = tokens[at]?.word ?? '';
  const determined = DETERMINERS.has(tokens[at + 1]?.word ?? '');
  if ((verb !== 'have' && verb !== 'get') || !determined) return undefined;
  const be = behindSubject(
    tokens,
    at + 2,
    (i) => tokens[i]?.word === 'be' || isParticiple(tokens[i]?.word ?? ''),
  );
  const done = be === undefined ? undefined : participleBehindBe(tokens, be);
  if (done !== undefined) return { at: done, causative: true, passive: true };
  // `have the signed and dated form`: nothing is done where a thing follows.
  const next = tokens[(be ?? 0) + 1]?.word ?? '';
  const verbal = be !== undefined && (PARTICLES.has(next) || CONJUNCTIONS.has(next) || next === ',');
  const modifies = /^\p{L}/u.test(tokens[(be ?? 0) + 3]?.word ?? '') && CONJUNCTIONS.has(next);
  return verbal && !modifies ? { at: be, causative: true, passive: true } : undefined;
}

/** The place of `printed` in `be printed`, where that is at `at`. */
export function participleBehindBe(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.word !== 'be') return undefined;
  let done = at + 1;
  while (isAdverb(tokens[done])) done++;
  return isParticiple(tokens[done]?.word ?? '') ? done : undefined;
}
