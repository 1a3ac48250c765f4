/**
 * The kinds of values that the file knows and zod does not: dates, ids, references, choices that the team sets, and
 * "one or a list". Each schema made here is marked with its kind, from which `shapes.ts` compiles what the
 * checker walks. No value of the file is ever parsed by zod: texts are judged where they stand in the source.
 */
import * as z from 'zod';
import type { RefKind, Shape, TeamChoice } from './shape.ts';

/** What a schema is marked with: its whole shape, or that it takes one bare entry for a list. */
export interface Kind {
  readonly shape?: Shape;
  readonly orOne?: true;
}

const KINDS = new WeakMap<z.core.$ZodType, Kind>();

/** What a schema was marked with; undefined for what zod knows by itself (objects, lists, records). */
export function kindOf(schema: z.core.$ZodType): Kind | undefined {
  return KINDS.get(schema);
}

/** What a field says about itself, for hover, completion, JSON Schema and the manual. */
export interface FieldWords {
  readonly title: string;
  readonly description: string;
  /** Values as they would be typed. */
  readonly examples?: readonly string[];
}

function known<T extends z.ZodType>(schema: T, shape: Shape): T {
  KINDS.set(schema, { shape });
  return schema;
}

/** Gives a schema its words, as `.meta()` does, without the copy that `.meta()` makes. */
function worded<T extends z.ZodType>(schema: T, words: FieldWords): T {
  z.globalRegistry.add(schema, {
    title: words.title,
    description: words.description,
    examples: [...(words.examples ?? [])],
  });
  return schema;
}

/** A key that may be left out. */
export function optional<T extends z.ZodType>(schema: T, words: FieldWords): z.ZodOptional<T> {
  return worded(z.optional(schema), words);
}

/** A key that an item can't do without. The schema must not be used for another field. */
export function required<T extends z.ZodType>(schema: T, words: FieldWords): T {
  return worded(schema, words);
}

/** Words that people write in sentences, on one line: what is typed is what is meant, also `no` and `1.0`. */
export const text = (): z.ZodString => known(z.string(), { kind: 'text', prose: true });

/** A text that may run over many lines (Markdown). */
export const longText = (): z.ZodString => known(z.string(), { kind: 'text', prose: true, multiline: true });

/** A name, path, address or code. */
export const word = (): z.ZodString => known(z.string(), { kind: 'text' });

/** A text of a fixed form. `hint` says the form in words, as in `capital letters and digits, like FN`. */
export const patterned = (pattern: RegExp, hint: string): z.ZodString =>
  known(z.string().regex(pattern), { kind: 'text', pattern, patternHint: hint });

export const id = (): z.ZodString => known(z.string(), { kind: 'id' });
export const date = (): z.ZodString => known(z.string(), { kind: 'date' });
export const number = (min?: number): z.ZodNumber =>
  min === undefined
    ? known(z.number(), { kind: 'number' })
    : known(z.number().min(min), { kind: 'number', min });
export const numberBetween = (min: number, max: number): z.ZodNumber =>
  known(z.number().min(min).max(max), { kind: 'number', min, max });
export const wholeNumber = (min: number): z.ZodNumber =>
  known(z.number().int().min(min), { kind: 'number', min, integer: true });
export const yesOrNo = (): z.ZodBoolean => known(z.boolean(), { kind: 'boolean' });
export const anything = (): z.ZodUnknown => known(z.unknown(), { kind: 'any' });

/** The id of another item. */
export const ref = (to: RefKind): z.ZodString => known(z.string(), { kind: 'ref', to });

/** One of the values that the team sets in `workflow`. */
export const team = (of: TeamChoice): z.ZodString => known(z.string(), { kind: 'team', of });

export function choice<const T extends readonly [string, ...string[]]>(
  of: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  return known(z.enum(of), { kind: 'choice', of });
}

/** A list of entries. */
export const list = <T extends z.ZodType>(of: T): z.ZodArray<T> => z.array(of);

/** A list, or one bare entry that stands for a list of one. */
export function oneOrList<T extends z.ZodType>(of: T): z.ZodUnion<readonly [T, z.ZodArray<T>]> {
  const schema = z.union([of, z.array(of)] as const);
  KINDS.set(schema, { orOne: true });
  return schema;
}
