/** What a change of a page means as an operation. Marks were compared before; paths are those of the file now. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { ItemAddress, Operation, Value } from '../../operations/operation.ts';
import { type Refused, refuse } from '../../operations/refusal.ts';
import { readCriteria } from '../../writing/acceptance/readCriteria.ts';
import { type MapNode, type Node, scalarText } from '../../yaml/node.ts';
import { BOX } from './criteria.ts';
import { additionToTable, cellAt, removalFromTable, settingInTable } from './examples.ts';
import { MAIN_KEYS } from './findings.ts';
import type { PageChange } from './pageChange.ts';
import { type Path, pathOf } from './path.ts';
import { entriesOf, isYes, nodeAt } from './scene.ts';

export interface AskedOperation {
  readonly operation: Operation;
  /** Where the file is looked at afterwards, for its mark. */
  readonly shown?: Path;
}

/** Where the item stands and what it says. */
interface Place {
  readonly item: ItemAddress;
  readonly map: MapNode;
  readonly text: string;
  readonly path: Path;
}

type Of<K extends PageChange['kind']> = Extract<PageChange, { readonly kind: K }>;

export function operationOf(
  backlog: Backlog,
  item: Item,
  map: MapNode,
  change: Exclude<PageChange, Of<'fix'>>,
  path: Path,
): AskedOperation | Refused {
  const place: Place = { item: backlog.address(item), map, text: item.slice.text, path };
  switch (change.kind) {
    case 'set':
      return setting(place, change.value);
    case 'remove':
      return { operation: removal(place), shown: path };
    case 'add':
      return addition(place, change);
    case 'move':
      return moving(place, change);
    case 'tick':
      return ticking(backlog, place, change.done);
    case 'convert':
      return conversion(place, change);
    case 'block':
      return blocking(place, change);
    case 'drop':
      return dropping(backlog, place, change.because);
    case 'rank':
      return ranking(backlog, item, place.item, change.to);
  }
}

/** @param path of an entry, or of a field */
export function setting({ item, map, text, path }: Place, value: Value): AskedOperation | Refused {
  const node = nodeAt(map, path.steps, text);
  const { last } = path;
  const inTable = settingInTable(item, path, asLong(cellAt(map, path, text), value, text));
  if (inTable !== undefined) return { operation: inTable, shown: path };
  if (value === '' && last === undefined)
    return { operation: { type: 'remove', item, field: path.text }, shown: path };
  if (path.entry === undefined)
    return {
      operation: { type: 'set', item, field: path.text, value: asLong(node, value, text) },
      shown: path,
    };
  const main = MAIN_KEYS[path.field];
  const entry = nodeAt(map, path.steps.slice(0, 2), text);
  if (path.rest.length > 0 && main !== undefined && entry?.kind === 'scalar') {
    // A plain text gets a second value: it becomes a mapping.
    const more = path.rest.reduceRight<Value>((inner, key) => ({ [key]: inner }), value);
    return entrySet(item, path, { [main]: scalarText(entry, text), ...(more as Record<string, Value>) });
  }
  if (path.rest.length === 0 && main !== undefined && entry?.kind === 'map' && typeof value === 'string') {
    const field = `${path.text}.${main}`;
    const old = nodeAt(map, [...path.steps, main], text);
    return { operation: { type: 'set', item, field, value: asLong(old, value, text) }, shown: path };
  }
  if (last === undefined)
    return {
      operation: { type: 'set', item, field: path.text, value: asLong(node, value, text) },
      shown: path,
    };
  const boxed = typeof value === 'string' && path.field === 'acceptance' ? boxOf(node, text) + value : value;
  return entrySet(item, path, asLong(node, boxed, text));
}

function entrySet(item: ItemAddress, path: Path, value: Value): AskedOperation {
  const { list, index } = path.last ?? { list: path.field, index: path.entry ?? 0 };
  const whole = path.last === undefined;
  return {
    operation: {
      type: 'setEntry',
      item,
      field: whole ? path.field : list,
      entry: whole ? (path.entry ?? 0) : index,
      value,
    },
    shown: path,
  };
}

/** The box in front of a check that is ticked in words. */
function boxOf(node: Node | undefined, text: string): string {
  return node?.kind === 'scalar' ? (BOX.exec(scalarText(node, text))?.[0] ?? '') : '';
}

/** The page shows a block without the line breaks at its end; written back it has them. */
function asLong(old: Node | undefined, value: Value, text: string): Value {
  if (typeof value !== 'string' || value === '' || old?.kind !== 'scalar') return value;
  const end = /\n*$/.exec(scalarText(old, text))?.[0] ?? '';
  return value.endsWith('\n') ? value : value + end;
}

function removal({ item, path }: Place): Operation {
  const { last } = path;
  const inTable = removalFromTable(item, path);
  if (inTable !== undefined) return inTable;
  return last === undefined
    ? { type: 'remove', item, field: path.text }
    : { type: 'removeEntry', item, field: last.list, entry: last.index };
}

