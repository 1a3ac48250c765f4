/** Which keys a mapping lacks, the needed ones first, and what is written behind each so that a person can go on. */
import type { Backlog } from '../../backlog/backlog.ts';
import { fieldOrder } from '../../operations/fieldOrder.ts';
import type { Field, Shape } from '../../schema/shape.ts';
import { renderScalar } from '../../yaml/write.ts';
import { alternatives } from '../shapesAt.ts';
import type { CompletionEntry } from './entry.ts';
import type { Place } from './place.ts';
import type { Step } from './placeFlow.ts';
import { lineField } from './scene.ts';
import type { Wanted } from './suggestion.ts';
import { suggestColumns, suggestKeys } from './suggestions.ts';

export function keyEntries(
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
  const named = [
    ...shapes.flatMap((shape) => suggestKeys(backlog, shape, wanted)),
    ...suggestColumns(wanted),
  ];
  const ready = isItem ? readyKeys(backlog, wanted) : NONE;
  return [
    ...inOrder(backlog, missing, place, ready, wanted).map((field) =>
      keyEntry(field, place, ready.has(field.key) ? 'wanted of what is ready' : undefined),
    ),
    ...named
      .filter(({ value }) => !present.has(value))
      .map(({ value, detail, documentation, found }): CompletionEntry => {
        const key = renderScalar(value, { flow: place.flow });
        return {
          label: value,
          kind: 'key',
          insert: place.colon ? key : `${key}: `,
          again: !place.colon,
          ...(detail === undefined ? {} : { detail }),
          ...(documentation === undefined ? {} : { documentation }),
          ...(found === undefined ? {} : { filter: `${value} ${found}` }),
        };
      }),
  ];
}

const NONE: ReadonlySet<string> = new Set();

/** What the team wants of an item of this type that is ready. */
function readyKeys({ config }: Backlog, { path: [list], source, within }: Wanted): ReadonlySet<string> {
  if (list === 'epics') return new Set(config.ready.get('epic'));
  if (list !== 'stories') return NONE;
  return new Set(config.ready.get(lineField(source, 'type') ?? within?.type ?? 'story'));
}

/** Needed keys first, then what the team wants, then the format's order; what fits other items alone comes last. */
function inOrder(
  backlog: Backlog,
  fields: readonly Field[],
  { path, keys }: Place,
  ready: ReadonlySet<string>,
  { source }: Wanted,
): readonly Field[] {
  if (isCriterion(path)) return criterionKeys(fields, keys);
  const unusual = (key: string): boolean =>
    (key === 'severity' && lineField(source, 'type') !== 'bug') ||
    (key === 'dropped_because' && lineField(source, 'status') !== 'dropped');
  const isItem = path.length === 2;
  const rank = ({ key, required }: Field): number =>
    required || (isItem && key === 'id') ? 0 : ready.has(key) ? 1 : isItem && unusual(key) ? 3 : 2;
  const [list] = path;
  const order = isItem && (list === 'stories' || list === 'epics') ? fieldOrder(backlog, list) : [];
  return [...fields].sort((a, b) => rank(a) - rank(b) || order.indexOf(a.key) - order.indexOf(b.key));
}

function isCriterion(path: readonly Step[]): boolean {
  return path[0] === 'stories' && path[2] === 'acceptance' && path.length <= 4;
}

const STEPS = ['given', 'when', 'then'];

/** A scenario goes on with what comes next in it; a check is no scenario. */
function criterionKeys(fields: readonly Field[], present: ReadonlySet<string>): readonly Field[] {
  const has = (keys: readonly string[]): boolean => keys.some((key) => present.has(key));
  if (present.has('check')) return fields.filter(({ key }) => key === 'done');
  if (!has(['scenario', ...STEPS])) return fields;
  const last = Math.max(...STEPS.map((key, i) => (present.has(key) ? i : -1)));
  const rank = ({ key }: Field): number => {
    const at = STEPS.indexOf(key);
    if (at > last) return at;
    return key === 'examples' ? 4 : 5;
  };
  return fields.filter(({ key }) => key !== 'check').sort((a, b) => rank(a) - rank(b));
}

/** The top-level keys that the file has, but for the one that is being typed. */
function sectionsOf(backlog: Backlog, place: Place): ReadonlySet<string> {
  const present = new Set(place.keys);
  for (const { section, kind } of backlog.source.slices)
    if (section !== '' && kind !== 'item') present.add(section);
  return present;
}

function keyEntry(field: Field, place: Place, why: string | undefined): CompletionEntry {
  const example = field.examples[0];
  const documentation =
    example === undefined ? field.description : `${field.description}\n\n\`${field.key}: ${example}\``;
  const detail = why === undefined ? field.title : `${field.title} (${why})`;
  const common = { label: field.key, kind: 'key', detail, documentation } as const;
  if (place.colon) return { ...common, insert: field.key };
  const behind = behindKey(field.shape, place);
  const bracket = behind === ' []' || behind === ' {}';
  const insert = `${field.key}:${behind}`;
  const at = bracket ? insert.length - 1 : insert.length;
  return { ...common, insert, again: true, stops: [{ start: at, end: at }] };
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
    const step = isCriterion(place.path);
    return shape.orOne && (person || step) ? ' ' : ' []';
  }
  const first = inside.length === 1 ? `${firstKey(object)}: ` : '';
  return `${deeper}- ${first}`;
}

/** The key that a new entry begins with: the first that it can't do without, else the first of all. */
export function firstKey(shape: Extract<Shape, { kind: 'object' }>): string {
  const fields = [...shape.fields.values()];
  return (fields.find(({ required }) => required) ?? fields[0])?.key ?? '';
}
