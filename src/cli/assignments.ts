/** `field=value`, `field+=value` and `field-=value` as they are typed in a shell, and the values they mean. */
import type { Config } from '../core/backlog/config.ts';
import type { ListName } from '../core/backlog/lists.ts';
import type { ItemAddress, Operation, Value } from '../core/operations/operation.ts';
import type { Field, Shape } from '../core/schema/shape.ts';
import { fieldsOf } from './itemValue.ts';
import { UsageError } from './usageError.ts';

export interface Assignment {
  /** A key or a dotted path of keys. */
  readonly field: string;
  readonly how: '=' | '+=' | '-=';
  readonly text: string;
}

const FORM = /^([\p{L}_][\p{L}\p{N}_-]*?(?:\.[\p{L}\p{N}_-]+?)*)([+-]?=)([^]*)$/u;

/** Undefined for a word that assigns nothing. */
export function readAssignment(word: string): Assignment | undefined {
  const match = FORM.exec(word);
  if (match === null) return undefined;
  const [, field = '', how = '=', text = ''] = match;
  return { field, how: how as Assignment['how'], text };
}

/** The operations that make the assignments on one item. */
export function operationsOf(
  assignments: readonly Assignment[],
  item: ItemAddress,
  list: ListName,
  config: Config,
): readonly Operation[] {
  const fields = fieldsOf(list, config);
  return assignments.flatMap(({ field, how, text }): readonly Operation[] => {
    const shape = shapeAt(fields, field);
    if (how === '=') {
      if (text === '') return [{ type: 'remove', item, field }];
      return [{ type: 'set', item, field, value: valueOf(text, shape, field) }];
    }
    const entries = entriesOf(text, shape);
    if (how === '-=') return entries.map((entry) => ({ type: 'removeEntry', item, field, entry }));
    const of = listShape(shape)?.of;
    return entries.map((entry) => ({ type: 'addEntry', item, field, value: valueOf(entry, of, field) }));
  });
}

/** The fields of a new item. Only `=` makes sense there. */
export function fieldsFrom(
  assignments: readonly Assignment[],
  list: ListName,
  config: Config,
): { readonly [key: string]: Value } {
  const known = fieldsOf(list, config);
  const result: Record<string, Value> = {};
  for (const { field, how, text } of assignments) {
    if (how === '-=') throw new UsageError(`A new item has no ${field} to take away from; write ${field}=….`);
    if (text === '') continue;
    setAt(result, field.split('.'), valueOf(text, shapeAt(known, field), field));
  }
  return result;
}

function setAt(target: Record<string, Value>, path: readonly string[], value: Value): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    define(target, key, value);
    return;
  }
  const inner = Object.hasOwn(target, key) ? target[key] : undefined;
  const next: Record<string, Value> = isRecord(inner) ? { ...inner } : {};
  setAt(next, rest, value);
  define(target, key, next);
}

/** Sets an own property whatever its name is. */
function define(target: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function isRecord(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)$/;

function valueOf(text: string, shape: Shape | undefined, field: string): Value {
  switch (shape?.kind) {
    case 'list': {
      const entries = entriesOf(text, shape).map((entry) => valueOf(entry, shape.of, field));
      const [only] = entries;
      return only !== undefined && entries.length === 1 && isOftenOne(shape) ? only : entries;
    }
    case 'number':
      if (NUMBER.test(text)) return Number(text);
      throw new UsageError(`${field} is a number, not "${text}".`);
    case 'boolean':
      if (/^(?:true|yes)$/i.test(text)) return true;
      if (/^(?:false|no)$/i.test(text)) return false;
      throw new UsageError(`${field} is true or false, not "${text}".`);
    case 'team':
      return shape.of === 'estimate' && NUMBER.test(text) ? Number(text) : text;
    case 'any':
    case undefined:
      if (NUMBER.test(text)) return Number(text);
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'union': {
      const lists = listShape(shape);
      const plain = shape.of.find((one) => one.kind !== 'object' && one.kind !== 'list');
      return plain === undefined && lists !== undefined
        ? valueOf(text, lists, field)
        : valueOf(text, plain, field);
    }
    case 'object':
    case 'record':
      throw new UsageError(`${field} holds several values; set one of them: ${partsOf(shape, field)}.`);
    default:
      return text;
  }
}

/** People write one person bare, `assignee: ana`, and other lists as lists. */
function isOftenOne(shape: Extract<Shape, { kind: 'list' }>): boolean {
  return shape.orOne && shape.of.kind === 'ref' && shape.of.to === 'person';
}

function partsOf(shape: Shape, field: string): string {
  if (shape.kind !== 'object') return `${field}.KEY=VALUE`;
  return [...shape.fields.keys()]
    .slice(0, 4)
    .map((key) => `${field}.${key}=…`)
    .join(', ');
}

/** Entries are separated by commas, except in lists of sentences, where a comma belongs to the sentence. */
function entriesOf(text: string, shape: Shape | undefined): readonly string[] {
  const list = listShape(shape);
  if (list !== undefined && holdsSentences(list.of)) return [text];
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function holdsSentences(shape: Shape): boolean {
  if (shape.kind === 'union') return shape.of.some(holdsSentences);
  return shape.kind === 'text' && shape.prose === true;
}

function listShape(shape: Shape | undefined): Extract<Shape, { kind: 'list' }> | undefined {
  if (shape?.kind === 'list') return shape;
  if (shape?.kind !== 'union') return undefined;
  return shape.of.find((one) => one.kind === 'list');
}

function shapeAt(fields: ReadonlyMap<string, Field>, path: string): Shape | undefined {
  const [first = '', ...rest] = path.split('.');
  let shape = fields.get(first)?.shape;
  for (const key of rest) shape = shape && partOf(shape, key);
  return shape;
}

function partOf(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'object') return shape.fields.get(key)?.shape;
  if (shape.kind === 'record') return shape.value;
  if (shape.kind !== 'union') return undefined;
  for (const one of shape.of) {
    const part = partOf(one, key);
    if (part !== undefined) return part;
  }
  return undefined;
}
