/**
 * A shape in the form that the checker walks: what a scalar, a mapping or a list at a place is judged by, with
 * keys found by their characters. Made once for each shape, when it is first met.
 */
import type { Field, Shape } from '../schema/shape.ts';
import { closest } from '../text/closest.ts';
import type { Scalar } from '../yaml/node.ts';

export interface Plan {
  readonly shape: Shape;
  /** Everything is allowed. */
  readonly any: boolean;
  /** What a scalar has to be; undefined where none may stand. */
  readonly scalar: Shape | undefined;
  /** What the entries of a list have to be. */
  readonly entries: Plan | undefined;
  /** The keys of a mapping with known keys. */
  readonly keys: KeyTable | undefined;
  /** The keys and values of a mapping with free keys. */
  readonly record: { readonly key: Plan; readonly value: Plan } | undefined;
}

const NOTHING: Omit<Plan, 'shape'> = {
  any: false,
  scalar: undefined,
  entries: undefined,
  keys: undefined,
  record: undefined,
};

const plans = new WeakMap<Shape, Plan>();

export function planOf(shape: Shape): Plan {
  let plan = plans.get(shape);
  if (plan === undefined) {
    plan = { ...NOTHING, ...parts(shape), shape };
    plans.set(shape, plan);
  }
  return plan;
}

function parts(shape: Shape): Partial<Plan> {
  switch (shape.kind) {
    case 'any':
      return { any: true };
    case 'list': {
      const entries = planOf(shape.of);
      return shape.orOne ? { ...entries, entries } : { entries };
    }
    case 'object':
      return { keys: tableOf(shape.fields) };
    case 'record':
      return { record: { key: planOf(shape.key), value: planOf(shape.value) } };
    case 'union': {
      let merged: Partial<Plan> = {};
      for (const option of shape.of) merged = { ...merged, ...given(planOf(option)) };
      return merged;
    }
    default:
      return { scalar: shape };
  }
}

function given(plan: Plan): Partial<Plan> {
  return Object.fromEntries(
    Object.entries(plan).filter(([, value]) => value !== undefined && value !== false),
  );
}

/** A known key. Its plan is made when it is first asked for. */
export class KeyEntry {
  #plan: Plan | undefined;

  constructor(readonly field: Field) {}

  get plan(): Plan {
    return (this.#plan ??= planOf(this.field.shape));
  }
}

const MOST_REMEMBERED = 500;

/** Finds keys in the source by their first character and length, then by their text. */
export class KeyTable {
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  readonly #buckets: (KeyEntry[] | undefined)[] = Array.from({ length: 64 }, () => undefined);
  readonly #byName = new Map<string, KeyEntry>();
  readonly #meant = new Map<string, string | undefined>();

  constructor(fields: ReadonlyMap<string, Field>) {
    this.fields = fields;
    this.required = [...fields.values()].filter((field) => field.required).map((field) => field.key);
    for (const field of fields.values()) {
      const entry = new KeyEntry(field);
      const bucket = bucketOf(field.key.charCodeAt(0), field.key.length);
      (this.#buckets[bucket] ??= []).push(entry);
      this.#byName.set(field.key, entry);
    }
  }

  /** The known key that this one is most likely a slip of. A file that has a slip once has it often. */
  meant(name: string): string | undefined {
    if (this.#meant.has(name)) return this.#meant.get(name);
    if (this.#meant.size >= MOST_REMEMBERED) this.#meant.clear();
    const meant = closest(name, this.fields.keys());
    this.#meant.set(name, meant);
    return meant;
  }

  find(key: Scalar, text: string): KeyEntry | undefined {
    if (key.value !== undefined) return this.#byName.get(key.value);
    const length = key.end - key.start;
    const bucket = this.#buckets[bucketOf(text.charCodeAt(key.start), length)];
    if (bucket === undefined) return undefined;
    for (const entry of bucket) {
      const name = entry.field.key;
      if (name.length === length && text.startsWith(name, key.start)) return entry;
    }
    return undefined;
  }
}

function bucketOf(first: number, length: number): number {
  return (first * 5 + length) & 63;
}

const tables = new WeakMap<ReadonlyMap<string, Field>, KeyTable>();

export function tableOf(fields: ReadonlyMap<string, Field>): KeyTable {
  let table = tables.get(fields);
  if (table === undefined) {
    table = new KeyTable(fields);
    tables.set(fields, table);
  }
  return table;
}
