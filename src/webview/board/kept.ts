/** What the view itself kept before the window was loaded anew: its own words, but perhaps those of another version. */
import type { BoardLook } from '../../protocol/panels/board.ts';
import type { Editing } from './editing.ts';

/** How the board was looked at; undefined where nothing of that form was kept. */
export function lookIn(kept: unknown): BoardLook | undefined {
  const look = memberOf(kept, 'look');
  const fits =
    typeof memberOf(memberOf(look, 'scope'), 'kind') === 'string' &&
    typeof memberOf(look, 'columns') === 'string' &&
    typeof memberOf(look, 'lanes') === 'string' &&
    typeof memberOf(look, 'filter') === 'string' &&
    Array.isArray(memberOf(look, 'quick')) &&
    Array.isArray(memberOf(look, 'folded'));
  // The parts are of the form that the type has; an unknown word among them shows everything.
  return fits ? (look as BoardLook) : undefined;
}

/** The title that was being written; undefined where none of that form was kept. */
export function editingIn(kept: unknown): Editing | undefined {
  const editing = memberOf(kept, 'editing');
  const kind = memberOf(editing, 'kind');
  const fits =
    (kind === 'rename' || kind === 'add') &&
    ['key', 'was', 'text'].every((name) => typeof memberOf(editing, name) === 'string') &&
    ['column', 'lane'].every((name) => Number.isInteger(memberOf(editing, name)));
  return fits ? (editing as Editing) : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined;
}
