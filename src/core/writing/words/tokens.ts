/** The words and signs of a text, each with its place. */
import type { Span } from '../../text/span.ts';

export interface Token extends Span {
  /** In small letters, with straight apostrophes. */
  readonly word: string;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [found] = match;
    tokens.push({
      word: found.toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + found.length,
    });
  }
  return tokens;
}
