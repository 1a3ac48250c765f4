/**
 * Places in the table of examples of a criterion, by positions from 0: `acceptance.2.examples.1.0` is a cell,
 * `….examples.1` a row, `….examples.head.0` the name of a column.
 */
import { cellOf, exampleTable, OPEN_CELL } from '../../operations/exampleTable.ts';
import type { ExamplesChange, ItemAddress, Operation, Value } from '../../operations/operation.ts';
import type { MapNode, Node } from '../../yaml/node.ts';
import type { Path } from './path.ts';
import { nodeAt } from './scene.ts';

type Place =
  | { readonly kind: 'table' | 'head' }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number };

/** Undefined for what is no place in a table. */
export function tablePlace({ field, entry, rest }: Path): Place | undefined {
  const [key, first, second] = rest;
  if (field !== 'acceptance' || entry === undefined || key !== 'examples' || rest.length > 3)
    return undefined;
  if (first === undefined) return { kind: 'table' };
  const numbers = [first, second].map((step) =>
    step !== undefined && /^\d+$/.test(step) ? Number(step) : -1,
  );
  const [row = -1, column = -1] = numbers;
  if (first === 'head')
    return second === undefined ? { kind: 'head' } : column < 0 ? undefined : { kind: 'column', column };
  if (row < 0) return undefined;
  return second === undefined ? { kind: 'row', row } : column < 0 ? undefined : { kind: 'cell', row, column };
}

/** What stands in the cell at a path; undefined for other places. */
export function cellAt(map: MapNode, path: Path, text: string): Node | undefined {
  const place = tablePlace(path);
  if (place?.kind !== 'cell') return undefined;
  const table = exampleTable(nodeAt(map, path.steps.slice(0, 3), text), text);
  return table && cellOf(table, place.row, place.column, text);
}

/** A text for a cell or for the name of a column; undefined for other places. A cell that is emptied is open again. */
export function settingInTable(item: ItemAddress, path: Path, value: Value): Operation | undefined {
  const place = tablePlace(path);
  if (place === undefined || typeof value === 'object') return undefined;
  const text = String(value);
  if (place.kind === 'column') {
    const { column } = place;
    return changing(item, path, { kind: 'renameColumn', column, name: text });
  }
  if (place.kind !== 'cell') return undefined;
  const { row, column } = place;
  return changing(item, path, { kind: 'setCell', row, column, text: text.trim() === '' ? OPEN_CELL : text });
}

/** A row or a column goes; undefined for other places. */
export function removalFromTable(item: ItemAddress, path: Path): Operation | undefined {
  const place = tablePlace(path);
  if (place?.kind === 'row') return changing(item, path, { kind: 'removeRow', row: place.row });
  if (place?.kind === 'column') return changing(item, path, { kind: 'removeColumn', column: place.column });
  return undefined;
}

/**
 * A column of that name, or a row; undefined for other places.
 * @param isBegun there is a table: without one, the value names its columns
 */
export function additionToTable(
  item: ItemAddress,
  path: Path,
  value: Value,
  isBegun: boolean,
): Operation | undefined {
  const place = tablePlace(path);
  if (place?.kind === 'head' && typeof value === 'string')
    return changing(item, path, { kind: 'addColumn', name: value });
  if (place?.kind !== 'table' || !isTexts(value)) return undefined;
  if (isBegun) return changing(item, path, { kind: 'addRow' });
  const row = Object.fromEntries(value.map((name) => [name, OPEN_CELL]));
  return { type: 'set', item, field: path.text, value: [row] };
}

function isTexts(value: Value): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function changing(item: ItemAddress, { entry = 0 }: Path, change: ExamplesChange): Operation {
  return { type: 'examples', item, criterion: entry, change };
}
