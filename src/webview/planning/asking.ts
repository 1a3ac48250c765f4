/** Asks the host about any number of stories, in questions of the size that it answers. */
import type { PlanningContract, StoryFacts } from '../../protocol/panels/planning.ts';
import type { Connection } from '../shared/connection.ts';

const MOST_KEYS = 1000;

/** What can't be answered now is left out; it is asked for again with the next change of the backlog. */
export async function askFacts(
  connection: Connection<PlanningContract>,
  keys: readonly string[],
): Promise<readonly StoryFacts[]> {
  const found: StoryFacts[] = [];
  for (let from = 0; from < keys.length; from += MOST_KEYS) {
    const part = { keys: keys.slice(from, from + MOST_KEYS) };
    found.push(...(await connection.call('facts', part).catch(() => [])));
  }
  return found;
}
