/**
 * Says whether a value may stand in a field, and turns it into what is written: numbers that come as texts (from a
 * command line, a form) become numbers where the field holds numbers. Dates stay texts that are written bare.
 */
import { domainOf, listsOf } from '../backlog/ids.ts';
import type { ListName } from '../backlog/lists.ts';
import { type Field, REF_NAMES, type RefKind, type Shape, type TeamChoice } from '../schema/shape.ts';
import { itemFields, sectionShape } from '../schema/shapes.ts';
import { closest } from '../text/closest.ts';
import { type Plain, isList, isMapping } from '../yaml/writeBlock.ts';
import type { Value } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import type { View } from './view.ts';

type Checked = { readonly ok: true; readonly value: Plain } | Refused;

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const OF_ANOTHER_BACKLOG = /^([A-Z][A-Z0-9]*)-\d+$/;
/** The fields of a list's items, the team's own among them. */
export function fieldsOf(view: View, list: ListName): ReadonlyMap<string, Field> {
  const known = itemFields(list);
  const own = view.config.customFields;
  return own.size === 0 || (list !== 'stories' && list !== 'epics') ? known : new Map([...known, ...own]);
}

/** The shape of a field by its path, or why there is no such field. Positions in lists are steps too (`tasks.0.done`). */
export function shapeAt(
  view: View,
  list: ListName,
  path: readonly string[],
): { readonly ok: true; readonly shape: Shape } | Refused {
  const [first = '', ...rest] = path;
  const fields = fieldsOf(view, list);
  const field = fields.get(first);
  if (field === undefined && !first.startsWith('x-')) return unknownField(first, fields.keys(), list);
  return shapeBelow(field?.shape ?? { kind: 'any' }, first, rest);
}

/** The shape of a setting by the keys that lead to it (`['workflow', 'wip', 'doing']`), or why there is no such setting. */
export function settingShape(
  path: readonly string[],
): { readonly ok: true; readonly shape: Shape } | Refused {
  const [section = '', ...rest] = path;
  const shape = sectionShape(section);
  return shape?.kind === 'object'
    ? shapeBelow(shape, section, rest)
    : refuse('unknown-field', `${section} is not one of the team's settings.`);
}

function shapeBelow(
  from: Shape,
  first: string,
  rest: readonly string[],
): { readonly ok: true; readonly shape: Shape } | Refused {
  let shape = from;
  for (const step of rest) {
    const inner = step === '' ? undefined : innerShape(shape, step);
    if (inner === undefined)
      return refuse('unknown-field', `${first} has no ${step || 'field without a name'}.`);
    shape = inner;
  }
  return { ok: true, shape };
}

function unknownField(name: string, known: Iterable<string>, list: ListName): Refused {
  const meant = closest(name, known);
  const hint = meant === undefined ? "a field of the team's own begins with x-." : `did you mean ${meant}?`;
  return refuse('unknown-field', `No field of ${list} is called "${name}": ${hint}`);
}

/** What a step leads to; undefined where the shape holds nothing like it. */
function innerShape(shape: Shape, step: string): Shape | undefined {
  switch (shape.kind) {
    case 'any':
      return shape;
    case 'object': {
      const field = shape.fields.get(step);
      if (field !== undefined) return field.shape;
      return closest(step, shape.fields.keys()) === undefined ? { kind: 'any' } : undefined;
    }
    case 'record':
      return shape.value;
    case 'list':
      return /^\d+$/.test(step) ? shape.of : undefined;
    case 'union':
      for (const option of shape.of) {
        const inner = innerShape(option, step);
        if (inner !== undefined) return inner;
      }
      return undefined;
    default:
      return undefined;
  }
}

/** The value as it is written, or why it can't stand in the field. `name` is what the field is called in messages. */
export function checkValue(view: View, shape: Shape, value: Value, name: string): Checked {
  switch (shape.kind) {
    case 'any':
      return { ok: true, value: withoutCarriageReturns(value) };
    case 'list':
      return checkList(view, shape, value, name);
    case 'object':
    case 'record':
      return checkMapping(view, shape, value, name);
    case 'union':
      return checkUnion(view, shape.of, value, name);
    default:
      break;
  }
  if (value === null || typeof value === 'object') return invalid(`${name} can't hold ${kindOf(value)}.`);
  const text = typeof value === 'string' ? withoutCarriageReturns(value) : String(value);
  switch (shape.kind) {
    case 'number':
      return checkNumber(shape, text, name);
    case 'boolean':
      if (text === 'true' || text === 'false') return { ok: true, value: text === 'true' };
      return invalid(`${name} is either true or false.`);
    case 'date':
      return isDate(text)
        ? { ok: true, value: text }
        : invalid(`${name} is a day like 2026-11-25, and "${text}" is none.`);
    case 'choice':
      return oneOf(text, shape.of, name);
    case 'team':
      return checkTeam(view, shape.of, text, name);
    case 'ref':
      return checkReference(view, shape.to, text, name);
    case 'id':
      if (text.trim() === '' || /[\r\n]/.test(text))
        return invalid(`${name} needs some characters on one line.`);
      return { ok: true, value: text };
    case 'text':
      if (shape.pattern !== undefined && !shape.pattern.test(text)) {
        return invalid(`${name} has to be ${shape.patternHint ?? 'of another form'}.`);
      }
      return { ok: true, value: text };
  }
}

