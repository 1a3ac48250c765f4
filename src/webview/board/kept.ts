/** What the view itself kept before the window was loaded anew: its own words, but perhaps those of another version. */
import type { BoardLook } from '../../protocol/panels/board.ts';

/** How the board was looked at; undefined where nothing of that form was kept. */
export function lookIn(kept: unknown): BoardLook | undefined {
  const look = memberOf(kept, 'look');
  const fits =
    typeof memberOf(memberOf(look, 'scope'), 'kind') === 'string' &&
    typeof memberOf(look, 'lanes') === 'string' &&
    typeof memberOf(look, 'filter') === 'string' &&
    Array.isArray(memberOf(look, 'quick')) &&
    Array.isArray(memberOf(look, 'folded'));
  // The parts are of the form that the type has; an unknown word among them shows everything.
  return fits ? (look as BoardLook) : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined;
}
