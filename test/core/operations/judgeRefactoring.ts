/** What a refactoring should make of a file, said a second time on plain values, without the code under test. */
import { isDeepStrictEqual } from 'node:util';
import type { Refactoring } from '../../../src/core/operations/operation.ts';
import { type Fields, itemAt, listOf, nextNumber, type Plain, textOf } from './judge.ts';

/** Changes `file`. */
export function intendRefactoring(file: Fields, operation: Refactoring): Fields {
  switch (operation.type) {
    case 'split':
      return split(file, operation);
    case 'merge':
      return merge(file, operation);
    case 'extractEpic': {
      const id = `FN-${nextNumber(file)}`;
      for (const item of operation.items) itemAt(file, item)['epic'] = id;
      const epics = listOf(file, 'epics');
      const open = epics.map((epic) => !['done', 'dropped'].includes(textOf((epic as Fields)['status'])));
      epics.splice(open.lastIndexOf(true) + 1, 0, { id, title: operation.title });
      file['epics'] = epics;
      return file;
    }
    case 'moveEntry':
      return moveEntry(file, operation);
    case 'rename':
      return rename(file, operation);
    case 'promoteCriterion':
    case 'convertCriterion':
      throw new Error('what becomes of a criterion is judged where its notations are');
  }
}

const SHARED = [
  'status',
  'labels',
  'assignee',
  'type',
  'epic',
  'sprint',
  'priority',
  'depends_on',
  'insights',
];

function split(file: Fields, operation: Refactoring & { type: 'split' }): Fields {
  const first = itemAt(file, operation.item);
  const { title, story } = operation.second;
  const second: Fields = { id: `FN-${nextNumber(file)}`, title, ...(story === undefined ? {} : { story }) };
  for (const [key, value] of Object.entries(first)) {
    if ((SHARED.includes(key) || key.startsWith('x-')) && value !== null) second[key] = value;
  }
  const stories = listOf(file, 'stories');
  stories.splice(stories.indexOf(first) + 1, 0, second);
  Reflect.deleteProperty(first, 'estimate');
  for (const key of ['title', 'story'] as const) {
    const words = operation.first?.[key];
    if (words !== undefined) first[key] = words;
  }
  take(first, second, 'acceptance', operation.criteria ?? [], undefined);
  return file;
}

