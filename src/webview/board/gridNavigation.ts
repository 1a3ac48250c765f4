/** Where the keys lead: from card to card, and a lifted card from place to place. Pure. */
import type { Lanes, MoveCards } from '../../protocol/panels/board.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Motion } from '../shared/list/listKeys.ts';
import type { Board } from './model.ts';

export interface Place {
  readonly lane: number;
  readonly column: number;
  /** The number of cards above it. */
  readonly index: number;
}

export function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.lane === other?.lane && one?.column === other?.column && one?.index === other?.index;
}

/** Where a card stands; in the first lane that has it. */
export function placeOf(board: Board, key: string): Place | undefined {
  for (const [lane, { cells }] of board.lanes.entries()) {
    for (const [column, rows] of cells.entries()) {
      const index = rows.findIndex((row) => row.key === key);
      if (index >= 0) return { lane, column, index };
    }
  }
  return undefined;
}

/** The number of the lane that a card stands in; undefined where there is no such card. */
export function laneOf(board: Board | undefined, key: string | undefined): number | undefined {
  return board === undefined || key === undefined ? undefined : placeOf(board, key)?.lane;
}

/** All cards in the order in which they are read. */
export function orderOf(board: Board): readonly string[] {
  return board.lanes.flatMap(({ cells }) => cells.flatMap((rows) => rows.map(({ key }) => key)));
}

/** The card that a key leads to; undefined at the edge. Folded and empty columns are stepped over. */
export function walk(board: Board, { lane, column, index }: Place, motion: Motion): Row | undefined {
  const cells = board.lanes[lane]?.cells ?? [];
  const here = cells[column] ?? [];
  switch (motion.kind) {
    case 'first':
      return here[0];
    case 'last':
      return here.at(-1);
    case 'by': {
      const to = index + motion.count;
      if (Math.abs(motion.count) > 1) return here[Math.min(Math.max(to, 0), here.length - 1)];
      // One step leaves the lane at its ends.
      if (to < 0) return beyond(board, lane, column, -1)?.at(-1);
      return here[to] ?? beyond(board, lane, column, 1)?.[0];
    }
    case 'left':
    case 'right': {
      const step = motion.kind === 'left' ? -1 : 1;
      for (let next = column + step; next >= 0 && next < cells.length; next += step) {
        const rows = cells[next] ?? [];
        if (rows.length > 0 && board.columns[next]?.folded !== true)
          return rows[Math.min(index, rows.length - 1)];
      }
      return undefined;
    }
  }
}

/** The cards of the same column in the next lane that has some there. */
function beyond(board: Board, lane: number, column: number, step: number): readonly Row[] | undefined {
  for (let next = lane + step; next >= 0 && next < board.lanes.length; next += step) {
    const rows = board.lanes[next]?.cells[column] ?? [];
    if (rows.length > 0) return rows;
  }
  return undefined;
}

/**
 * The card to go on from where the one that has the focus is gone: the next of its cell, else the one before it, else
 * the first of all. Undefined where it is still there, or none is left.
 */
export function nearest(before: Board, focused: string | undefined, now: Board): string | undefined {
  if (focused === undefined || placeOf(now, focused) !== undefined) return undefined;
  const place = placeOf(before, focused);
  const cell = place === undefined ? [] : (before.lanes[place.lane]?.cells[place.column] ?? []);
  const at = place?.index ?? 0;
  const near = [...cell.slice(at + 1), ...cell.slice(0, at).reverse()];
  const left = near.find(({ key }) => placeOf(now, key) !== undefined);
  return left?.key ?? now.lanes.flatMap(({ cells }) => cells.flatMap((rows) => rows.slice(0, 1)))[0]?.key;
}

/** Where lifted cards go with a key. The board shows them there already, so places count without them. */
export function carry(board: Board, place: Place, moved: ReadonlySet<string>, motion: Motion): Place {
  const others = (lane: number, column: number): number =>
    (board.lanes[lane]?.cells[column] ?? []).filter(({ key }) => !moved.has(key)).length;
  const { lane, column, index } = place;
  switch (motion.kind) {
    case 'first':
      return { lane, column, index: 0 };
    case 'last':
      return { lane, column, index: others(lane, column) };
    case 'by': {
      const [to, last] = [index + motion.count, others(lane, column)];
      if (Math.abs(motion.count) > 1) return { lane, column, index: Math.min(Math.max(to, 0), last) };
      if (to < 0) return lane > 0 ? { lane: lane - 1, column, index: others(lane - 1, column) } : place;
      if (to <= last) return { lane, column, index: to };
      return lane < board.lanes.length - 1 ? { lane: lane + 1, column, index: 0 } : place;
    }
    case 'left':
    case 'right': {
      const step = motion.kind === 'left' ? -1 : 1;
      for (let next = column + step; next >= 0 && next < board.columns.length; next += step) {
        const { folded, to } = board.columns[next] ?? {};
        if (folded === true || to === undefined) continue;
        return { lane, column: next, index: Math.min(index, others(lane, next)) };
      }
      return place;
    }
  }
}

/** The move that brings cards to a place; undefined for a column that nothing can be put into. */
export function moveTo(
  board: Board,
  keys: readonly string[],
  { lane, column, index }: Place,
  field: Lanes,
): MoveCards | undefined {
  const to = board.columns[column]?.to;
  const target = board.lanes[lane];
  if (to === undefined || target === undefined) return undefined;
  const moved = new Set(keys);
  const others = (target.cells[column] ?? []).filter(({ key }) => !moved.has(key));
  const before = others[index];
  const after = before === undefined ? others.at(-1) : undefined;
  return {
    keys,
    column: to,
    ...(field === 'none' ? {} : { lane: { field, value: target.value ?? null } }),
    ...(before === undefined ? {} : { before: before.key }),
    ...(after === undefined ? {} : { after: after.key }),
  };
}
