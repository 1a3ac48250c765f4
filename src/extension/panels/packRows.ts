/** A backlog on its way to a view: first what is seen first, then the rest. */
import type { PackedRows } from '../../protocol/panels/backlogEvents.ts';
import type { Row } from '../../protocol/snapshot.ts';

/** So many stories are seen first at most. */
const FIRST = 2000;
/** A backlog with hardly more than what is seen first is not taken apart. */
const FEW = 500;
/** Rows of the rest that go together: reading them takes a view about a frame. */
const TOGETHER = 5000;

export interface Parts {
  readonly first: readonly Row[];
  /** Where the first rows stand among all; undefined where they are all. */
  readonly places: readonly number[] | undefined;
  readonly rest: readonly (readonly Row[])[];
}

export function packRows(rows: readonly Row[]): PackedRows {
  return new TextEncoder().encode(JSON.stringify(rows));
}

/**
 * Takes the rows apart. All that are no stories come first: there are few, and everything is named by them.
 *
 * @param isFirst which stories are to be seen first; all of them where it is not said
 */
export function partsOf(rows: readonly Row[], isFirst?: (story: Row) => boolean): Parts {
  const whole = { first: rows, places: undefined, rest: [] };
  if (isFirst === undefined) return whole;
  const first: Row[] = [];
  const places: number[] = [];
  const others: Row[] = [];
  let stories = 0;
  for (const [place, row] of rows.entries()) {
    if (row.list === 'stories' && (stories === FIRST || !isFirst(row))) {
      others.push(row);
      continue;
    }
    if (row.list === 'stories') stories++;
    first.push(row);
    places.push(place);
  }
  if (others.length <= FEW) return whole;
  const rest: Row[][] = [];
  for (let at = 0; at < others.length; at += TOGETHER) rest.push(others.slice(at, at + TOGETHER));
  return { first, places, rest };
}
