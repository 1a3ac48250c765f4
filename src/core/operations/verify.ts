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

/** A text with the slices that are new in it, and those of the text before that it no longer has. */
export interface Changed {
  readonly text: SlicedText;
  readonly removed: ReadonlySet<Slice>;
  readonly added: ReadonlySet<Slice>;
}

/** Nothing changed. */
export function unchanged(text: SlicedText): Changed {
  return { text, removed: new Set(), added: new Set() };
}

/** More edits than this are made all at once. */
const MANY = 32;

/** Makes sorted edits one by one from the last to the first, so that only slices near them are looked at. */
export function changedBy(source: SlicedText, edits: readonly TextEdit[]): Changed {
  if (edits.length > MANY) {
    const { text, removed, added } = source.edit(edits);
    return { text, removed: new Set(removed), added: new Set(added) };
  }
  const changes = new Changes(source);
  for (const edit of [...edits].reverse()) changes.add(changes.text.edit([edit]));
  return changes;
}

/** Changes that follow one another, as one. */
export class Changes implements Changed {
  readonly removed = new Set<Slice>();
  readonly added = new Set<Slice>();

  constructor(public text: SlicedText) {}

  /** One more, on the text that those so far have left. */
  add({
    text,
    removed,
    added,
  }: {
    readonly text: SlicedText;
    readonly removed: Iterable<Slice>;
    readonly added: Iterable<Slice>;
  }): void {
    for (const slice of removed) if (!this.added.delete(slice)) this.removed.add(slice);
    for (const slice of added) this.added.add(slice);
    this.text = text;
  }
}

/** True where slices that are gone could not be read cleanly. */
export function wasBroken({ removed }: Changed): boolean {
  return [...removed].some((slice) => readSlice(slice).problems.length > 0);
}

/** True where slices that are new hold problems that those in their place did not have. */
export function breaks(change: Changed): boolean {
  return hasNewProblem(change, new Readings());
}

/** The text after the edits, or why they can't be made. */
export function verify(
  source: SlicedText,
  edits: readonly TextEdit[],
  expected: Expectation,
): { readonly ok: true; readonly change: Changed } | { readonly ok: false; readonly why: string } {
  const change = changedBy(source, edits);
  // What is gone differs by itself.
  const named = [...anchorsIn(expected)].filter((slice) => !change.removed.has(slice));
  const range = changedRange(source.slices, change.text.slices, named);
  const readings = new Readings();
  const before = predicted(range.before, range.first, expected);
  const after = range.after.filter((slice) => slice.kind !== 'head');
  if (before.length !== after.length) return no('the number of items would come out wrong');
  for (const [i, token] of before.entries()) {
    const slice = after[i];
    if (
      slice === undefined ||
      (token !== slice && !sameSaying(said(token, readings), said(slice, readings)))
    ) {
      return no('the text would be read differently');
    }
  }
  if (hasNewProblem(change, readings)) return no('the text could no longer be read');
  if (!keepsComments(source, change, expected.lost ?? [], readings)) return no('a comment would be lost');
  return { ok: true, change };
}

function no(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

interface Range {
  readonly first: boolean;
  readonly before: readonly Slice[];
  readonly after: readonly Slice[];
}

/** The slices between the first and the last that differ, with those that are named. */
function changedRange(before: readonly Slice[], after: readonly Slice[], named: readonly Slice[]): Range {
  const places = named.map((slice) => before.indexOf(slice)).filter((index) => index >= 0);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  head = Math.min(head, ...places);
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail = Math.min(tail, ...places.map((index) => before.length - 1 - index));
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
  readonly key: string;
  readonly item: boolean;
  readonly data: Data;
}

/** A slice whose tree says something else than it does now. */
interface Rewritten {
  readonly slice: Slice;
  readonly data: Data;
}

type Predicted = Token | Rewritten;

function predicted(before: readonly Slice[], first: boolean, expected: Expectation): Predicted[] {
  const { inserted, changed } = expected;
  const more: readonly Predicted[] = inserted?.tokens ?? [];
  const all: Predicted[] = first && inserted !== undefined && inserted.after === undefined ? [...more] : [];
  for (const slice of before) {
    if (slice.kind !== 'head') {
      if (!changed.has(slice)) all.push(slice);
      else {
        const data = changed.get(slice);
        if (data !== undefined) all.push({ slice, data });
      }
    }
    if (inserted !== undefined && inserted.after === slice) all.push(...more);
  }
  return all;
}

/** What a slice says, or would say if its tree said something else. */
function said(token: Predicted, readings: Readings): Said {
  if ('key' in token) return token;
  const slice = 'slice' in token ? token.slice : token;
  const data = 'slice' in token ? token.data : toData(readings.of(slice).root, slice.text);
  switch (slice.kind) {
    case 'head':
    case 'rest':
      return { key: '', item: false, data: slice.text };
    case 'whole':
      return { key: '', item: false, data };
    case 'item':
      return { key: slice.section, item: true, data: onlyEntry(data) };
    case 'list':
    case 'section':
      return { key: slice.section, item: false, data: sectionValue(slice.section, data) };
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

function sameSaying(a: Said, b: Said): boolean {
  return a.key === b.key && a.item === b.item && sameData(a.data, b.data);
}

function hasNewProblem({ removed, added }: Changed, readings: Readings): boolean {
  const allowed = new Map<string, number>();
  for (const slice of removed) {
    for (const problem of readings.of(slice).problems) count(allowed, problem.rule, 1);
  }
  for (const slice of added) {
    for (const problem of readings.of(slice).problems) {
      if (count(allowed, problem.rule, -1) < 0) return true;
    }
  }
  return false;
}

function keepsComments(
  source: SlicedText,
  { removed, added }: Changed,
  lost: readonly Span[],
  readings: Readings,
): boolean {
  const balance = new Map<string, number>();
  for (const slice of removed) {
    if (!slice.text.includes('#')) continue;
    const base = lost.length === 0 ? 0 : source.startOf(source.indexOf(slice));
    for (const comment of commentsOf(readings.of(slice).root, slice.text)) {
      const at = base + comment.start;
      if (lost.some((span) => span.start <= at && at < span.end)) continue;
      count(balance, slice.text.slice(comment.start, comment.end).trimEnd(), 1);
    }
  }
  for (const slice of added) {
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