function invalid(message: string): Refused {
  return refuse('invalid-value', message);
}

function kindOf(value: Value): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}

function withoutCarriageReturns<T extends Value>(value: T): T {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n') as T;
  // The compiler can't follow that mapping a list gives a list of the same kind.
  if (isList(value)) return value.map(withoutCarriageReturns) as unknown as T;
  if (isMapping(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, withoutCarriageReturns(entry as Value)]),
    ) as T;
  }
  return value;
}

function checkNumber(shape: Shape & { kind: 'number' }, text: string, name: string): Checked {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) return invalid(`${name} is a number, and "${text}" is none.`);
  if (shape.integer === true && !Number.isInteger(number)) return invalid(`${name} is a whole number.`);
  if (shape.min !== undefined && number < shape.min) return invalid(`${name} is at least ${shape.min}.`);
  if (shape.max !== undefined && number > shape.max) return invalid(`${name} is at most ${shape.max}.`);
  return { ok: true, value: number };
}

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
}

function oneOf(text: string, known: readonly string[], name: string): Checked {
  if (known.includes(text)) return { ok: true, value: text };
  return invalid(`${name} is one of ${known.join(', ')}, and "${text}" is none of them.`);
}

function checkTeam(view: View, of: TeamChoice, text: string, name: string): Checked {
  const { config } = view;
  switch (of) {
    case 'status':
      return oneOf(text, config.statuses, name);
    case 'severity':
      return oneOf(text, config.severities, name);
    case 'type':
      return oneOf(text, config.types, name);
    case 'estimate': {
      const number = NUMBER.test(text) ? Number(text) : undefined;
      if (number !== undefined && number >= 0) return { ok: true, value: number };
      return config.estimates.includes(text)
        ? { ok: true, value: text }
        : invalid(`${name} is a number of points or one of ${config.estimates.join(', ')}.`);
    }
  }
}

function checkReference(view: View, to: RefKind, text: string, name: string): Checked {
  const lists = listsOf(to);
  if (view.byId(text).some((entry) => lists.includes(entry.list))) return { ok: true, value: text };
  if (to === 'person' || to === 'team') {
    if (view.list(to === 'person' ? 'people' : 'teams').length === 0 && text.trim() !== '')
      return { ok: true, value: text };
  }
  if (to === 'item' || to === 'epic') {
    const key = OF_ANOTHER_BACKLOG.exec(text)?.[1];
    const own = view.config.product.key;
    if (key !== undefined && own !== undefined && key !== own) return { ok: true, value: text };
  }
  const ids = lists.flatMap((list) => view.list(list).flatMap((entry) => entry.id ?? []));
  const meant = ids.length > 2000 ? undefined : closest(text, ids);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return invalid(`No ${REF_NAMES[to]} is called "${text}", so it can't be in ${name}.${hint}`);
}

function checkList(view: View, shape: Shape & { kind: 'list' }, value: Value, name: string): Checked {
  if (!isList(value)) {
    if (!shape.orOne) return invalid(`${name} is a list.`);
    return checkValue(view, shape.of, value, name);
  }
  const entries: Plain[] = [];
  for (const entry of value) {
    const checked = checkValue(view, shape.of, entry, name);
    if (!checked.ok) return checked;
    entries.push(checked.value);
  }
  return { ok: true, value: entries };
}

function checkMapping(
  view: View,
  shape: Shape & { kind: 'object' | 'record' },
  value: Value,
  name: string,
): Checked {
  if (!isMapping(value)) return invalid(`${name} is a mapping of keys to values.`);
  const pairs: [string, Plain][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const inner = innerShape(shape, key);
    if (inner === undefined) return refuse('unknown-field', `${name} has no ${key}.`);
    const checked = checkValue(view, inner, entry, `${name}.${key}`);
    if (!checked.ok) return checked;
    pairs.push([key, checked.value]);
  }
  return { ok: true, value: Object.fromEntries(pairs) };
}

function checkUnion(view: View, options: readonly Shape[], value: Value, name: string): Checked {
  let refused: Checked | undefined;
  for (const option of options) {
    const isShaped = option.kind === 'object' || option.kind === 'record';
    if (isShaped !== isMapping(value)) continue;
    const checked = checkValue(view, option, value, name);
    if (checked.ok) return checked;
    refused ??= checked;
  }
  return refused ?? invalid(`${name} can't hold ${kindOf(value)}.`);
}

/** Refuses an id that another item of the same kind bears. */
export function checkNewId(view: View, list: ListName, id: string): Refused | undefined {
  const bearer = view.byId(id).find((entry) => domainOf(entry.list) === domainOf(list));
  return bearer === undefined
    ? undefined
    : invalid(`${id} is taken: another entry of ${bearer.list} bears it.`);
}

/** Which texts of a value are written bare: those of dates. */
export function bareTexts(shape: Shape): (path: readonly string[]) => boolean {
  return (path) => {
    let current: Shape | undefined = shape;
    for (const step of path) {
      while (current?.kind === 'list') current = current.of;
      current = current === undefined ? undefined : innerShape(current, step);
    }
    while (current?.kind === 'list') current = current.of;
    return current?.kind === 'date';
  };
}
