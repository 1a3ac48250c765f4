/** An independent judge: says what an operation should make of a file, through the `yaml` package on the whole text. */
import { isDeepStrictEqual } from 'node:util';
import { Lexer, parseDocument } from 'yaml';
import type { Operation, Place, ItemAddress, Value } from '../../../src/core/operations/operation.ts';
import type { TextEdit } from '../../../src/core/text/span.ts';

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };
export type Fields = { [key: string]: Plain };

/** What the file says as plain values, or undefined where it is not valid. */
export function read(text: string): Fields | undefined {
  const document = parseDocument(text, { version: '1.2', logLevel: 'silent' });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  return (document.toJS() ?? {}) as Fields;
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start) throw new Error('edits overlap or are not sorted');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Every comment of the text, sorted. */
export function comments(text: string): string[] {
  const found: string[] = [];
  let afterMark = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!afterMark && lexeme.startsWith('#')) found.push(lexeme.trimEnd());
    afterMark = lexeme === '\u001f';
  }
  return found.sort();
}

/** True where all of `part` is in `all`, each as often. */
export function isWithin(part: readonly string[], all: readonly string[]): boolean {
  const left = [...all];
  return part.every((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** What the file should say after the operation; changes `file`. */
export function intend(file: Fields, operation: Operation): Fields {
  switch (operation.type) {
    case 'set':
      setAt(itemAt(file, operation.item), operation.field.split('.'), operation.value);
      return file;
    case 'remove':
      removeAt(itemAt(file, operation.item), operation.field.split('.'));
      return file;
    case 'add': {
      const items = listOf(file, operation.list);
      items.splice(placeOf(file, items, operation.place), 0, numbered(file, operation));
      file[operation.list] = items;
      return file;
    }
    case 'delete': {
      const item = itemAt(file, operation.item);
      for (const list of ['stories', 'epics']) {
        const items = file[list];
        if (Array.isArray(items) && items.includes(item)) file[list] = items.filter((each) => each !== item);
      }
      return file;
    }
    case 'move':
      return move(file, operation.items, operation.place);
    case 'addEntry': {
      const item = itemAt(file, operation.item);
      const old = item[operation.field];
      const list = old === null || old === undefined ? [] : Array.isArray(old) ? old : [old];
      if (operation.at === undefined && list.some((each) => textOf(each) === operation.value)) return file;
      const value = operation.value as Plain;
      const at = Math.min(operation.at ?? list.length, list.length);
      item[operation.field] = [...list.slice(0, at), value, ...list.slice(at)];
      return file;
    }
    case 'setEntry': {
      const item = itemAt(file, operation.item);
      const old = item[operation.field];
      const value = operation.value as Plain;
      if (Array.isArray(old))
        item[operation.field] = old.map((each, i) => (i === operation.entry ? value : each));
      else item[operation.field] = value;
      return file;
    }
    case 'removeEntry': {
      const item = itemAt(file, operation.item);
      const old = item[operation.field];
      const list = old === null || old === undefined ? [] : Array.isArray(old) ? old : [old];
      const { entry } = operation;
      const index = typeof entry === 'number' ? entry : list.findIndex((each) => textOf(each) === entry);
      if (index < 0 || index >= list.length) return file;
      const rest = list.filter((_, i) => i !== index);
      if (rest.length === 0) Reflect.deleteProperty(item, operation.field);
      else item[operation.field] = rest;
      return file;
    }
    case 'sequence':
      return operation.operations.reduce(intend, file);
    case 'restore':
      return file;
    default:
      throw new Error(`what ${operation.type} should make of a file is judged elsewhere`);
  }
}

function numbered(file: Fields, operation: Operation & { type: 'add' }): Fields {
  return { id: `FN-${nextNumber(file)}`, ...(operation.fields as Fields) };
}

/** One past the highest number that the file has or names. */
export function nextNumber(file: Fields): number {
  const items = [...listOf(file, 'stories'), ...listOf(file, 'epics')] as Fields[];
  const ids = items.flatMap(({ id, depends_on: needs }) => [id, ...(Array.isArray(needs) ? needs : [needs])]);
  const numbers = ids.map((id) => Number(/^FN-(\d+)$/.exec(textOf(id))?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

export function listOf(file: Fields, list: string): Plain[] {
  const items = file[list];
  return Array.isArray(items) ? items : [];
}

export function itemAt(file: Fields, address: ItemAddress): Fields {
  if (!('id' in address)) return listOf(file, address.list)[address.index] as Fields;
  const all = [...listOf(file, 'stories'), ...listOf(file, 'epics')] as Fields[];
  const found = all.find((item) => item.id === address.id);
  if (found === undefined) throw new Error(`no ${address.id}`);
  return found;
}

function placeOf(file: Fields, items: readonly Plain[], place: Place | undefined): number {
  if (place === undefined) {
    const open = items.map((item) => !['done', 'dropped'].includes(textOf((item as Fields).status)));
    return open.lastIndexOf(true) + 1;
  }
  if ('at' in place) return place.at === 'top' ? 0 : items.length;
  return 'before' in place
    ? items.indexOf(itemAt(file, place.before))
    : items.indexOf(itemAt(file, place.after)) + 1;
}

function move(file: Fields, addresses: readonly ItemAddress[], place: Place): Fields {
  const moved = new Set<Plain>(addresses.map((address) => itemAt(file, address)));
  const list =
    ['stories', 'epics'].find((name) => listOf(file, name).some((item) => moved.has(item))) ?? 'stories';
  const items = listOf(file, list);
  const at = placeOf(file, items, place);
  const ahead = items.slice(0, at).filter((item) => !moved.has(item));
  const behind = items.slice(at).filter((item) => !moved.has(item));
  file[list] = [...ahead, ...items.filter((item) => moved.has(item)), ...behind];
  return file;
}

function setAt(item: Fields, path: readonly string[], value: Value): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) item[key] = value as Plain;
  else {
    const inner = (item[key] ?? {}) as Fields;
    item[key] = inner;
    setAt(inner, rest, value);
  }
}

function removeAt(item: Fields, path: readonly string[]): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    Reflect.deleteProperty(item, key);
    return;
  }
  const inner = item[key];
  if (typeof inner !== 'object' || inner === null || !((rest[0] ?? '') in inner)) return;
  removeAt(inner as Fields, rest);
  if (Object.keys(inner).length === 0) Reflect.deleteProperty(item, key);
}

/** Compares what two files say; an empty list of items says the same as none. */
export function sameFile(a: Fields, b: Fields): boolean {
  return isDeepStrictEqual(withoutEmptyLists(a), withoutEmptyLists(b));
}

function withoutEmptyLists(file: Fields): Fields {
  return Object.fromEntries(
    Object.entries(file).filter(
      ([key, value]) =>
        !['stories', 'epics'].includes(key) || (value !== null && (value as Plain[]).length !== 0),
    ),
  );
}

export function textOf(value: Plain | undefined): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}
