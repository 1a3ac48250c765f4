/**
 * The last word on every edit: the edited text is read again and has to say exactly what was meant. Whatever differs
 * (a value elsewhere, an item more or less, a comment gone, a new problem) means that the edit is refused.
 */
import { isListName } from '../backlog/lists.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { readSlice, type Reading } from '../yaml/read.ts';
import type { Slice, SlicedText } from '../yaml/slicedText.ts';
import { commentsOf } from '../yaml/trivia.ts';
import { type Data, isDataList, isDataMap, sameData, toData } from './data.ts';

/** What an edit should make of the slices. Slices that are not named here must say afterwards what they said. */
export interface Expectation {
  /** What a slice's tree says afterwards (see `sliceData`); `undefined` where the slice is gone. */
  readonly changed: ReadonlyMap<Slice, Data | undefined>;
  /** What stands behind a slice afterwards; behind `undefined` at the start of the file. */
  readonly inserted?: { readonly after: Slice | undefined; readonly tokens: readonly Token[] };
  /** Where comments may go, since they belong to what is taken away; absolute offsets in the text before. */
  readonly lost?: readonly Span[];
}

/** What the file says, one top-level key or item after the other. A slice stands for what it says. */
export type Token = Slice | { readonly key: string; readonly item: boolean; readonly data: Data };

/** Reads slices once each. */
class Readings {
  readonly #known = new Map<Slice, Reading>();

  of(slice: Slice): Reading {
    let reading = this.#known.get(slice);
    if (reading === undefined) this.#known.set(slice, (reading = readSlice(slice)));
    return reading;
  }
}

/** What a slice's tree says. */
export function sliceData(slice: Slice): Data {
  return toData(readSlice(slice).root, slice.text);
}

/** The text after the edits, or why they can't be made. */
export function verify(
  source: SlicedText,
  edits: readonly TextEdit[],
  expected: Expectation,
): { readonly ok: true; readonly text: SlicedText } | { readonly ok: false; readonly why: string } {
  const { text } = source.edit(edits);
  const range = changedRange(source.slices, text.slices, anchorsIn(expected));
  const readings = new Readings();
  const before = predicted(range.before, range.first, expected, readings);
  const after = range.after.flatMap((slice) => tokens(slice, undefined, readings));
  if (before.length !== after.length) return no('the number of items would come out wrong');
  for (const [i, token] of before.entries()) {
    const other = after[i];
    if (other === undefined || !sameToken(token, other)) return no('the text would be read differently');
  }
  if (hasNewProblem(range, readings)) return no('the text could no longer be read');
  if (!keepsComments(source, range, expected.lost ?? [], readings)) return no('a comment would be lost');
  return { ok: true, text };
}

