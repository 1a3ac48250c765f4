/**
 * What becomes of cards while they are carried: whether the file says something else of them by now, and whether the
 * column that they are held over would hold too many. Pure.
 */
import type { Columns, Lanes } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Board, Column } from './model.ts';

/** The rows of cards, as they are shown. */
export function rowsOf(rows: readonly Row[], keys: readonly string[]): readonly Row[] {
  const wanted = new Set(keys);
  return rows.filter(({ key }) => wanted.has(key));
}

/** What a card gets by where it stands on the board. */
export interface Fields {
  readonly columns: Columns;
  readonly lanes: Lanes;
}

/**
 * Why carried cards stay where they are, as one sentence: a card is gone, or somebody else moved it. Undefined where
 * they may be dropped.
 * @param taken their rows when they were lifted
 * @param now all rows; undefined where the backlog is gone
 */
export function changedMeanwhile(
  taken: readonly Row[],
  now: readonly Row[] | undefined,
  { columns, lanes }: Fields,
): string | undefined {
  if (now === undefined) return 'The backlog is no longer there: nothing was moved.';
  const found = new Map(
    rowsOf(
      now,
      taken.map(({ key }) => key),
    ).map((row) => [row.key, row]),
  );
  for (const row of taken) {
    const other = found.get(row.key);
    // Without an id a card is known by its place in the file, which may be another's by now.
    if (other === undefined || (row.id === undefined && row.title !== other.title))
      return `${named(row)} is no longer in the file as it was: nothing was moved.`;
    if (columns === 'status' && row.status !== other.status)
      return other.status === undefined
        ? `The status of ${named(row)} can’t be read in the file any more: nothing was moved.`
        : `${named(row)} has since been moved to ${other.status}: nothing was moved.`;
    for (const field of [columns, lanes])
      if (field !== 'status' && field !== 'none' && valueOf(row, field) !== valueOf(other, field))
        return `${named(row)} has since been given another ${field}: nothing was moved.`;
  }
  return undefined;
}

function named({ id, title }: Row): string {
  return id ?? `“${title}”`;
}

function valueOf(row: Row, field: Exclude<Lanes, 'none'>): string {
  return field === 'assignee' ? (row.assignees ?? []).join() : (row[field] ?? '');
}

/** What a column says while cards are held over it that are more than it is to hold. */
export interface Passed {
  readonly column: number;
  readonly words: string;
}

/**
 * @param shown the board shows the cards in that column already
 */
export function passedLimit(
  board: Board,
  taken: readonly Row[],
  { column, shown }: { readonly column: number; readonly shown: boolean },
): Passed | undefined {
  const { key, limit, inWork } = board.columns[column] ?? ({} as Partial<Column>);
  // Only statuses have limits.
  const coming = taken.filter((row) => row.status !== key).length;
  const all = (inWork ?? 0) + (shown ? 0 : coming);
  if (limit === undefined || coming === 0 || all <= limit) return undefined;
  return { column, words: `${all} of at most ${limit}` };
}