function entriesOf(item: Fields, field: string): Plain[] {
  const value = item[field];
  return value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function take(
  from: Fields,
  to: Fields,
  field: string,
  indexes: readonly number[],
  at: number | undefined,
): void {
  const all = entriesOf(from, field);
  const chosen = all.filter((_, i) => indexes.includes(i));
  if (chosen.length === 0 || (from === to && all.length < 2)) return;
  const rest = all.filter((_, i) => !indexes.includes(i));
  if (rest.length === 0) Reflect.deleteProperty(from, field);
  else from[field] = rest;
  const there = [...entriesOf(to, field)];
  there.splice(Math.min(at ?? there.length, there.length), 0, ...chosen);
  to[field] = there;
}

function moveEntry(file: Fields, operation: Refactoring & { type: 'moveEntry' }): Fields {
  const { item, to, field, entries, at } = operation;
  take(itemAt(file, item), itemAt(file, to), field, entries, at);
  return file;
}

function rename(file: Fields, { what, from, to }: Refactoring & { type: 'rename' }): Fields {
  const swap = (value: Plain): Plain => (textOf(value) === from ? to : value);
  const swapped = (holder: Fields, key: string): void => {
    const value = holder[key];
    if (Array.isArray(value)) holder[key] = value.map(swap);
    else if (value !== undefined) holder[key] = swap(value);
  };
  const inner = (value: Plain | undefined): Fields[] =>
    (Array.isArray(value) ? value : [value]).filter(
      (each): each is Fields => typeof each === 'object' && each !== null && !Array.isArray(each),
    );
  const items = ['stories', 'epics'].flatMap((list) => listOf(file, list) as Fields[]);
  for (const item of items) {
    if (what === 'label') swapped(item, 'labels');
    if (what === 'person') {
      swapped(item, 'assignee');
      for (const each of [...inner(item['blocked']), ...inner(item['notes'])]) swapped(each, 'by');
    }
    if (what === 'story' || what === 'epic') {
      swapped(item, 'depends_on');
      if (what === 'epic') swapped(item, 'epic');
      if (textOf(item['id']) === from) {
        item['id'] = to;
        item['was'] = [...entriesOf(item, 'was'), from];
        if (entriesOf(item, 'was').length === 1) item['was'] = [from];
      }
    }
  }
  if (what === 'person') for (const person of listOf(file, 'people')) swapped(person as Fields, 'id');
  return file;
}

const UNITED = ['acceptance', 'tasks', 'depends_on', 'labels', 'insights', 'links', 'notes', 'was'];
const WORDS = ['title', 'story', 'description'];

function merge(file: Fields, operation: Refactoring & { type: 'merge' }): Fields {
  const into = itemAt(file, operation.into);
  const others = operation.items.map((item) => itemAt(file, item)).filter((item) => item !== into);
  const lost = new Map<Fields, string[]>();
  const says = (item: Fields, key: string): string => (item[key] === undefined ? '' : textOf(item[key]));
  const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();
  for (const key of WORDS) {
    const chosen = operation.keep?.[key as 'title'] ?? operation.into;
    const winner = itemAt(file, chosen);
    const all = [into, ...others].filter((item) => flat(says(item, key)) !== '');
    const [first] = all;
    if (first === undefined) continue;
    const differ = all.some((item) => flat(says(item, key)) !== flat(says(first, key)));
    const kept = says(differ && all.includes(winner) ? winner : first, key);
    for (const item of all)
      if (flat(says(item, key)) !== flat(kept))
        lost.set(item, [...(lost.get(item) ?? []), says(item, key).trim()]);
    if (kept !== says(into, key)) into[key] = kept;
  }
  const ids = [into, ...others].map((item) => says(item, 'id'));
  const isOne = (key: string, entry: Plain): boolean => key === 'depends_on' && ids.includes(textOf(entry));
  for (const other of others) {
    for (const [key, value] of Object.entries(other)) {
      if (UNITED.includes(key))
        unite(
          into,
          key,
          entriesOf(other, key).filter((entry) => !isOne(key, entry)),
        );
      else if (!['id', 'status', 'dropped_because', ...WORDS].includes(key)) {
        if (value !== null && (into[key] === undefined || into[key] === null)) into[key] = value;
      }
    }
  }
  for (const [item, words] of lost) {
    const head = item === into ? 'Before the merge:' : `Merged from ${says(item, 'id')}:`;
    unite(into, 'notes', [[head, ...words].join('\n')]);
  }
  for (const list of ['stories', 'epics']) {
    const items = file[list];
    if (Array.isArray(items)) file[list] = items.filter((item) => !others.includes(item as Fields));
  }
  for (const other of others) nameInstead(file, into, says(other, 'id'), says(into, 'id'));
  for (const other of others) unite(into, 'was', [says(other, 'id')]);
  return file;
}

/** Nobody depends on itself, or on the same twice. */
function nameInstead(file: Fields, into: Fields, gone: string, stays: string): void {
  for (const item of ['stories', 'epics'].flatMap((list) => listOf(file, list) as Fields[])) {
    const all = entriesOf(item, 'depends_on');
    if (!all.some((entry) => textOf(entry) === gone)) continue;
    const has = item === into || all.some((entry) => textOf(entry) === stays);
    const rest = all.filter((entry) => !has || textOf(entry) !== gone);
    const named = rest.map((entry) => (textOf(entry) === gone ? stays : entry));
    if (named.length === 0) Reflect.deleteProperty(item, 'depends_on');
    else item['depends_on'] = Array.isArray(item['depends_on']) ? named : (named[0] ?? null);
  }
}

function unite(into: Fields, key: string, entries: readonly Plain[]): void {
  const there = entriesOf(into, key);
  const missing: Plain[] = [];
  for (const entry of entries) {
    const known = (each: Plain): boolean => isDeepStrictEqual(each, entry);
    if (!there.some(known) && !missing.some(known)) missing.push(entry);
  }
  if (missing.length > 0) into[key] = [...there, ...missing];
}
