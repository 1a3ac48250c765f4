/**
 * The shapes of the format as they were compiled from its schemas (`compile.ts`) when the project was last generated.
 * Each is built when it is first asked for, so that a start pays only for what it uses.
 */
import type { ListName } from '../backlog/lists.ts';
import { FORMAT } from './format.ts';
import { type Field, fieldsOfItems, type Shape } from './shape.ts';
import type { FieldData, FormatData, ShapeData } from './shapeData.ts';

let data: FormatData | undefined;

function format(): FormatData {
  // Generated as this type; a test compares it with what the schemas say.
  return (data ??= JSON.parse(FORMAT) as FormatData);
}

let topLevel: ReadonlyMap<string, Field> | undefined;

/** The top-level keys of the file, in the order of the format. */
export function topLevelFields(): ReadonlyMap<string, Field> {
  return (topLevel ??= fieldsOf(format().top));
}

/** The shape of a top-level key's value; undefined for a key that the format does not know. */
export function sectionShape(key: string): Shape | undefined {
  return topLevelFields().get(key)?.shape;
}

const items = new Map<ListName, ReadonlyMap<string, Field>>();

/** The keys that an item of this list may have. */
export function itemFields(list: ListName): ReadonlyMap<string, Field> {
  let fields = items.get(list);
  if (fields === undefined) {
    fields = fieldsOfItems(topLevelFields(), list);
    items.set(list, fields);
  }
  return fields;
}

const fields = new Map<number, Field>();
const shapes = new Map<number, Shape>();

function fieldsOf(numbers: readonly number[]): ReadonlyMap<string, Field> {
  const found = numbers.map((number) => fieldOf(number));
  return new Map(found.map((field) => [field.key, field]));
}

/** The same number always gives the same object. */
function fieldOf(number: number): Field {
  let field = fields.get(number);
  if (field === undefined) {
    field = new StoredField(format().fields[number] ?? UNKNOWN);
    fields.set(number, field);
  }
  return field;
}

const UNKNOWN: FieldData = ['', '', '', [], 0, 0];

class StoredField implements Field {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly required: boolean;
  readonly #shape: number;

  constructor([key, title, description, examples, required, shape]: FieldData) {
    this.key = key;
    this.title = title;
    this.description = description;
    this.examples = examples;
    this.required = required === 1;
    this.#shape = shape;
  }

  get shape(): Shape {
    return shapeOf(this.#shape);
  }
}

function shapeOf(number: number): Shape {
  let shape = shapes.get(number);
  if (shape === undefined) {
    shape = built(format().shapes[number] ?? { kind: 'any' });
    shapes.set(number, shape);
  }
  return shape;
}

function built(stored: ShapeData): Shape {
  switch (stored.kind) {
    case 'text': {
      const { pattern, ...rest } = stored;
      return pattern === undefined ? rest : { ...rest, pattern: new RegExp(pattern) };
    }
    case 'list':
      return { ...stored, of: shapeOf(stored.of) };
    case 'record':
      return { kind: 'record', key: shapeOf(stored.key), value: shapeOf(stored.value) };
    case 'object':
      return { kind: 'object', fields: fieldsOf(stored.fields) };
    case 'union':
      return { kind: 'union', of: stored.of.map(shapeOf) };
    default:
      return stored;
  }
}
