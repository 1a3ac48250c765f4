/**
 * Compiles the zod schemas into the shapes that checker, completion and hover walk. Nothing is written down here a
 * second time: keys, words and kinds all come from the schemas. Only generators and tests do this; what ships reads
 * the shapes that were generated (`shapes.ts`), and so does without zod.
 */
import * as z from 'zod';
import type { ListName } from '../backlog/lists.ts';
import { backlogFileSchema } from './backlogFile.ts';
import { kindOf } from './kinds.ts';
import { type Field, fieldsOfItems, type Shape } from './shape.ts';

const ANY: Shape = { kind: 'any' };

const shapes = new Map<z.core.$ZodType, Shape>();
let topLevel: ReadonlyMap<string, Field> | undefined;

/** The top-level keys of the file, in the order of the format. Their shapes are compiled when they are read. */
export function topLevelFields(): ReadonlyMap<string, Field> {
  return (topLevel ??= fieldsOf(backlogFileSchema.shape));
}

/** The keys that an item of this list may have. */
export function itemFields(list: ListName): ReadonlyMap<string, Field> {
  return fieldsOfItems(topLevelFields(), list);
}

function fieldsOf(schemas: Readonly<Record<string, z.core.$ZodType>>): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [key, schema] of Object.entries(schemas)) fields.set(key, new LazyField(key, schema));
  return fields;
}

/** A field whose shape is compiled when it is first read, so that a start pays only for what it uses. */
class LazyField implements Field {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly required: boolean;
  readonly #schema: z.core.$ZodType;
  #shape: Shape | undefined;

  constructor(key: string, schema: z.core.$ZodType) {
    const words = z.globalRegistry.get(schema);
    this.key = key;
    this.title = words?.title ?? key;
    this.description = words?.description ?? '';
    this.examples = (words?.examples as readonly string[] | undefined) ?? [];
    this.required = !(schema instanceof z.ZodOptional);
    this.#schema = schema;
  }

  get shape(): Shape {
    return (this.#shape ??= shapeOf(this.#schema));
  }
}

/** The shape of a schema. The same schema always gives the same object. */
export function shapeOf(schema: z.core.$ZodType): Shape {
  let shape = shapes.get(schema);
  if (shape === undefined) {
    shape = compile(schema);
    shapes.set(schema, shape);
  }
  return shape;
}

function compile(schema: z.core.$ZodType): Shape {
  const kind = kindOf(schema);
  if (kind?.shape !== undefined) return kind.shape;
  if (schema instanceof z.ZodOptional) return shapeOf(schema.def.innerType);
  if (schema instanceof z.ZodArray) return { kind: 'list', of: shapeOf(schema.def.element), orOne: false };
  if (schema instanceof z.ZodObject) return { kind: 'object', fields: fieldsOf(schema.def.shape) };
  if (schema instanceof z.ZodRecord)
    return { kind: 'record', key: shapeOf(schema.def.keyType), value: shapeOf(schema.def.valueType) };
  if (schema instanceof z.ZodUnion) {
    const [first, ...others] = schema.def.options.map(shapeOf);
    if (first === undefined) return ANY;
    return kind?.orOne === true
      ? { kind: 'list', of: first, orOne: true }
      : { kind: 'union', of: [first, ...others] };
  }
  return ANY;
}
