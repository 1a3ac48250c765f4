/** A list of words and phrases that is looked for in texts: whole words, whatever their case; the longest counts. */
import type { Span } from '../../text/span.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Found extends Span {
  /** The phrase as the list has it. */
  readonly phrase: string;
  /** Position of its first word in the tokens. */
  readonly from: number;
  /** Position behind its last word. */
  readonly to: number;
}

interface Entry {
  readonly phrase: string;
  readonly words: readonly string[];
}

export class Phrases {
  /** By first word; the longest phrase first. */
  readonly #byFirst = new Map<string, Entry[]>();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const words = tokensOf(phrase).map(({ word }) => word);
      const [first] = words;
      if (first === undefined) continue;
      const entries = this.#byFirst.get(first) ?? [];
      entries.push({ phrase: phrase.trim(), words });
      this.#byFirst.set(first, entries);
    }
    for (const entries of this.#byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** Where the phrases stand, from left to right, not overlapping. */
  in(tokens: readonly Token[]): readonly Found[] {
    let found: Found[] | undefined;
    for (let i = 0; i < tokens.length; i++) {
      const entry = this.#at(tokens, i);
      const first = tokens[i];
      const last = entry && tokens[i + entry.words.length - 1];
      if (entry === undefined || first === undefined || last === undefined) continue;
      const to = i + entry.words.length;
      (found ??= []).push({ start: first.start, end: last.end, phrase: entry.phrase, from: i, to });
      i = to - 1;
    }
    return found ?? NONE;
  }

  #at(tokens: readonly Token[], i: number): Entry | undefined {
    const entries = this.#byFirst.get(tokens[i]?.word ?? '');
    return entries?.find(({ words }) => words.every((word, k) => tokens[i + k]?.word === word));
  }
}

const NONE: readonly Found[] = [];
