/** What a move on the board means for the backlog. Pure: rows in, an operation out. */
import type { ItemAddress, Operation, Place } from '../../../protocol/lsp.ts';
import type { BoardContract, MoveCards } from '../../../protocol/panels/board.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import { setAssignees, setOrRemove, together } from '../../tree/moves.ts';

/** Undefined where nothing would change. Keys that are no longer there are left out. */
export function moveOperation(rows: readonly Row[], move: MoveCards): Operation | undefined {
  const wanted = new Set(move.keys);
  const moved = rows.filter(({ key, list }) => list === 'stories' && wanted.has(key));
  if (moved.length === 0) return undefined;
  const operations = moved.flatMap((row) => [...inLane(row, move.lane), ...inColumn(row, move.column)]);
  const place = placeOf(rows, move, wanted);
  if (place !== undefined)
    operations.push({ type: 'move', items: moved.map(({ address }) => address), place });
  return together(operations);
}

function inColumn(row: Row, { field, value }: MoveCards['column']): readonly Operation[] {
  return (row[field] ?? null) === value ? [] : [setOrRemove(row.address, field, value ?? undefined)];
}

/** Dragged into another person's lane a card is that person's alone. */
function inLane(row: Row, lane: MoveCards['lane']): readonly Operation[] {
  if (lane === undefined) return [];
  const value = lane.value ?? undefined;
  if (lane.field === 'assignee') {
    const { assignees = [] } = row;
    const same = value === undefined ? assignees.length === 0 : assignees.includes(value);
    return same ? [] : [setAssignees(row.address, value === undefined ? [] : [value])];
  }
  return row[lane.field] === value ? [] : [setOrRemove(row.address, lane.field, value)];
}

/** Beside the card that was named, unless the cards stand there already. */
function placeOf(
  rows: readonly Row[],
  { before, after }: MoveCards,
  moved: ReadonlySet<string>,
): Place | undefined {
  const address = (key: string | undefined): ItemAddress | undefined =>
    key === undefined || moved.has(key) ? undefined : rows.find((row) => row.key === key)?.address;
  const [ahead, behind] = [address(before), address(after)];
  if (ahead !== undefined) return { before: ahead };
  return behind === undefined ? undefined : { after: behind };
}

/**
 * A new card at the end of its column.
 * @param status of new stories, where the column says none
 */
export function addOperation(
  { title, column, lane }: BoardContract['calls']['add']['params'],
  status: string | undefined,
): Operation {
  const fields: Record<string, string> = { title, ...(status === undefined ? {} : { status }) };
  for (const to of [column, lane]) if (to !== undefined && to.value !== null) fields[to.field] = to.value;
  return { type: 'add', list: 'stories', fields };
}
