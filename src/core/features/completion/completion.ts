/**
 * Completion: what may be written where the cursor stands, on whole and half-typed lines alike, with the exact range
 * that it replaces. Values are quoted where YAML would take them for something else. Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Field, Shape } from '../../schema/shape.ts';
import { topLevelFields } from '../../schema/shapes.ts';
import type { Span } from '../../text/span.ts';
import { renderScalar } from '../../yaml/write.ts';
import { type Place, placeAt } from './place.ts';
import { unquote } from './placeFlow.ts';
import { alternatives, shapesAt } from '../shapesAt.ts';
import { MOST_IDS, suggest, suggestKeys, type Suggestion, type Wanted } from './suggestions.ts';

export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'id' | 'entry';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What typing is compared with, where it is more than the label. */
  readonly filter?: string;
  readonly insert: string;
  /** Where in `insert` the cursor goes; at its end where it is absent. */
  readonly cursor?: number;
}

export interface Completions {
  /** What is replaced by the chosen entry. */
  readonly replace: Span;
  /** The likely ones first. */
  readonly entries: readonly CompletionEntry[];
  /** False where more typing would bring others. */
  readonly complete: boolean;
}

const NOTHING: Completions = { replace: { start: 0, end: 0 }, entries: [], complete: true };

/** @param today `YYYY-MM-DD`, offered for dates. */
export function completionAt(backlog: Backlog, offset: number, today: string): Completions {
  const { source } = backlog;
  const index = source.indexAt(lineStartOf(backlog, offset));
  const slice = source.slices[index];
  const base = source.startOf(index);
  const text = slice?.text ?? '';
  const section = slice?.kind === 'item' ? slice.section : undefined;
  const place = placeAt(text, offset - base, section);
  if (place === undefined || place.wants === 'comment' || place.wants === 'text')
    return { ...NOTHING, replace: { start: offset, end: offset } };
  const wanted: Wanted = {
    path: place.path,
    typed: unquote(text.slice(place.typed.start, offset - base).replace(/^["']/, '')),
    today,
    within: backlog.itemAt(offset),
  };
  const entries = entriesAt(backlog, place, wanted);
  return {
    replace: { start: base + place.typed.start, end: base + place.typed.end },
    entries,
    complete: entries.length < MOST_IDS,
  };
}

/** The slice of a line is the one that holds its first character: an empty line at a slice's end belongs to it. */
function lineStartOf({ source }: Backlog, offset: number): number {
  return offset - source.positionAt(offset).character;
}

function entriesAt(backlog: Backlog, place: Place, wanted: Wanted): readonly CompletionEntry[] {
  const shapes = shapesAt(place.path, backlog.config);
  if (place.wants === 'value') return shapes.flatMap((shape) => valuesOf(backlog, shape, place, wanted));
  if (place.wants === 'key') return keysOf(backlog, shapes, place, wanted);
  const asEntries = shapes.flatMap((shape) => newEntries(backlog, shape, place, wanted));
  if (place.wants === 'entry') return asEntries;
  const bare = shapes.filter((shape) => shape.kind !== 'list');
  return [
    ...keysOf(backlog, bare, place, wanted),
    ...bare.flatMap((shape) => valuesOf(backlog, shape, place, wanted)),
    ...asEntries,
  ];
}

function keysOf(
  backlog: Backlog,
  shapes: readonly Shape[],
  place: Place,
  wanted: Wanted,
): readonly CompletionEntry[] {
  const present = place.path.length === 0 ? sectionsOf(backlog, place) : place.keys;
  const fields = shapes
    .flatMap((shape) => (shape.kind === 'list' && shape.orOne ? alternatives(shape.of) : [shape]))
    .flatMap((shape) => (shape.kind === 'object' ? [...shape.fields.values()] : []));
  const isItem = place.path.length === 2 && shapes.some((shape) => shape.kind === 'object');
  if (isItem) fields.push(...backlog.config.customFields.values());
  const missing = fields.filter(({ key }) => !present.has(key));
  const named = shapes.flatMap((shape) => suggestKeys(backlog, shape, wanted));
  return [
    ...missing.filter(({ required }) => required).map((field) => keyEntry(field, place)),
    ...missing.filter(({ required }) => !required).map((field) => keyEntry(field, place)),
    ...named
      .filter(({ value }) => !present.has(value))
      .map(({ value, detail }): CompletionEntry => {
        const key = renderScalar(value, { flow: place.flow });
        const insert = place.colon ? key : `${key}: `;
        return { label: value, kind: 'key', insert, ...(detail === undefined ? {} : { detail }) };
      }),
  ];
}

/** The top-level keys that the file has, but for the one that is being typed. */
function sectionsOf(backlog: Backlog, place: Place): ReadonlySet<string> {
  const present = new Set(place.keys);
  for (const { section, kind } of backlog.source.slices)
    if (section !== '' && kind !== 'item') present.add(section);
  return present;
}

function keyEntry(field: Field, place: Place): CompletionEntry {
  const example = field.examples[0];
  const documentation =
    example === undefined ? field.description : `${field.description}\n\n\`${field.key}: ${example}\``;
  const common = { label: field.key, kind: 'key', detail: field.title, documentation } as const;
  if (place.colon) return { ...common, insert: field.key };
  const behind = behindKey(field.shape, place);
  const bracket = behind === ' []' || behind === ' {}';
  const insert = `${field.key}:${behind}`;
  return { ...common, insert, ...(bracket ? { cursor: insert.length - 1 } : {}) };
}

/** What is written behind a new key's colon, so that the person can go on typing the value. */
function behindKey(shape: Shape, place: Place): string {
  const deeper = `\n${' '.repeat(place.column + 2)}`;
  if (shape.kind === 'record') return ' {}';
  if (shape.kind === 'object') return place.flow ? ' {}' : deeper;
  if (shape.kind !== 'list') return ' ';
  const inside = alternatives(shape.of);
  const object = inside.find((each) => each.kind === 'object');
  if (object === undefined || place.flow) {
    const person = inside.some((each) => each.kind === 'ref' && each.to === 'person');
    return shape.orOne && person ? ' ' : ' []';
  }
  const first = inside.length === 1 ? `${firstKey(object)}: ` : '';
  return `${deeper}- ${first}`;
}

/** The key that a new entry begins with: the first that it can't do without, else the first of all. */
function firstKey(shape: Extract<Shape, { kind: 'object' }>): string {
  const fields = [...shape.fields.values()];
  return (fields.find(({ required }) => required) ?? fields[0])?.key ?? '';
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
  return alternatives(shape.of).flatMap((one): readonly CompletionEntry[] => {
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
        ...(documentation === undefined ? {} : { documentation }),
      },
    ];
  });
}

function valueEntry(suggestion: Suggestion, shape: Shape, flow: boolean, dash: string): CompletionEntry {
  const { value, detail, bare = false } = suggestion;
  const id = shape.kind === 'ref';
  return {
    label: value,
    kind: id ? 'id' : 'value',
    insert: `${dash}${renderScalar(value, { flow, bare })}`,
    ...(detail === undefined ? {} : { detail }),
    ...(id && detail !== undefined ? { filter: `${value} ${detail}` } : {}),
  };
}
