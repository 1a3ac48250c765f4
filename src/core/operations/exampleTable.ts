/** The examples of a scenario as a table: rows that are mappings, or lists of which the first names the columns. */
import { type MapNode, type Node, pairOf, scalarText, type SeqNode } from '../yaml/node.ts';
import { keyText } from './fieldPath.ts';

/** What stands in a cell until somebody knows better. */
export const OPEN_CELL = '…';

export type ExampleTable =
  | {
      readonly form: 'mappings';
      readonly seq: SeqNode;
      /** In the order in which the rows name them first. */
      readonly columns: readonly string[];
      readonly rows: readonly MapNode[];
    }
  | {
      readonly form: 'lists';
      readonly seq: SeqNode;
      readonly columns: readonly string[];
      /** Names the columns; it is the first entry of `seq` and none of the rows. */
      readonly head: SeqNode;
      readonly rows: readonly SeqNode[];
    };

/** Undefined where it is no table of scalars: cells that come by an alias, rows of another length, a key given twice. */
export function exampleTable(node: Node | undefined, text: string): ExampleTable | undefined {
  if (node?.kind !== 'seq') return undefined;
  const table = ofMappings(node, text) ?? ofLists(node, text);
  if (table === undefined || table.columns.length === 0) return undefined;
  const isRead = table.rows.every((_, row) =>
    table.columns.every((_, column) => {
      const cell = cellOf(table, row, column, text);
      return cell === undefined || cell.kind === 'scalar';
    }),
  );
  return isRead ? table : undefined;
}

function ofMappings(seq: SeqNode, text: string): ExampleTable | undefined {
  const rows = seq.items.filter((row) => row?.kind === 'map');
  if (rows.length !== seq.items.length) return undefined;
  const names = rows.map(({ pairs }) => pairs.map((pair) => keyText(pair, text)));
  const isOdd = rows.some(({ pairs }) => pairs.some(({ key }) => key.kind !== 'scalar'));
  if (isOdd || names.some((row) => new Set(row).size !== row.length)) return undefined;
  return { form: 'mappings', seq, columns: [...new Set(names.flat())], rows };
}

function ofLists(seq: SeqNode, text: string): ExampleTable | undefined {
  const [head, ...rows] = seq.items.filter((row) => row?.kind === 'seq');
  if (head === undefined || rows.length + 1 !== seq.items.length) return undefined;
  const columns = head.items.flatMap((name) => (name?.kind === 'scalar' ? [scalarText(name, text)] : []));
  const isEven = [head, ...rows].every(({ items }) => items.length === columns.length);
  return isEven ? { form: 'lists', seq, columns, head, rows } : undefined;
}

/** What stands in a cell, by positions from 0; undefined where it is empty or its row does not have it. */
export function cellOf(table: ExampleTable, row: number, column: number, text: string): Node | undefined {
  if (table.form === 'lists') return table.rows[row]?.items[column];
  const map = table.rows[row];
  return map && pairOf(map, table.columns[column] ?? '', text)?.value;
}
