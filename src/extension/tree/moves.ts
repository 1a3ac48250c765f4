/**
 * What moving rows in the tree means for the backlog: a drop or a "move up" in, an operation out. Pure; places are
 * named by items, never by positions in the text.
 */
import type { Grouping } from '../../protocol/settings.ts';
import type { ItemAddress, Operation, Place } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { TreeNode } from './nodes.ts';

export type Direction = 'up' | 'down' | 'top' | 'bottom';

/** A row that is dragged, with the value of the group that it was taken from. */
export interface Dragged {
  readonly row: Row;
  readonly from: string | undefined;
}

/** Finished sprints, git's rows and files that can't be read take nothing. */
function isPlace(
  target: TreeNode | undefined,
): target is Exclude<TreeNode, { readonly kind: 'unreadable' | 'git' | 'past' }> | undefined {
  return target?.kind !== 'unreadable' && target?.kind !== 'git' && target?.kind !== 'past';
}

/** Undefined where nothing would change. */
export function dropOperation(
  dragged: readonly Dragged[],
  target: TreeNode | undefined,
  grouping: Grouping,
): Operation | undefined {
  const rows = unique(dragged);
  if (rows.length === 0 || !isPlace(target)) return undefined;
  const keys = new Set(rows.map(({ row }) => row.key));
  const operations: Operation[] = [];
  if (target !== undefined && target.kind !== 'file' && target.group !== undefined && grouping !== 'none') {
    for (const one of rows) operations.push(...regroup(one, grouping, target.group.key));
  }
  const place = placeOf(target, keys);
  if (place !== undefined)
    operations.push({ type: 'move', items: rows.map(({ row }) => row.address), place });
  return together(operations);
}

/** Moves rows among those that stand beside them in view, as one block. Undefined where they can go no further. */
export function moveOperation(
  rows: readonly Row[],
  siblings: readonly Row[],
  direction: Direction,
): Operation | undefined {
  const keys = new Set(rows.map(({ key }) => key));
  const at = siblings.flatMap(({ key }, index) => (keys.has(key) ? [index] : []));
  const first = at[0];
  const last = at.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const items = at.flatMap((index) => siblings[index]?.address ?? []);
  const neighbour = {
    up: siblings[first - 1],
    down: siblings[last + 1],
    top: siblings.find(({ key }) => !keys.has(key)),
    bottom: lastBut(siblings, keys),
  }[direction];
  const upwards = direction === 'up' || direction === 'top';
  const there = at.length === last - first + 1 && (upwards ? first === 0 : last === siblings.length - 1);
  if (neighbour === undefined || there) return undefined;
  const place: Place = upwards ? { before: neighbour.address } : { after: neighbour.address };
  return { type: 'move', items, place };
}

/** Several operations as one, so that they are undone as one. */
export function together(operations: readonly Operation[]): Operation | undefined {
  const [first] = operations;
  return operations.length > 1 ? { type: 'sequence', operations } : first;
}

export function setOrRemove(item: ItemAddress, field: string, value: string | undefined): Operation {
  return value === undefined ? { type: 'remove', item, field } : { type: 'set', item, field, value };
}

/** Who works on an item: nobody, one id, or a list. */
export function setAssignees(item: ItemAddress, ids: readonly string[]): Operation {
  const [only] = ids;
  if (only === undefined) return { type: 'remove', item, field: 'assignee' };
  return { type: 'set', item, field: 'assignee', value: ids.length === 1 ? only : ids };
}

function regroup(
  { row, from }: Dragged,
  grouping: Exclude<Grouping, 'none'>,
  to: string | undefined,
): readonly Operation[] {
  if (grouping !== 'assignee') {
    return row[grouping] === to ? [] : [setOrRemove(row.address, grouping, to)];
  }
  if (from === to) return [];
  const { assignees = [] } = row;
  // Taken from one person's group: that person's part goes to the other, everybody else stays.
  const others = assignees.filter((id) => id !== from && id !== to);
  return [setAssignees(row.address, to === undefined ? others : [...others, to])];
}

function placeOf(target: TreeNode | undefined, moved: ReadonlySet<string>): Place | undefined {
  if (target === undefined || target.kind === 'file') return { at: 'bottom' };
  if (target.kind === 'row') return placeBefore(target.siblings, target.row, moved);
  if (!isPlace(target)) return undefined;
  const rows = target.kind === 'range' ? target.rows : target.group.rows;
  const last = lastBut(rows, moved);
  return last === undefined ? undefined : { after: last.address };
}

/** Dropped on one of the moved rows themselves, the block goes before what follows it. */
function placeBefore(siblings: readonly Row[], target: Row, moved: ReadonlySet<string>): Place | undefined {
  if (!moved.has(target.key)) return { before: target.address };
  if (moved.size === 1) return undefined;
  const at = siblings.indexOf(target);
  const next = siblings.slice(at).find(({ key }) => !moved.has(key));
  const previous = lastBut(siblings.slice(0, at), moved);
  if (next !== undefined) return { before: next.address };
  return previous === undefined ? undefined : { after: previous.address };
}

function lastBut(rows: readonly Row[], moved: ReadonlySet<string>): Row | undefined {
  return [...rows].reverse().find(({ key }) => !moved.has(key));
}

function unique(dragged: readonly Dragged[]): readonly Dragged[] {
  const seen = new Set<string>();
  return dragged.filter(({ row }) => !seen.has(row.key) && seen.add(row.key));
}
