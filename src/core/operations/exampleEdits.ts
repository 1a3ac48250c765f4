/**
 * The edits that change a table of examples, for rows that are mappings and for rows that are lists. Offsets are those of
 * the slice; every edit is verified by reading it again.
 */
import { type MapNode, type Node, type Pair, pairOf, type Scalar, scalarText } from '../yaml/node.ts';
import { lineStart } from '../yaml/trivia.ts';
import { renderScalar } from '../yaml/write.ts';
import { type Data, isDataList, isDataMap, sameData, toData } from './data.ts';
import { insertEntry, removeEntryAt } from './entryEdits.ts';
import { cellOf, type ExampleTable, OPEN_CELL } from './exampleTable.ts';
import { columnOfKeys, extentEnd, insertPair, pairEnd, removePair, type Writing } from './fieldEdits.ts';
import type { ExamplesChange } from './operation.ts';
import { replaceScalar, replaceValue } from './replaceValue.ts';
import { retyped } from './retype.ts';
import type { Attempt } from './step.ts';

type Table<F extends ExampleTable['form']> = Extract<ExampleTable, { readonly form: F }>;
type Change<K extends ExamplesChange['kind']> = Extract<ExamplesChange, { readonly kind: K }>;

/** What a change makes of a table, and how it is written. */
export interface ExampleEdit {
  /** From the table to what changes. */
  readonly steps: readonly (string | number)[];
  readonly change: (old: Data | undefined) => Data | undefined;
  readonly attempts: (writing: Writing) => Iterable<Attempt | undefined>;
}

/** Undefined where there is nothing to do. */
export function editExamples(
  table: ExampleTable,
  change: ExamplesChange,
  text: string,
): ExampleEdit | undefined {
  switch (change.kind) {
    case 'setCell':
      return setCell(table, change, text);
    case 'renameColumn':
      if (change.name === table.columns[change.column]) return undefined;
      return table.form === 'lists'
        ? setItem(table, [0, change.column], change.name, text)
        : renameKey(table, change, text);
    case 'addColumn':
      return addColumn(table, change.name, text);
    case 'removeColumn':
      return removeColumn(table, change.column, text);
    case 'addRow':
      return addRow(table, text);
    case 'removeRow':
      return removeRow(table, change.row, text);
  }
}

function setCell(
  table: ExampleTable,
  { row, column, text: typed }: Change<'setCell'>,
  text: string,
): ExampleEdit | undefined {
  const value = typed.replaceAll(/\r\n?/g, '\n');
  const old = cellOf(table, row, column, text);
  if (old !== undefined && sameData(toData(old, text), value)) return undefined;
  return table.form === 'lists'
    ? setItem(table, [row + 1, column], value, text)
    : setPair(table, row, table.columns[column] ?? '', value, text);
}

function setPair(
  { rows, columns }: Table<'mappings'>,
  row: number,
  column: string,
  value: string,
  text: string,
): ExampleEdit {
  const map = rows[row];
  const pair = map && pairOf(map, column, text);
  return {
    steps: [row, column],
    change: () => value,
    *attempts(writing) {
      if (map === undefined) return;
      const { old, bare } = written(pair?.value, value, text);
      if (pair === undefined) {
        yield { edits: insertPair(map, column, value, columns, text, { ...writing, bare }) };
        return;
      }
      yield retyped(old, value, text);
      const context = { flow: map.flow, column: columnOfKeys(map, text) };
      const edits = replaceValue({ ...pair, value: old }, value, context, text, { ...writing, bare });
      yield edits && { edits };
    },
  };
}

/** A cell of a list, or the name of a column: `nth` counts the head too. */
function setItem(
  { head, rows }: Table<'lists'>,
  [nth, column]: readonly [nth: number, column: number],
  value: string,
  text: string,
): ExampleEdit {
  const list = nth === 0 ? head : rows[nth - 1];
  return {
    steps: [nth, column],
    change: () => value,
    *attempts(writing) {
      const { old, bare } = written(list?.items[column], value, text);
      if (list === undefined || old?.kind !== 'scalar') return;
      yield retyped(old, value, text);
      const context = { flow: list.flow, column: list.start - lineStart(text, list.start) };
      yield { edits: replaceScalar(old, value, context, text, { ...writing, bare }) };
    },
  };
}

/**
 * How a text goes where another stands: a number, `true` and `false` without quotes, unless some stand there. A day, or a
 * number like `2.0`, is as bare as the one before it. Quotes of a cell that is still open are nobody's.
 */
