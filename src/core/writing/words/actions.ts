/**
 * Finds where the means of an English story go on to a second action of the same person: `book a slot and invoice the
 * client`. Not a tagger: it knows what may follow a conjunction and what speaks against a verb there. It would rather
 * miss one than take two nouns for two actions.
 */
import type { Span } from '../../text/span.ts';
import { isOneAct } from './oneAct.ts';
import { isParticiple } from './participles.ts';
import { behindSubject, doneByOthers, doneFor, participleBehindBe, type Start } from './starts.ts';
import { type Token, tokensOf } from './tokens.ts';
import { verbKind } from './verbs.ts';
import {
  ARTICLES,
  BEFORE_SUBJECT,
  CLAUSES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PARTICLES,
  set,
  SUBJECTS,
} from './wordClasses.ts';

export interface Actions {
  /** The first verb. */
  readonly first: Span;
  /** Where further actions begin, in the order of the text. */
  readonly more: readonly Joint[];
}

export interface Joint {
  /** From the conjunction to the verb, `and edit`. */
  readonly span: Span;
  /** The verb with what belongs in front of it. */
  readonly verb: Span;
  /** The verbs share what follows: `view and edit orders`. */
  readonly shares: boolean;
  /** A clause that says itself who does it: `and the owner should be told`. It can't take over the words before it. */
  readonly ownSubject: boolean;
}

const WH = set('how what why whether if when where who');
/** What stands behind `to` is done by those who are asked: `ask parents to sign the form and return it`. */
const ASKING = set(
  'ask tell remind invite help let allow enable encourage require request teach show permit force',
);
/** What follows them tells how, not what is done. */
const STATES = set('be get feel look stay become seem remain keep go work');
const AUXILIARIES = set('can could may might must should shall will would');
/** A list with more parts, or words in one, is no sentence of a person. */
const MOST_PARTS = 12;
const LONGEST_PART = 20;

/** What stands between `I want to` and the verb of what is wanted. */
const WRAPPER =
  /^(?:(?:to\s+)?(?:be\s+(?:able|allowed|permitted|free)\s+to|(?:have|get)\s+(?:the|an?)\s+(?:ability|option|possibility|chance|opportunity|right|power|permission|means|way)\s+(?:to|of)|use\s+\S+(?:\s+\S+)?\s+to)|(?:the|an?)\s+(?:ability|option|possibility|chance|opportunity|way)(?:\s+to)?)\s+/i;

/** The first word of a wish that is neither an adverb nor one of `be able to`, `have the ability to`: its verb, if it has one. */
export function leadingVerb(means: string): string {
  const tokens = tokensOf(means.slice(wrapperLength(means)));
  return tokens.find((token, i) => !isAdverb(token) || i === tokens.length - 1)?.word ?? '';
}

function wrapperLength(means: string): number {
  return WRAPPER.exec(means)?.[0].length ?? 0;
}

/**
 * @param means what is wanted, without the words that announce it
 * @param verbFirst true where those words end in `to` or a modal, so that a verb follows
 */
export function actionsOf(means: string, verbFirst: boolean): Actions | undefined {
  const wrapper = wrapperLength(means);
  const tokens = tokensOf(means);
  let at = tokens.findIndex(({ start }) => start >= wrapper);
  if (at < 0) return undefined;
  while (at < tokens.length - 1 && isAdverb(tokens[at])) at++;
  const own = wrapper > 0 || verbFirst;
  const start = own
    ? (doneFor(tokens, at) ?? { at, causative: false, passive: false })
    : doneByOthers(tokens, at);
  const first = start && tokens[start.at];
  return first && { first, more: new Walk(tokens, start).joints() };
}

/** Goes through the words behind the first verb, and keeps what decides how a verb behind a conjunction is read. */
class Walk {
  readonly #tokens: readonly Token[];
  readonly #first: number;
  /** Still nothing but verbs, particles and adverbs: what is joined here is verbs. */
  #verbsOnly = true;
  /** The place of the last word that opens a clause of its own, and whether its verb is of one person (`is`, `shows`). */
  #clause: { readonly at: number; readonly word: string; singular: boolean } | undefined;
  /** The place of a verb behind `to`. */
  #infinitive: number | undefined;

  /** What is wanted of others. */
  readonly #causative: boolean;
  readonly #passive: boolean;

  constructor(tokens: readonly Token[], { at, causative, passive }: Start) {
    this.#tokens = tokens;
    this.#first = at;
    this.#causative = causative;
    this.#passive = passive;
  }

