/** Which cards a board has on the screen first, so that they are sent before all others. Knows no editor. */
import type { BoardLook } from '../../../protocol/panels/board.ts';
import type { Row } from '../../../protocol/snapshot.ts';
import { scopeOf } from '../../../views/scope.ts';

/** So many cards of a column are on a screen at most. */
const ON_SCREEN = 40;

/**
 * The cards at the top of each column of each lane. What a filter lets through is known to the view alone: then all that
 * the board is about comes first.
 *
 * @param today `YYYY-MM-DD`
 * @returns a test that is asked of each story once, in rank order
 */
export function seenFirst(rows: readonly Row[], look: BoardLook, today: string): (story: Row) => boolean {
  const scope = scopeOf(rows, look.scope, today);
  if (look.filter.trim() !== '' || look.quick.length > 0) return (story) => scope.has(story);
  const counts = new Map<string, number>();
  return (story) => {
    if (!scope.has(story)) return false;
    const place = JSON.stringify([story[look.columns], laneOf(story, look)]);
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= ON_SCREEN;
  };
}

function laneOf(story: Row, { lanes }: BoardLook): unknown {
  switch (lanes) {
    case 'none':
      return '';
    case 'assignee':
      return story.assignees ?? [];
    default:
      return story[lanes];
  }
}
