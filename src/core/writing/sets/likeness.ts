/**
 * By which keys stories are found to say the same: each is a number made of the words that count, so that whoever
 * shares one is alike in that respect. Nothing has to be compared with everything else.
 */
import type { Span } from '../../text/span.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { leadingVerb } from '../words/actions.ts';
import type { Key } from './keyGroups.ts';
import { exactWords, hashOf, joined, tokensOf } from './tokens.ts';

/** The keys of one item. */
export interface Likeness {
  /** What is reported. Offsets of the item's slice. */
  readonly at: Span;
  /** The whole text but for case and punctuation. */
  readonly text: Key;
  /** The same wish of the same role; undefined where there is no wish. */
  readonly wish: Key | undefined;
  /** The same wish of anybody. */
  readonly anybody: Key | undefined;
  /** All words but one, of the same role; and all words, for those that have one more. */
  readonly variants: readonly Key[];
}

/** A title of fewer words is not the text of an item, but a heading that may well come again. */
const WORDS_OF_TITLE = 4;
/** A wish of fewer words is said in passing (`log in`). */
const WORDS_OF_WISH = 2;
/** Texts of fewer words differ in one by nature; in longer ones than the most nobody looks for a word. */
const WORDS_OF_VARIANT = 5;
const MOST_WORDS = 60;

/** Words that turn the sense around, so that a text without them is no variant. */
const TURNING: ReadonlySet<string> = new Set(
  "not no never without except don’t don't cannot can’t can't only before after".split(' '),
);

/** Undefined for an item with nothing to compare. */
export function likenessOf(written: WrittenItem): Likeness | undefined {
  const { sentence, item } = written;
  if (sentence === undefined) {
    if (item.title === undefined || item.titleSpan === undefined) return undefined;
    const words = exactWords(item.title);
    if (words.length < WORDS_OF_TITLE) return undefined;
    const text = keyOf(words, `title of ${item.list} ${item.type ?? ''}`);
    return { at: item.titleSpan, text, wish: undefined, anybody: undefined, variants: [] };
  }
  const { text, node } = sentence.written;
  const exact = keyOf(exactWords(text), `text of ${item.list}`);
  const { start, end } = node;
  const at = { start, end };
  if (sentence.means === undefined)
    return { at, text: exact, wish: undefined, anybody: undefined, variants: [] };
  return { at, text: exact, ...wishKeys(sentence, item.list) };
}

function wishKeys(sentence: Sentence, list: string): Pick<Likeness, 'wish' | 'anybody' | 'variants'> {
  const role = tokensOf(sentence.role?.text ?? '').join(' ');
  const means = tokensOf(sentence.means?.text ?? '');
  const all = [...means, ...tokensOf(sentence.end?.text ?? '')];
  const who = `${list} ${role}`;
  return {
    wish: means.length < WORDS_OF_WISH ? undefined : keyOf(means, `wish ${who}`),
    anybody: means.length < WORDS_OF_WISH ? undefined : keyOf(means, `wish ${list}`),
    variants: variantsOf(all, wantsTo(sentence) ? firstVerb(sentence) : undefined, `variant ${who}`),
  };
}

/** Where the wish begins with a verb, that verb is what it is about: it is not the one word that may differ. */
function wantsTo({ written, means }: Sentence): boolean {
  if (means === undefined) return false;
  const { start, end } = means.indicator;
  return !/\b(?:want|wants|need|needs)$/i.test(written.text.slice(start, end));
}

/** `create` in `be able to create rules` as well. */
function firstVerb({ means }: Sentence): string | undefined {
  return tokensOf(leadingVerb(means?.text ?? ''))[0];
}

/** One key for all words, and one for each word with every occurrence of it left out. */
function variantsOf(words: readonly string[], verb: string | undefined, seed: string): readonly Key[] {
  if (words.length < WORDS_OF_VARIANT - 1 || words.length > MOST_WORDS) return [];
  const hashes = words.map((word) => ({ word, a: hashOf(word), b: hashOf(word, 1) }));
  const start = { a: hashOf(seed), b: hashOf(seed, 1) };
  const without = (left: string | undefined): Key => {
    let { a, b } = start;
    for (const hash of hashes) {
      if (hash.word === left) continue;
      a = joined(a, hash.a);
      b = joined(b, hash.b);
    }
    return { a, b };
  };
  const keys = [without(undefined)];
  if (words.length < WORDS_OF_VARIANT) return keys;
  for (const word of new Set(words)) if (word !== verb && !TURNING.has(word)) keys.push(without(word));
  return keys;
}

function keyOf(words: readonly string[], seed: string): Key {
  let a = hashOf(seed);
  let b = hashOf(seed, 1);
  for (const word of words) {
    a = joined(a, hashOf(word));
    b = joined(b, hashOf(word, 1));
  }
  return { a, b };
}