function no(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

interface Range {
  readonly first: boolean;
  readonly before: readonly Slice[];
  readonly after: readonly Slice[];
}

/** The slices between the first and the last that differ, with those that the expectation names. */
function changedRange(before: readonly Slice[], after: readonly Slice[], named: ReadonlySet<Slice>): Range {
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before[head] === after[head] && !named.has(before[head] as Slice)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail] &&
    !named.has(before[before.length - 1 - tail] as Slice)
  ) {
    tail++;
  }
  return {
    first: head === 0,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

function anchorsIn(expected: Expectation): ReadonlySet<Slice> {
  const named = new Set(expected.changed.keys());
  if (expected.inserted?.after !== undefined) named.add(expected.inserted.after);
  return named;
}

interface Said {
  readonly slice: Slice | undefined;
  readonly key: string;
  readonly item: boolean;
  readonly data: () => Data;
}

function predicted(
  before: readonly Slice[],
  first: boolean,
  expected: Expectation,
  readings: Readings,
): Said[] {
  const { inserted, changed } = expected;
  const more = (inserted?.tokens ?? []).flatMap((token) => insertedTokens(token, readings));
  const said: Said[] = first && inserted !== undefined && inserted.after === undefined ? [...more] : [];
  for (const slice of before) {
    if (!changed.has(slice)) said.push(...tokens(slice, undefined, readings));
    else {
      const data = changed.get(slice);
      if (data !== undefined) said.push(...tokens(slice, data, readings));
    }
    if (inserted !== undefined && inserted.after === slice) said.push(...more);
  }
  return said;
}

function insertedTokens(token: Token, readings: Readings): Said[] {
  if ('text' in token) return tokens(token, undefined, readings);
  return [{ slice: undefined, key: token.key, item: token.item, data: () => token.data }];
}

/** What a slice says; with `data` what it would say if its tree said that. */
function tokens(slice: Slice, data: Data | undefined, readings: Readings): Said[] {
  const whole = (): Data => data ?? toData(readings.of(slice).root, slice.text);
  const same = data === undefined ? slice : undefined;
  switch (slice.kind) {
    case 'head':
      return [];
    case 'rest':
      return [{ slice: same, key: '', item: false, data: () => slice.text }];
    case 'whole':
      return [{ slice: same, key: '', item: false, data: whole }];
    case 'item':
      return [{ slice: same, key: slice.section, item: true, data: () => onlyEntry(whole()) }];
    case 'list':
    case 'section':
      return [
        { slice: same, key: slice.section, item: false, data: () => sectionValue(slice.section, whole()) },
      ];
  }
}

function onlyEntry(data: Data): Data {
  return isDataList(data) && data.length === 1 ? (data[0] ?? null) : data;
}

/** The value of a section; a list without items says the same as a key without a value. */
function sectionValue(key: string, data: Data): Data {
  const only = isDataMap(data) && data.pairs.length === 1 ? data.pairs[0] : undefined;
  if (only === undefined || only[0] !== key) return data;
  const value = only[1];
  return isListName(key) && isDataList(value) && value.length === 0 ? null : value;
}

function sameToken(a: Said, b: Said): boolean {
  if (a.slice !== undefined && a.slice === b.slice) return true;
  return a.key === b.key && a.item === b.item && sameData(a.data(), b.data());
}

function hasNewProblem(range: Range, readings: Readings): boolean {
  const kept = new Set(range.after);
  const had = new Set(range.before);
  const allowed = new Map<string, number>();
  for (const slice of range.before) {
    if (kept.has(slice)) continue;
    for (const problem of readings.of(slice).problems) count(allowed, problem.rule, 1);
  }
  for (const slice of range.after) {
    if (had.has(slice)) continue;
    for (const problem of readings.of(slice).problems) {
      if (count(allowed, problem.rule, -1) < 0) return true;
    }
  }
  return false;
}

function keepsComments(source: SlicedText, range: Range, lost: readonly Span[], readings: Readings): boolean {
  const kept = new Set(range.after);
  const had = new Set(range.before);
  const balance = new Map<string, number>();
  for (const slice of range.before) {
    if (kept.has(slice) || !slice.text.includes('#')) continue;
    const base = lost.length === 0 ? 0 : source.startOf(source.indexOf(slice));
    for (const comment of commentsOf(readings.of(slice).root, slice.text)) {
      const at = base + comment.start;
      if (lost.some((span) => span.start <= at && at < span.end)) continue;
      count(balance, slice.text.slice(comment.start, comment.end).trimEnd(), 1);
    }
  }
  for (const slice of range.after) {
    if (had.has(slice) || !slice.text.includes('#')) continue;
    for (const comment of commentsOf(readings.of(slice).root, slice.text)) {
      count(balance, slice.text.slice(comment.start, comment.end).trimEnd(), -1);
    }
  }
  return [...balance.values()].every((number) => number === 0);
}

function count(map: Map<string, number>, key: string, by: number): number {
  const value = (map.get(key) ?? 0) + by;
  map.set(key, value);
  return value;
}
