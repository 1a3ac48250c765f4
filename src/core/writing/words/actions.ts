/**
 * Finds where the means of an English story go on to a second action of the same person: `book a slot and invoice the
 * client`. Not a tagger: it knows what may follow a conjunction and what speaks against a verb there. It would rather
 * miss one than take two nouns for two actions.
 */
import type { Span } from '../../text/span.ts';
import { type Token, tokensOf } from './tokens.ts';
import { verbKind } from './verbs.ts';

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
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const CONJUNCTIONS = set('and or & + plus / ; but then');
const DETERMINERS = set(
  'a an the my our your his her its their this these those it them me us him all any each every some no another both either whose someone everyone others one two three more many multiple several additional new existing what how whether if',
);
const ARTICLES = set(
  'a an the my our your his her its their this that these those both all any each every no',
);
const CLAUSES = set(
  'that which who whom whose when where while if whether how what why because until unless once whenever wherever',
);
const WH = set('how what why whether if when where who');
const PARTICLES = set(
  'for to about on in out up off at with through into over from by down back away around forward forwards backwards between across within by as of',
);
const ADVERBS = set(
  'also then only just still even better first always never later simply optionally again finally either not instead afterwards immediately easily quickly possibly additionally otherwise further hence thus maybe perhaps sometimes often now soon',
);
const SUBJECTS = set('i we they you he she');
/** They open a clause where somebody follows who does something: `before I leave`. */
const BEFORE_SUBJECT = set('before after as since though although than');
/** Two verbs that are one. */
const IDIOMS = set(
  'drag-drop copy-paste cut-paste mix-match pick-choose point-click find-replace search-replace go-see come-see wait-see try-find divide-conquer plug-play rinse-repeat stop-go park-ride',
);
/** What follows them tells how, not what is done. */
const STATES = set('be get feel look stay become seem remain keep go work');
const AUXILIARIES = set('can could may might must should shall will would');
const NO_ADVERB = set(
  'apply supply reply rely comply multiply family assembly daily weekly monthly only early likely',
);

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
  if (wrapper === 0 && !verbFirst) return undefined;
  const tokens = tokensOf(means);
  let at = tokens.findIndex(({ start }) => start >= wrapper);
  if (at < 0) return undefined;
  while (at < tokens.length - 1 && isAdverb(tokens[at])) at++;
  const first = tokens[at];
  if (first === undefined) return undefined;
  return { first, more: new Walk(tokens, at).joints() };
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

  constructor(tokens: readonly Token[], first: number) {
    this.#tokens = tokens;
    this.#first = first;
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
    const list = word === ',' && this.#verbsOnly && this.#word(i - 1) !== ',';
    const also = word === 'as' && this.#word(i + 1) === 'well' && this.#word(i + 2) === 'as';
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
    if (IDIOMS.has(`${this.#word(conjunction - 1)}-${this.#word(at)}`)) return false;
    if (this.#verbsOnly) return kind !== undefined || this.#isUnknownVerb(conjunction, at, followed);
    if (kind === undefined || this.#inNounGroup(conjunction, kind === 'mixed' && !followed)) return false;
    const comma = this.#word(conjunction - 1) === ',';
    if (this.#clause && marked === 'can') return false;
    const takesBack = /^(?:it|them)$/.test(this.#word(at + 1));
    if (this.#clause && !takesBack && !this.#endsClause(this.#clause, comma)) return false;
    if (marked === 'to') return this.#infinitive === undefined || comma;
    if (this.#infinitive !== undefined && !comma) return false;
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

  /** `… and I want to see it`. */
  #secondWish(i: number, at: number): Joint | undefined {
    const wish = /^(?:want|need|wish|would)$/.test(this.#word(at + 1));
    if (!wish || (this.#clause && !this.#endsClause(this.#clause, this.#word(i - 1) === ',')))
      return undefined;
    const to = this.#tokens.findIndex((token, k) => k > at && k < at + 5 && token.word === 'to');
    return this.#joint(i, to < 0 ? at + 2 : to + 1);
  }

  #joint(from: number, to: number): Joint | undefined {
    const conjunction = this.#tokens[this.#word(from - 1) === ',' ? from - 1 : from];
    const verb = this.#tokens[to];
    if (conjunction === undefined || verb === undefined) return undefined;
    const start = this.#tokens[from]?.start ?? conjunction.start;
    return {
      span: { start, end: verb.end },
      verb: { start: verb.start, end: verb.end },
      shares: this.#verbsOnly,
    };
  }

  #index({ start }: Span): number {
    return this.#tokens.findIndex((token) => token.start === start);
  }

  #word(i: number): string {
    return this.#tokens[i]?.word ?? '';
  }
}

function isAdverb(token: Token | undefined): boolean {
  const word = token?.word ?? '';
  return ADVERBS.has(word) || (/..ly$/.test(word) && !NO_ADVERB.has(word));
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