function written(
  node: Node | undefined,
  value: string,
  text: string,
): { readonly old: Node | undefined; readonly bare: () => boolean } {
  if (node?.kind !== 'scalar') return { old: node, bare: () => isCanonical(value) };
  const old: Scalar = scalarText(node, text) === OPEN_CELL ? { ...node, style: 'plain' } : node;
  const isTyped =
    isCanonical(value) || [NUMBER, DAY].some((like) => like.test(value) && like.test(scalarText(old, text)));
  return { old, bare: () => old.style === 'plain' && isTyped };
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** True for a number as it is printed, and for `true` and `false`. */
function isCanonical(value: string): boolean {
  const number = Number(value);
  return value === 'true' || value === 'false' || (Number.isFinite(number) && String(number) === value);
}

function renameKey(
  { rows, columns }: Table<'mappings'>,
  { column, name }: Change<'renameColumn'>,
  text: string,
): ExampleEdit {
  const was = columns[column] ?? '';
  const keys = rows.flatMap((row) => pairOf(row, was, text)?.key ?? []);
  return {
    steps: [],
    change: inRows((row) =>
      isDataMap(row)
        ? { pairs: row.pairs.map(([key, value]) => [key === was ? name : key, value] as const) }
        : row,
    ),
    *attempts({ quoted }) {
      yield {
        edits: keys.map((key) => {
          const { old, bare } = written(key, name, text);
          const style = quoted ? 'double' : old?.kind === 'scalar' ? quotesOf(old) : undefined;
          const spelled = renderScalar(name, { flow: true, style, bare: !quoted && bare() });
          return { start: key.start, end: key.end, text: spelled };
        }),
      };
    },
  };
}

function quotesOf({ style }: Scalar): 'single' | 'double' | undefined {
  return style === 'single' || style === 'double' ? style : undefined;
}

function inRows(change: (row: Data, nth: number) => Data): ExampleEdit['change'] {
  return (old) => (old !== undefined && isDataList(old) ? old.map(change) : old);
}

/** The new column comes behind the others, and its cells are open. */
function addColumn(table: ExampleTable, name: string, text: string): ExampleEdit {
  if (table.form === 'mappings') {
    const order = [...table.columns, name];
    return {
      steps: [],
      change: inRows((row) => (isDataMap(row) ? { pairs: [...row.pairs, [name, OPEN_CELL]] } : row)),
      *attempts(writing) {
        yield {
          edits: table.rows.flatMap((row) => insertPair(row, name, OPEN_CELL, order, text, writing)),
        };
      },
    };
  }
  const count = table.columns.length;
  return {
    steps: [],
    change: inRows((row, nth) => (isDataList(row) ? [...row, nth === 0 ? name : OPEN_CELL] : row)),
    *attempts(writing) {
      const lists = [table.head, ...table.rows];
      yield together(
        lists.map((list, nth) => {
          const edits = insertEntry(list, count, nth === 0 ? name : OPEN_CELL, text, writing);
          return edits && { edits };
        }),
      );
    },
  };
}

function removeColumn(table: ExampleTable, column: number, text: string): ExampleEdit {
  if (table.form === 'lists') {
    return {
      steps: [],
      change: inRows((row) => (isDataList(row) ? row.filter((_, at) => at !== column) : row)),
      *attempts() {
        yield together([table.head, ...table.rows].map((list) => removeEntryAt(list, column, text)));
      },
    };
  }
  const name = table.columns[column] ?? '';
  return {
    steps: [],
    change: inRows((row) => (isDataMap(row) ? { pairs: row.pairs.filter(([key]) => key !== name) } : row)),
    *attempts() {
      yield together(
        table.rows.flatMap((row) => {
          const pair = pairOf(row, name, text);
          return pair === undefined ? [] : [withoutPair(row, pair, text)];
        }),
      );
    },
  };
}

/** A row that has nothing else stays as an empty one. */
function withoutPair(row: MapNode, pair: Pair, text: string): Attempt {
  const { start } = pair.key;
  if (row.pairs.length === 1 && !row.flow)
    return { edits: [{ start, end: pairEnd(pair, text), text: '{}' }] };
  const end = row.flow ? pairEnd(pair, text) : extentEnd(pair, columnOfKeys(row, text), text);
  return { edits: removePair(row, pair, text), mayLose: [{ start, end }] };
}

/** All of them as one; undefined where one can't be made. */
function together(all: readonly (Attempt | undefined)[]): Attempt | undefined {
  const known = all.filter((each) => each !== undefined);
  if (known.length !== all.length) return undefined;
  return {
    edits: known.flatMap(({ edits }) => edits),
    mayLose: known.flatMap(({ mayLose = [] }) => mayLose),
  };
}

/** The new row comes behind the others, and its cells are open. */
function addRow({ form, seq, columns }: ExampleTable, text: string): ExampleEdit {
  const cells = columns.map((column) => [column, OPEN_CELL] as const);
  const isLists = form === 'lists';
  const row: Data = isLists ? columns.map(() => OPEN_CELL) : { pairs: cells };
  const value = isLists ? columns.map(() => OPEN_CELL) : Object.fromEntries(cells);
  return {
    steps: [],
    change: (old) => (old !== undefined && isDataList(old) ? [...old, row] : old),
    *attempts(writing) {
      const edits = insertEntry(seq, seq.items.length, value, text, writing);
      yield edits && { edits };
    },
  };
}

function removeRow({ form, seq }: ExampleTable, row: number, text: string): ExampleEdit {
  const nth = form === 'lists' ? row + 1 : row;
  return {
    steps: [],
    change: (old) => (old !== undefined && isDataList(old) ? old.filter((_, at) => at !== nth) : old),
    *attempts() {
      yield removeEntryAt(seq, nth, text);
    },
  };
}
