/**
 * Completion: what may be written where the cursor stands, on whole and half-typed lines alike, with the exact range
 * that it replaces. Values are quoted where YAML would take them for something else. Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Shape } from '../../schema/shape.ts';
import { topLevelFields } from '../../schema/shapes.ts';
import { renderScalar } from '../../yaml/write.ts';
import { alternatives, shapesAt } from '../shapesAt.ts';
import { commentEntries } from './comments.ts';
import type { CompletionEntry, Completions } from './entry.ts';
import { firstKey, keyEntries } from './keys.ts';
import { newBacklogEntry, newItemEntries, scenarioEntries } from './newItems.ts';
import { type Place, placeAt } from './place.ts';
import { ENTRY, unquote } from './placeFlow.ts';
import type { Scene } from './scene.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Wanted } from './suggestion.ts';
import { suggest } from './suggestions.ts';
import { TypedText } from './typedText.ts';
import { isProse, wordEntries } from './words.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How many stories are read at once for the words that they have in common; the others are read in idle time. */
const STORIES_AT_ONCE = 12;

/**
 * @param today `YYYY-MM-DD`, offered for dates.
 * @param quiet nobody asked: a character was typed that often means something else.
 */
export function completionAt(backlog: Backlog, offset: number, today: string, quiet = false): Completions {
  const { source } = backlog;
  const index = source.indexAt(lineStartOf(backlog, offset));
  const slice = source.slices[index];
  const base = source.startOf(index);
  const text = slice?.text ?? '';
  const section = slice?.kind === 'item' ? slice.section : undefined;
  // What may stand here depends on what the next item's lines would then belong to.
  const behind = source.slices[index + 1];
  const more = behind?.kind === 'item' ? behind.text : '';
  const splitsLineEnd = text[offset - base - 1] === '\r' && text[offset - base] === '\n';
  const place = splitsLineEnd ? undefined : placeAt(text + more, offset - base, section);
  const here = { start: offset, end: offset };
  if (place === undefined) return { replace: here, entries: [], complete: true };
  const replace = { start: base + place.typed.start, end: base + place.typed.end };
  if (place.wants === 'comment') {
    const comment = text.slice(place.typed.start, offset - base);
    const rest = text.slice(offset - base, place.typed.end);
    return { replace, entries: commentEntries(backlog, offset, comment, rest, quiet), complete: true };
  }
  const before = text.slice(place.typed.start, offset - base);
  const wanted: Wanted = {
    path: place.path,
    typed: unquote(before.replace(/^["']/, '')),
    today,
    within: backlog.itemAt(offset),
    source: text,
    entries: place.entries,
  };
  const words = proseAt(backlog, place, { text, cursor: offset - base, base, wanted });
  const others = place.wants === 'text' ? [] : entriesAt(backlog, place, wanted);
  const entries = [...words, ...others.map((entry) => quotedFilter(entry, before))];
  // A last line without an end has those of the lines before it.
  const lines = text.includes('\n') ? text : (source.slices[index - 1]?.text ?? '');
  const written = entries.map((entry) => {
    const own = lines.includes('\r\n') ? withCarriageReturns(entry) : entry;
    const { start, end } = entry.replace ?? replace;
    const apart = place.wants === 'value' && text[start - base - 1] === ':' ? withSpace(own) : own;
    // A comment stands apart from what is before it.
    const touches = text[end - base] === '#' && !/\s$/.test(apart.insert);
    return touches ? { ...apart, insert: `${apart.insert} ` } : apart;
  });
  return {
    replace,
    entries: written,
    complete: words.length === 0 && entries.length < MOST_SUGGESTIONS,
  };
}

/** The slice of a line is the one that holds its first character: an empty line at a slice's end belongs to it. */
function lineStartOf({ source }: Backlog, offset: number): number {
  return offset - source.positionAt(offset).character;
}

/** Where words are written: how they may go on. */
function proseAt(
  backlog: Backlog,
  place: Place,
  at: { readonly text: string; readonly cursor: number; readonly base: number; readonly wanted: Wanted },
): readonly CompletionEntry[] {
  const { scalar, path } = place;
  if (scalar === undefined || place.wants === 'key' || place.wants === 'entry' || place.colon) return [];
  // Below the key of a list its entries come first, each with a dash.
  if (place.wants === 'node' && path.at(-1) === 'acceptance') return [];
  if (!isProse(path)) return [];
  const { text, cursor, base, wanted } = at;
  const scene: Scene = {
    backlog,
    item: wanted.within,
    source: text,
    place,
    typed: new TypedText(text, cursor, { ...place, scalar }, base),
    words: () => {
      const vocabulary = vocabularyOf(backlog);
      vocabulary.readAround(backlog, wanted.within, STORIES_AT_ONCE);
      return vocabulary;
    },
  };
  return wordEntries(scene);
}

function entriesAt(backlog: Backlog, place: Place, wanted: Wanted): readonly CompletionEntry[] {
  const shapes = shapesAt(place.path, backlog.config);
  if (place.wants === 'value') return shapes.flatMap((shape) => valuesOf(backlog, shape, place, wanted));
  if (place.wants === 'key') {
    const keys = keyEntries(backlog, shapes, place, wanted);
    return isEmpty(backlog, place) ? [newBacklogEntry(), ...keys] : keys;
  }
  const asEntries = shapes.flatMap((shape) => newEntries(backlog, shape, place, wanted));
  if (place.wants === 'entry') return asEntries;
  // Words with spaces between them are no key.
  if (/\S\s/.test(wanted.typed)) return asEntries;
  const bare = shapes.filter((shape) => shape.kind !== 'list');
  const isItem = place.path.length === 2 && place.path[1] === ENTRY && place.keys.size === 0;
  const keys = keyEntries(backlog, bare, place, wanted);
  return [
    ...(isItem ? newItemEntries(backlog, place, wanted, '') : []),
    ...(isCriterion(place) ? scenarioEntries(backlog, place, '') : []),
    ...keys,
    ...bare.flatMap((shape) => valuesOf(backlog, shape, place, wanted)),
    ...asEntries,
  ];
}

/** Nothing stands in the file but comments and what is being typed. */
function isEmpty({ source }: Backlog, { path, colon, typed }: Place): boolean {
  if (path.length > 0 || colon || source.length > 2000) return false;
  const lines = source.toString().split('\n');
  const filled = lines.filter((line) => !/^\s*(?:#|$)/.test(line)).length;
  return filled === (typed.end > typed.start ? 1 : 0);
}

function isCriterion({ path, colon, keys }: Place): boolean {
  return path[0] === 'stories' && path[2] === 'acceptance' && path.length === 4 && !colon && keys.size === 0;
}

function valuesOf(backlog: Backlog, shape: Shape, place: Place, wanted: Wanted): readonly CompletionEntry[] {
  if (shape.kind === 'list')
    return shape.orOne && !place.flow
      ? alternatives(shape.of).flatMap((one) => valuesOf(backlog, one, place, wanted))
      : [];
  return suggest(backlog, shape, wanted).map((each) => valueEntry(each, shape, place.flow, ''));
}

function newEntries(
  backlog: Backlog,
  shape: Shape,
  place: Place,
  wanted: Wanted,
): readonly CompletionEntry[] {
  if (shape.kind !== 'list') return [];
  const whole = place.path.length === 1 ? newItemEntries(backlog, place, wanted, '- ') : [];
  const ofCriteria = place.path[0] === 'stories' && place.path[2] === 'acceptance' && place.path.length === 3;
  const single = alternatives(shape.of).flatMap((one): readonly CompletionEntry[] => {
    if (one.kind !== 'object')
      return suggest(backlog, one, wanted).map((each) => valueEntry(each, one, false, '- '));
    const key = firstKey(one);
    const section = place.path.length === 1 ? topLevelFields().get(String(place.path[0])) : undefined;
    const documentation = section?.description;
    return [
      {
        label: `- ${key}:`,
        kind: 'entry',
        detail: 'one more entry',
        insert: `- ${key}: `,
        again: true,
        ...(documentation === undefined ? {} : { documentation }),
      },
    ];
  });
  return [...whole, ...(ofCriteria ? scenarioEntries(backlog, place, '- ') : []), ...single];
}

function valueEntry(suggestion: Suggestion, shape: Shape, flow: boolean, dash: string): CompletionEntry {
  const { value, detail, documentation, found, bare = false } = suggestion;
  return {
    label: value,
    kind: shape.kind === 'ref' ? 'id' : 'value',
    insert: `${dash}${renderScalar(value, { flow, bare })}`,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(found === undefined || found === '' ? {} : { filter: `${value} ${found}` }),
  };
}

/** An editor compares what it will replace, which begins with a quote where one is typed. */
function quotedFilter(entry: CompletionEntry, typed: string): CompletionEntry {
  const quote = /^["']/.exec(typed)?.[0];
  return quote === undefined ? entry : { ...entry, filter: quote + (entry.filter ?? entry.label) };
}

/** A value stands apart from the colon before it. */
function withSpace(entry: CompletionEntry): CompletionEntry {
  const { insert, stops } = entry;
  return {
    ...entry,
    insert: ` ${insert}`,
    ...(stops && { stops: stops.map(({ start, end }) => ({ start: start + 1, end: end + 1 })) }),
  };
}

/** The entry with the line ends of its file. */
function withCarriageReturns(entry: CompletionEntry): CompletionEntry {
  const { insert, stops } = entry;
  if (!insert.includes('\n')) return entry;
  const moved = (offset: number): number => offset + insert.slice(0, offset).split('\n').length - 1;
  return {
    ...entry,
    insert: insert.replaceAll('\n', '\r\n'),
    ...(stops && { stops: stops.map(({ start, end }) => ({ start: moved(start), end: moved(end) })) }),
  };
}
