/** Which story is meant by one without an id after the list has changed: it is known by its place, and by what it says. */
import type { ItemAddress } from '../../../protocol/lsp.ts';
import type { Row } from '../../../protocol/snapshot.ts';

/** As it was shown last. */
export interface Shown {
  readonly list: 'stories' | 'epics';
  readonly index: number;
  readonly title: string;
  /** How many the list had. */
  readonly count: number;
}

/** What a list has, to be compared with later; undefined for an item that is known by its id. */
export function shownAt(
  address: ItemAddress | undefined,
  title: string,
  rows: readonly Row[],
): Shown | undefined {
  if (address === undefined || !('index' in address)) return undefined;
  const { list, index } = address;
  if (list !== 'stories' && list !== 'epics') return undefined;
  return { list, index, title, count: rowsOf(list, rows).length };
}

/**
 * Where the item is now: the one of the same title that is nearest to where it was. Where none has it, one that was
 * changed in its place, which is so as long as none came or went. Undefined where it can't be told.
 */
export function followed(
  { list, index, title, count }: Shown,
  rows: readonly Row[],
): ItemAddress | undefined {
  const now = rowsOf(list, rows);
  let best: number | undefined;
  now.forEach((row, at) => {
    if (row.title !== title) return;
    if (best === undefined || Math.abs(at - index) < Math.abs(best - index)) best = at;
  });
  if (best === undefined && now.length === count) best = index;
  return best === undefined ? undefined : now[best]?.address;
}

function rowsOf(list: Shown['list'], rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.list === list);
}