function addition({ item, map, text, path }: Place, { value, at }: Of<'add'>): AskedOperation {
  const old = nodeAt(map, path.steps, text);
  const inTable = additionToTable(item, path, value, old !== undefined);
  if (inTable !== undefined) return { operation: inTable, shown: path };
  const there = entriesOf(old);
  const same = at === undefined ? there.findIndex((node) => says(node, value, text)) : -1;
  const index = same >= 0 ? same : Math.min(at ?? there.length, there.length);
  const operation: Operation = {
    type: 'addEntry',
    item,
    field: path.text,
    value,
    ...(at === undefined ? {} : { at }),
  };
  return { operation, shown: path.entry === undefined ? pathOf(`${path.text}.${index}`) : path };
}

function says(node: Node | undefined, value: Value, text: string): boolean {
  return node?.kind === 'scalar' && scalarText(node, text) === value;
}

function moving({ item, path }: Place, { to }: Of<'move'>): AskedOperation | Refused {
  const { last } = path;
  if (last === undefined) return refuse('invalid-value', `${path.text} is no entry of a list.`);
  const operation: Operation = {
    type: 'moveEntry',
    item,
    field: last.list,
    entries: [last.index],
    to: item,
    at: to,
  };
  return { operation, shown: path.steps.length === 2 ? path.withEntry(to) : path };
}

function ticking(
  backlog: Backlog,
  { item, map, text, path }: Place,
  done: boolean,
): AskedOperation | Refused {
  const main = MAIN_KEYS[path.field];
  const node = nodeAt(map, path.steps, text);
  if (main === undefined || path.entry === undefined || path.rest.length > 0 || node === undefined)
    return refuse('invalid-value', `${path.text} is nothing that can be ticked.`);
  if (node.kind === 'map') {
    if (isYes(nodeAt(node, ['done'], text), text) === done) return { operation: none(), shown: path };
    const field = `${path.text}.done`;
    const operation: Operation = done
      ? { type: 'set', item, field, value: true }
      : { type: 'remove', item, field };
    return { operation, shown: path };
  }
  if (node.kind !== 'scalar') return refuse('invalid-value', `${path.text} is nothing that can be ticked.`);
  const words = scalarText(node, text);
  if (path.field === 'acceptance') {
    const all = readCriteria(nodeAt(map, ['acceptance'], text), text, backlog.config);
    const criterion = all.find(({ index }) => index === path.entry);
    if (criterion?.notation !== 'check')
      return refuse(
        'invalid-value',
        'Only a check or a scenario with keys can be ticked: turn it into one first.',
      );
    if (!done) return entrySet(item, path, words.replace(BOX, ''));
    return entrySet(item, path, { check: words.replace(BOX, '').trim(), done: true });
  }
  return done
    ? entrySet(item, path, { [main]: words.trim(), done: true })
    : { operation: none(), shown: path };
}

/** Nothing to do. */
function none(): Operation {
  return { type: 'sequence', operations: [] };
}

function conversion({ item, path }: Place, { to }: Of<'convert'>): AskedOperation | Refused {
  if (path.field !== 'acceptance' || path.entry === undefined)
    return refuse('invalid-value', `${path.text} is no criterion.`);
  return { operation: { type: 'convertCriterion', item, criterion: path.entry, to }, shown: path };
}

function blocking({ item, map, text, path }: Place, { why, by, due }: Of<'block'>): AskedOperation | Refused {
  if (why.trim() === '') return refuse('invalid-value', 'Say in a few words what blocks it.');
  const old = nodeAt(map, ['blocked'], text);
  if (old?.kind === 'map') {
    const operations = Object.entries({ why, by, due }).map(([key, value]): Operation => {
      const field = `blocked.${key}`;
      return value === undefined || value === ''
        ? { type: 'remove', item, field }
        : { type: 'set', item, field, value };
    });
    return { operation: { type: 'sequence', operations }, shown: path };
  }
  const more = { ...(by ? { by } : {}), ...(due ? { due } : {}) };
  const value = Object.keys(more).length === 0 ? why : { why, ...more };
  return { operation: { type: 'set', item, field: 'blocked', value }, shown: path };
}

function dropping(backlog: Backlog, { item }: Place, because: string): AskedOperation | Refused {
  const [dropped] = backlog.config.dropped;
  if (dropped === undefined)
    return refuse('invalid-value', 'The team’s workflow has no status for what is dropped.');
  const operations: Operation[] = [{ type: 'set', item, field: 'status', value: dropped }];
  if (because.trim() !== '')
    operations.push({ type: 'set', item, field: 'dropped_because', value: because.trim() });
  return { operation: { type: 'sequence', operations }, shown: pathOf('status') };
}

function ranking(backlog: Backlog, item: Item, address: ItemAddress, to: Of<'rank'>['to']): AskedOperation {
  if (to === 'top' || to === 'bottom')
    return { operation: { type: 'move', items: [address], place: { at: to } } };
  const all = backlog.list(item.list);
  const next = all[all.indexOf(item) + (to === 'up' ? -1 : 1)];
  if (next === undefined) return { operation: none() };
  const beside = backlog.address(next);
  const place = to === 'up' ? { before: beside } : { after: beside };
  return { operation: { type: 'move', items: [address], place } };
}
