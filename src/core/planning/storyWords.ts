/**
 * The words of stories, title and sentence, as numbers: read once for each story, small enough to be kept for 10,000,
 * and quick to hold one story against all others.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { fieldText, mapOf } from '../features/itemText.ts';
import { exactWords, tokensOf } from '../writing/sets/tokens.ts';

export interface StoryWords {
  /** Each word once. */
  readonly title: Uint32Array;
  /** Those of the title and the sentence together. */
  readonly all: Uint32Array;
}

const vocabularies = new WeakMap<Backlog, Vocabulary>();

/** The vocabulary of a backlog; it only grows. */
export function vocabularyOf(backlog: Backlog): Vocabulary {
  let vocabulary = vocabularies.get(backlog);
  if (vocabulary === undefined) vocabularies.set(backlog, (vocabulary = new Vocabulary(backlog)));
  return vocabulary;
}

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #read = new WeakMap<Item, StoryWords>();
  #counted:
    { readonly revision: number; readonly stories: number; readonly frequency: Uint32Array } | undefined;

  constructor(private readonly backlog: Backlog) {}

  of(item: Item): StoryWords {
    let words = this.#read.get(item);
    if (words === undefined) this.#read.set(item, (words = this.#readWords(item)));
    return words;
  }

  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** A word in the form in which the item has it: `species`, where `specy` is compared. */
  asWritten(item: Item, number: number): string {
    const word = this.word(number);
    const written = exactWords(`${item.title ?? ''}\n${this.#sentence(item) ?? ''}`);
    return written.find((one) => tokensOf(one)[0] === word) ?? word;
  }

  /**
   * How much a word tells, by its number: much where few stories have it, nothing where it belongs to the form of a
   * sentence or to the name of a persona. The inverse document frequency, counted once between two edits.
   */
  get rarity(): (number: number) => number {
    const { stories, frequency } = this.#count();
    const roles = new Set(this.backlog.list('personas').flatMap(({ title = '' }) => tokensOf(title)));
    const tellsNothing = (word: string): boolean => FORM.has(word) || roles.has(word);
    return (number) =>
      tellsNothing(this.word(number)) ? 0 : Math.log((stories + 1) / ((frequency[number] ?? 0) + 1)) + 0.5;
  }

  #count(): { readonly stories: number; readonly frequency: Uint32Array } {
    const { revision } = this.backlog;
    if (this.#counted?.revision === revision) return this.#counted;
    const stories = this.backlog.list('stories');
    for (const story of stories) this.of(story);
    const frequency = new Uint32Array(this.#words.length);
    for (const story of stories)
      for (const number of this.of(story).all) frequency[number] = (frequency[number] ?? 0) + 1;
    this.#counted = { revision, stories: stories.length, frequency };
    return this.#counted;
  }

  #readWords(item: Item): StoryWords {
    const sentence = this.#sentence(item);
    const title = this.#numbersOf(tokensOf(item.title ?? ''));
    if (sentence === undefined) return { title, all: title };
    return { title, all: Uint32Array.from(new Set([...title, ...this.#numbersOf(tokensOf(sentence))])) };
  }

  #sentence(item: Item): string | undefined {
    const map = mapOf(this.backlog, item);
    return map && fieldText(map, 'story', item.slice.text);
  }

  #numbersOf(words: readonly string[]): Uint32Array {
    return Uint32Array.from(new Set(words.map((word) => this.#numberOf(word))));
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.length;
      this.#numbers.set(word, number);
      this.#words.push(word);
    }
    return number;
  }
}

/** Words of the sentence's form, and those that join others: that two stories share them says nothing. */
const FORM: ReadonlySet<string> = new Set(
  'as want so when can to of and or in on at for from with by it this without not no into if they them'.split(
    ' ',
  ),
);