  joints(): readonly Joint[] {
    const joints: Joint[] = [];
    for (let i = this.#first + 1; i < this.#tokens.length; i++) {
      const joint = this.#jointAt(i);
      if (joint) {
        joints.push(joint);
        i = this.#index(joint.verb);
        this.#clause = undefined;
        this.#infinitive = undefined;
        this.#verbsOnly = true;
        continue;
      }
      this.#learn(i);
    }
    return joints;
  }

  #learn(i: number): void {
    const word = this.#word(i);
    const opens = CLAUSES.has(word) || (BEFORE_SUBJECT.has(word) && SUBJECTS.has(this.#word(i + 1)));
    if (
      (opens && !(word === 'that' && this.#word(i - 1) === 'so')) ||
      (!this.#clause && SUBJECTS.has(word))
    ) {
      this.#clause = { at: i, word, singular: false };
    } else if (
      this.#clause &&
      /^(?:is|has|was|does|isn't|doesn't|hasn't)$|[^s]s$/.test(word) &&
      verbKind(stem(word)) === 'verb'
    )
      this.#clause.singular = true;
    else if (this.#clause && (word === 'is' || word === 'has' || word === 'was'))
      this.#clause.singular = true;
    if (word === 'to' && verbKind(this.#word(i + 1)) !== undefined && !this.#isPreposition(i))
      this.#infinitive = i + 1;
    if (!PARTICLES.has(word) && !isAdverb(this.#tokens[i]) && word !== ',' && !CONJUNCTIONS.has(word)) {
      const inList = this.#word(i - 1) === ',' && verbKind(word) !== undefined;
      if (!inList) this.#verbsOnly = false;
    }
  }

  /** `to orders`, `to the list` and the particle of `respond to` are no infinitives. */
  #isPreposition(i: number): boolean {
    return (
      verbKind(this.#word(i + 1)) === 'mixed' && !DETERMINERS.has(this.#word(i + 2)) && i === this.#first + 1
    );
  }

  #jointAt(i: number): Joint | undefined {
    const word = this.#word(i);
    // Of several commas in a row the first is the one that is asked.
    const actions = word === ',' && !this.#verbsOnly && !this.#clause && this.#isListOfActions(i);
    const list = word === ',' && this.#verbsOnly && this.#word(i - 1) !== ',';
    const also = word === 'as' && this.#word(i + 1) === 'well' && this.#word(i + 2) === 'as';
    if (actions) return this.#joint(i, this.#behindAdverbs(i + 1));
    if (!CONJUNCTIONS.has(word) && !list && !also) return undefined;
    // `and then`, `and/or`: the first of them was asked already.
    if (word !== '/' && CONJUNCTIONS.has(this.#word(i - 1))) return undefined;
    let at = i + (also ? 3 : 1);
    if (word === 'and' && this.#word(at) === '/') at++;
    while (
      at < this.#tokens.length - 1 &&
      (CONJUNCTIONS.has(this.#word(at)) || this.#word(at) === ',') &&
      word !== '/'
    )
      at++;
    if (/^(?:i|we)$/.test(this.#word(at))) return this.#secondWish(i, at);
    const clause = word === 'and' ? this.#ownSubject(i, at) : undefined;
    if (clause) return clause;
    if (this.#passive) return this.#secondPassive(i, at);
    let marked: 'to' | 'can' | undefined;
    let adverb = false;
    if (this.#word(at) === 'not' || this.#word(at) === 'never') return undefined;
    for (; at < this.#tokens.length - 1; at++) {
      const next = this.#word(at);
      if (next === 'to') marked = 'to';
      else if (AUXILIARIES.has(next) && verbKind(this.#word(at + 1)) !== undefined) marked = 'can';
      else if (next === 'be' && this.#word(at + 1) === 'able') return this.#joint(i, at);
      else if (isAdverb(this.#tokens[at])) adverb = true;
      else break;
    }
    // `create, view and delete`: each verb of a list is followed by the next one.
    if (list && !this.#listGoesOn(at)) return undefined;
    return this.#isVerb(i, at, marked, adverb) ? this.#joint(i, at) : undefined;
  }

  #listGoesOn(at: number): boolean {
    const next = this.#word(at + 1);
    return (
      verbKind(this.#word(at)) !== undefined &&
      (next === ',' || CONJUNCTIONS.has(next) || this.#tokens[at - 2] === this.#tokens[this.#first])
    );
  }

  #isVerb(conjunction: number, at: number, marked: 'to' | 'can' | undefined, adverb: boolean): boolean {
    const kind = verbKind(this.#word(at));
    const followed = DETERMINERS.has(this.#word(at + 1));
    if (this.#word(conjunction) === '/') {
      const before = verbKind(this.#word(conjunction - 1));
      if (this.#verbsOnly)
        return conjunction === this.#first + 1 && kind !== undefined && before !== undefined;
      if (!followed || this.#tokens[conjunction]?.start === this.#tokens[conjunction - 1]?.end) return false;
    }
    if (isOneAct(this.#words(), { first: this.#first, conjunction, second: at })) return false;
    if (this.#verbsOnly) return kind !== undefined || this.#isUnknownVerb(conjunction, at, followed);
    if (kind === undefined || this.#inNounGroup(conjunction, kind === 'mixed' && !followed)) return false;
    const comma = this.#word(conjunction - 1) === ',';
    if (this.#clause && marked === 'can') return false;
    const takesBack = /^(?:it|them)$/.test(this.#word(at + 1));
    if (this.#clause && !takesBack && !this.#endsClause(this.#clause, comma)) return false;
    const ofOthers = this.#infinitive !== undefined && ASKING.has(this.#word(this.#first));
    if (marked === 'to') return this.#infinitive === undefined || (comma && !ofOthers);
    if (this.#infinitive !== undefined && (!comma || ofOthers)) return false;
    if (marked === 'can') return true;
    if (kind === 'verb') return !this.#isModifier(at);
    // `filter by date and sort by name`
    const parallel = PARTICLES.has(this.#word(at + 1)) && this.#word(at + 1) === this.#word(this.#first + 1);
    return followed || parallel || (adverb && comma);
  }

  /** `onboard and off-board employees`: no verb of the list, where only a verb can be. */
  #isUnknownVerb(conjunction: number, at: number, followed: boolean): boolean {
    if (!isBase(this.#word(at)) || STATES.has(this.#word(this.#first))) return false;
    const next = this.#word(at + 1);
    const object =
      /^[\p{L}\p{N}]/u.test(next) && !PARTICLES.has(next) && !CONJUNCTIONS.has(next) && !CLAUSES.has(next);
    return followed || (object && conjunction === this.#first + 1);
  }

  /** A comma closes a clause that has none of its own, and a base form can't go on after `is` or `shows`. */
  #endsClause(
    { at, word, singular }: { readonly at: number; readonly word: string; readonly singular: boolean },
    comma: boolean,
  ): boolean {
    if (singular) return true;
    if (!comma) return false;
    const commas = this.#tokens.slice(at).filter((token) => token.word === ',').length;
    return commas < 2 || !WH.has(word);
  }

  /** `the read and edit pages`: what is joined stands behind an article, and may be no verb at all. */
  #inNounGroup(conjunction: number, mixed: boolean): boolean {
    const kind = verbKind(this.#word(conjunction - 1));
    return ARTICLES.has(this.#word(conjunction - 2)) && (kind === 'verb' || (kind === 'mixed' && mixed));
  }

  /** `registration and add-on`, `sign-in and sign-up`. */
  #isModifier(at: number): boolean {
    const next = this.#word(at + 1);
    return next === '-' || next === '';
  }

  /** `… and I want to see it`, `… and I expect it to fail`. */
  #secondWish(i: number, at: number): Joint | undefined {
    const said = this.#word(at + 1);
    const wish = /^(?:want|need|wish|would)$/.test(said);
    const expects = /^(?:expect|require|demand|should|must|shall)$/.test(said);
    if ((!wish && !expects) || this.#inClause(i)) return undefined;
    if (expects) return this.#joint(i, at + 1, true);
    const to = this.#tokens.findIndex((token, k) => k > at && k < at + 5 && token.word === 'to');
    return this.#joint(i, to < 0 ? at + 2 : to + 1);
  }

  /** `… and the owner should get a copy`; of others also `… and the owner to get a copy`. */
  #ownSubject(i: number, at: number): Joint | undefined {
    // `if a player is ill and the match must be moved`: without a comma the clause goes on.
    if (this.#clause && (this.#word(i - 1) !== ',' || this.#inClause(i))) return undefined;
    if (/^(?:it|they|this|that|these|those|all|any)$/.test(this.#word(at))) return undefined;
    const duty = (k: number): boolean =>
      /^(?:should|must|shall)$/.test(this.#word(k)) ||
      (/^(?:needs?|has|have)$/.test(this.#word(k)) && this.#word(k + 1) === 'to');
    const wanted = (k: number): boolean => this.#causative && this.#word(k) === 'to';
    const marks = behindSubject(this.#tokens, at, (k) => duty(k) || wanted(k));
    if (marks === undefined) return undefined;
    let verb = this.#behindAdverbs(marks + (/^(?:needs?|has|have)$/.test(this.#word(marks)) ? 2 : 1));
    // `the price should be in euros` tells more of what was said.
    if (this.#word(verb) === 'be' && this.#word(verb + 1) === 'able') verb += 3;
    else if (this.#word(verb) === 'be') verb = participleBehindBe(this.#tokens, verb) ?? -1;
    else if (verbKind(this.#word(verb)) === undefined) return undefined;
    return this.#tokens[verb] && this.#joint(i, verb, true);
  }

  /** `to be printed on receipt and attached to the box`. */
  #secondPassive(i: number, from: number): Joint | undefined {
    const at = this.#behindAdverbs(from);
    if (!isParticiple(this.#word(at)) || this.#inClause(i)) return undefined;
    const next = this.#word(at + 1);
    // `be shown in signed and dated forms`: nothing is done where a thing follows.
    const thing =
      /^\p{L}/u.test(next) &&
      !PARTICLES.has(next) &&
      !CONJUNCTIONS.has(next) &&
      !CLAUSES.has(next) &&
      !BEFORE_SUBJECT.has(next);
    const told = DETERMINERS.has(next) || isAdverb(this.#tokens[at + 1]);
    if (thing && !told) return undefined;
    if (isOneAct(this.#words(), { first: this.#first, conjunction: i, second: at })) return undefined;
    return this.#joint(i, at);
  }

  /** `, set the dates, export the list and see who came`: each part begins with what is done, to the last one. */
  #isListOfActions(comma: number): boolean {
    if (this.#passive || (this.#infinitive !== undefined && ASKING.has(this.#word(this.#first))))
      return false;
    let strong = false;
    for (let k = comma, parts = 0; k > 0 && parts < MOST_PARTS; parts++) {
      const closing = CONJUNCTIONS.has(this.#word(k)) || CONJUNCTIONS.has(this.#word(k + 1));
      const at = this.#behindAdverbs(CONJUNCTIONS.has(this.#word(k + 1)) ? k + 2 : k + 1);
      if (k === comma && closing) return false;
      if (!this.#beginsAction(at, false)) return false;
      strong ||= this.#beginsAction(at, true);
      if (closing) return strong;
      k = this.#nextPart(at + 1);
    }
    return false;
  }

  /** The comma, or the conjunction with a verb behind it, that ends a part of a list; 0 where there is none. */
  #nextPart(from: number): number {
    for (let k = from; k < Math.min(this.#tokens.length, from + LONGEST_PART); k++) {
      const word = this.#word(k);
      if (word === ',') return k;
      if (/^(?:and|or)$/.test(word) && this.#beginsAction(this.#behindAdverbs(k + 1), true)) return k;
    }
    return 0;
  }

  /** A verb with what is done to something; `sure` where it can be no noun. */
  #beginsAction(at: number, sure: boolean): boolean {
    const kind = verbKind(this.#word(at));
    const next = this.#word(at + 1);
    if (kind === undefined || !/^[\p{L}\p{N}]/u.test(next) || CONJUNCTIONS.has(next)) return false;
    return kind === 'verb' || DETERMINERS.has(next) || (!sure && !PARTICLES.has(next));
  }

  #inClause(conjunction: number): boolean {
    return this.#clause !== undefined && !this.#endsClause(this.#clause, this.#word(conjunction - 1) === ',');
  }

  #behindAdverbs(from: number): number {
    let at = from;
    while (at < this.#tokens.length - 1 && isAdverb(this.#tokens[at])) at++;
    return at;
  }

  #joint(from: number, to: number, ownSubject = false): Joint | undefined {
    const conjunction = this.#tokens[this.#word(from - 1) === ',' ? from - 1 : from];
    const verb = this.#tokens[to];
    if (conjunction === undefined || verb === undefined) return undefined;
    const start = this.#tokens[from]?.start ?? conjunction.start;
    return {
      span: { start, end: verb.end },
      verb: { start: verb.start, end: verb.end },
      // `insured and delivered to a neighbour`: only the last is done there.
      shares: this.#verbsOnly && !this.#passive && !ownSubject,
      ownSubject,
    };
  }

  #index({ start }: Span): number {
    return this.#tokens.findIndex((token) => token.start === start);
  }

  #words(): (i: number) => string {
    return (i) => this.#word(i);
  }

  #word(i: number): string {
    return this.#tokens[i]?.word ?? '';
  }
}

/** No ending that a base form has not. */
function isBase(word: string): boolean {
  return (
    /^[a-z-]{3,}$/.test(word) &&
    !/(?:s|ed|ing|ion|ment|ness|ity)$/.test(word) &&
    !DETERMINERS.has(word) &&
    !PARTICLES.has(word)
  );
}

function stem(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:sh|ch|s|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
