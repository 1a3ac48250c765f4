/**
 * yaml/swallowed: text that YAML reads as something else without a word: a comment, a key, nothing. Each is found
 * only where a text is wanted, and "Quote it" quotes exactly what the person meant as text.
 */
import type { Fix } from '../backlog/problem.ts';
import type { Span } from '../text/span.ts';
import { scalarText } from '../yaml/node.ts';
import type { MapNode, Scalar, SeqNode } from '../yaml/node.ts';
import { quoteIt } from './fixes.ts';
import type { Judging } from './judging.ts';
import type { KeyTable } from './plan.ts';
import { hashBehind, lineEnd } from './scalar.ts';

const RULE = 'yaml/swallowed';

/** `title: Fix issue #12`: the text ends before the `#`. */
function behind(judging: Judging, node: Scalar, flow: boolean): void {
  const { text } = judging;
  const hash = hashBehind(text, node.end);
  const end = lineEnd(text, hash);
  reportComment(judging, { start: hash, end }, flow ? undefined : { start: node.start, end });
}

/** A list entry with nothing but a comment behind its dash, or with nothing at all. */
const EMPTY_ENTRY = /^[ \t]*-(?:[ \t]+(#[^\n]*?))?[ \t\r]*$/gm;
/** How far behind the entry before it an empty one is looked for. */
const NEAR = 4000;

/** `- #123` in a list: the entry is empty. */
function inEmptyEntry(judging: Judging, list: SeqNode, index: number): void {
  const { text } = judging;
  const { items } = list;
  let first = index;
  while (first > 0 && items[first - 1] === undefined) first--;
  const from = items[first - 1]?.end ?? list.start;
  const entry = [...text.slice(from, from + NEAR).matchAll(EMPTY_ENTRY)][index - first];
  const comment = entry?.[1];
  if (entry === undefined || comment === undefined || !/^#[^\s#]/.test(comment)) return;
  const start = from + entry.index + entry[0].indexOf('#');
  const span = { start, end: start + comment.length };
  reportComment(judging, span, span);
}

/** `title: #12 is broken`: the value is empty. */
export function swallowedValue(judging: Judging, key: Scalar, flow: boolean): void {
  const { text } = judging;
  const colon = text.indexOf(':', key.end);
  const hash = colon < 0 ? -1 : hashBehind(text, colon + 1);
  if (hash < 0 || text.slice(key.end, colon).trim() !== '') return;
  const span = { start: hash, end: lineEnd(text, hash) };
  reportComment(judging, span, flow ? undefined : span);
}

function reportComment(judging: Judging, comment: Span, whole: Span | undefined): void {
  const { text } = judging;
  const shown = text.slice(comment.start, Math.min(comment.end, comment.start + 40));
  judging.report(
    RULE,
    'warning',
    comment,
    `YAML reads "${shown}" as a comment, not as part of the text: quote the text, or add a space after the "#".`,
    whole === undefined ? undefined : [quoteIt(text, whole)],
  );
}

export const swallowedComment = { behind, inEmptyEntry };

/**
 * `{text: Checked, twice}`: what stands behind the comma becomes a key. True where this is the case at `index`;
 * of several such keys in a row the first speaks for all.
 */
export function swallowedEntry(judging: Judging, map: MapNode, index: number, keys: KeyTable): boolean {
  const { text } = judging;
  let head = index - 1;
  while (head >= 0 && map.pairs[head]?.value === undefined) {
    const key = map.pairs[head]?.key;
    if (key?.kind !== 'scalar' || keys.find(key, text) !== undefined) return false;
    head--;
  }
  const before = map.pairs[head];
  if (before?.key.kind !== 'scalar' || before.value?.kind !== 'scalar' || before.value.style !== 'plain')
    return false;
  const plan = keys.find(before.key, text)?.plan;
  if (plan === undefined || (plan.scalar?.kind !== 'text' && plan.entries === undefined)) return false;
  if (head < index - 1) return true;
  const last = lastOfRun(judging, map, index, keys);
  const key = map.pairs[index]?.key ?? map;
  const whole = { start: before.value.start, end: last };
  const wantsList = plan.scalar?.kind !== 'text';
  judging.report(
    RULE,
    'warning',
    { start: key.start, end: last },
    wantsList
      ? `YAML reads "${text.slice(key.start, last)}" as a key without a value: write a list in brackets.`
      : `YAML reads "${text.slice(key.start, last)}" as a key without a value, since a comma ends the text: quote the text.`,
    [wantsList ? bracketIt(text, whole) : quoteIt(text, whole)],
  );
  return true;
}

function bracketIt(text: string, span: Span): Fix {
  return {
    title: 'Convert to a list',
    edits: [{ ...span, text: `[${text.slice(span.start, span.end)}]` }],
    preferred: true,
  };
}

/** The end of the last of the keys without value that follow each other from `index` on. */
function lastOfRun(judging: Judging, map: MapNode, index: number, keys: KeyTable): number {
  let end = map.start;
  for (let at = index; at < map.pairs.length; at++) {
    const pair = map.pairs[at];
    if (pair === undefined || pair.value !== undefined || pair.key.kind !== 'scalar') break;
    if (keys.find(pair.key, judging.text) !== undefined) break;
    end = pair.key.end;
  }
  return end;
}

/** `- Given a note: draft`: a text with a colon becomes a mapping. True where this is said. */
export function swallowedMapping(judging: Judging, map: MapNode): boolean {
  const { text } = judging;
  const [pair, more] = map.pairs;
  if (pair === undefined || more !== undefined || map.flow || map.tag !== undefined) return false;
  if (pair.key.kind !== 'scalar' || pair.key.style !== 'plain') return false;
  const { value } = pair;
  if (
    value !== undefined &&
    (value.kind !== 'scalar' || value.style === 'literal' || value.style === 'folded')
  )
    return false;
  const colon = text.indexOf(':', pair.key.end);
  let end = value?.end ?? colon + 1;
  if (value === undefined || value.style === 'plain') {
    const hash = hashBehind(text, end);
    if (hash >= 0) end = lineEnd(text, hash);
  }
  const span = { start: map.start, end };
  if (span.end <= span.start || text.slice(span.start, span.end).includes('\n')) return false;
  judging.report(
    RULE,
    'warning',
    span,
    `YAML reads this as a mapping with the key "${scalarText(pair.key, text).slice(0, 60)}", since ": " ends a key: quote the text.`,
    [quoteIt(text, span)],
  );
  return true;
}
