/**
 * What the words of a story are, as an editor colours them: who, what and why, the keywords of steps and their
 * parameters, and ids. Grammars know the usual English; this knows the team's templates and languages. An item is
 * read once for as long as it does not change. Offsets count in the item's slice.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Span } from '../../text/span.ts';
import type { Step } from '../../writing/acceptance/criteria.ts';
import type { Part, Sentence } from '../../writing/sentence/sentence.ts';
import { itemsWithin, type PlacedItem } from './itemsWithin.ts';
import { writtenItem } from './personas.ts';
import { parametersIn } from './stepParameters.ts';

/** What a token is; its place in this list is its number. */
export const TOKEN_KINDS = [
  'storyKeyword',
  'storyRole',
  'storySituation',
  'storyMeans',
  'storyEnd',
  'stepKeyword',
  'stepParameter',
  'itemId',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

/** On one line. */
export interface Token extends Span {
  readonly kind: TokenKind;
}

export interface ItemTokens extends PlacedItem {
  /** Sorted, not overlapping. The same object for as long as the item does not change. */
  readonly tokens: readonly Token[];
}

/** The tokens of the items that touch the span, in the order of the file. */
export function* semanticTokens(backlog: Backlog, span: Span): Iterable<ItemTokens> {
  for (const placed of itemsWithin(backlog, span))
    yield { ...placed, tokens: tokensOf(backlog, placed.item) };
}

const known = new WeakMap<Item, readonly Token[]>();

function tokensOf(backlog: Backlog, item: Item): readonly Token[] {
  let tokens = known.get(item);
  if (tokens === undefined) {
    tokens = readTokens(backlog, item);
    known.set(item, tokens);
  }
  return tokens;
}

function readTokens(backlog: Backlog, item: Item): readonly Token[] {
  const found: Token[] = [];
  const { text } = item.slice;
  const add = (span: Span, kind: TokenKind): void => {
    found.push(...byLine(span, kind, text));
  };
  if (item.idSpan) add(item.idSpan, 'itemId');
  for (const reference of item.references) add(reference, 'itemId');
  if (item.list === 'stories' || item.list === 'epics') {
    const written = writtenItem(backlog, item);
    if (written?.sentence) addSentence(written.sentence, add);
    for (const { scenarios } of written?.criteria ?? [])
      for (const { steps } of scenarios) for (const step of steps) addStep(step, add);
  }
  return withoutOverlap(found);
}

type Add = (span: Span, kind: TokenKind) => void;

function addSentence({ written, role, situation, means, end }: Sentence, add: Add): void {
  const addPart = (part: Part | undefined, kind: TokenKind): void => {
    if (part === undefined) return;
    add(written.span(part.indicator), 'storyKeyword');
    add(written.span(part), kind);
  };
  addPart(role, 'storyRole');
  addPart(situation, 'storySituation');
  addPart(means, 'storyMeans');
  addPart(end, 'storyEnd');
}

function addStep({ in: text, keyword, span, words }: Step, add: Add): void {
  if (keyword !== '') add(text.span({ start: span.start, end: span.start + keyword.length }), 'stepKeyword');
  const inside = text.text.slice(words.start, words.end);
  for (const { start, end } of parametersIn(inside))
    add(text.span({ start: start + words.start, end: end + words.start }), 'stepParameter');
}

/** A text that is folded over several lines, line by line, without the indentation. */
function* byLine({ start, end }: Span, kind: TokenKind, text: string): Iterable<Token> {
  let at = start;
  while (at < end) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    const line = text.slice(at, stop);
    const first = line.search(/\S/);
    if (first >= 0) yield { start: at + first, end: at + line.trimEnd().length, kind };
    at = stop + 1;
  }
}

/** Of two tokens that overlap, the one that begins first stays. */
function withoutOverlap(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (const token of [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (token.end > token.start && (last === undefined || token.start >= last.end)) kept.push(token);
  }
  return kept;
}
