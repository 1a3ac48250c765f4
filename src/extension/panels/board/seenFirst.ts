/** Which cards a board has on the screen first, so that they are sent before all others. Knows no editor. */
import type { BoardSettings } from '../../../protocol/panels/board.ts';
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
export function seenFirst(rows: readonly Row[], look: BoardSettings, today: string): (story: Row) => boolean {
  const scope = scopeOf(rows, look.scope, today);
  if (look.filter.trim() !== '' || look.quick.length > 0) return (story) => scope.has(story);
  const counts = new Map<string | undefined, Map<string | undefined, number>>();
  return (story) => {
    if (!scope.has(story)) return false;
    const column = story[look.columns];
    const lanes = counts.get(column) ?? new Map<string | undefined, number>();
    counts.set(column, lanes);
    const lane = laneOf(story, look);
    const count = (lanes.get(lane) ?? 0) + 1;
    lanes.set(lane, count);
    return count <= ON_SCREEN;
  };
}

function laneOf(story: Row, { lanes }: BoardSettings): string | undefined {
  switch (lanes) {
    case 'none':
      return undefined;
    case 'assignee':
      return story.assignees?.join();
    default:
      return story[lanes];
  }
}
