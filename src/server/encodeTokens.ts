/**
 * Semantic tokens as LSP has them: five numbers each, counted from the token before. What an item gives is put into
 * lines once, for as long as the item does not change.
 */
import type { ItemTokens, Token, TokenKind } from '../core/features/reading/semanticTokens.ts';
import { TOKEN_KINDS } from '../core/features/reading/semanticTokens.ts';
import type { SlicedText } from '../core/yaml/slicedText.ts';

/** For editors that know the token types of the protocol only. */
const STANDARD: Readonly<Record<TokenKind, string>> = {
  storyKeyword: 'keyword',
  storyRole: 'type',
  storySituation: 'type',
  storyMeans: 'property',
  storyEnd: 'string',
  stepKeyword: 'keyword',
  stepParameter: 'parameter',
  itemId: 'variable',
};

/** The names of the token types. An editor with Refinery in it knows ours, which the manifest declares. */
export function tokenTypes(isRefinery: boolean): string[] {
  return TOKEN_KINDS.map((kind) => (isRefinery ? kind : STANDARD[kind]));
}

/** Line in the slice, character, length and type of each token. */
type Lines = readonly number[];
const known = new WeakMap<readonly Token[], Lines>();

export function encodeTokens(source: SlicedText, items: Iterable<ItemTokens>): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { item, index, tokens } of items) {
    const lines = linesOf(item.slice.text, tokens);
    const base = source.lineOf(index);
    for (let i = 0; i + 3 < lines.length; i += 4) {
      const [ownLine = 0, ownCharacter = 0, length = 0, type = 0] = lines.slice(i, i + 4);
      const at = base + ownLine;
      data.push(at - line, at === line ? ownCharacter - character : ownCharacter, length, type, 0);
      line = at;
      character = ownCharacter;
    }
  }
  return data;
}

function linesOf(text: string, tokens: readonly Token[]): Lines {
  let lines = known.get(tokens);
  if (lines === undefined) {
    lines = inLines(text, tokens);
    known.set(tokens, lines);
  }
  return lines;
}

function inLines(text: string, tokens: readonly Token[]): Lines {
  const lines: number[] = [];
  let line = 0;
  let lineStart = 0;
  for (const { start, end, kind } of tokens) {
    for (
      let next = text.indexOf('\n', lineStart);
      next >= 0 && next < start;
      next = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = next + 1;
    }
    lines.push(line, start - lineStart, end - start, TOKEN_KINDS.indexOf(kind));
  }
  return lines;
}
