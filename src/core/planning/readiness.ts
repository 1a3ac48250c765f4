/**
 * What a story or an epic lacks to be ready: what the team's definition of ready asks of its type and the item has
 * not got. The same as rule `ready/missing` judges, also for items that nobody called ready yet.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { isEmpty, pairWith } from '../rules/scalar.ts';

const NOTHING: readonly string[] = [];
const known = new WeakMap<Item, readonly string[]>();

/** The keys that are missing or empty, in the team's order. */
export function missingForReady(backlog: Backlog, item: Item): readonly string[] {
  let missing = known.get(item);
  if (missing === undefined) {
    missing = readMissing(backlog, item);
    // An item is another object once its text or the team's settings change.
    known.set(item, missing);
  }
  return missing;
}

function readMissing(backlog: Backlog, item: Item): readonly string[] {
  const type = item.list === 'epics' ? 'epic' : (item.type ?? 'story');
  const wanted = backlog.config.ready.get(type) ?? NOTHING;
  if (wanted.length === 0) return NOTHING;
  const node = backlog.node(item);
  const { text } = item.slice;
  // What comes through a merge key can't be told from here.
  if (node?.kind !== 'map' || pairWith(node, '<<', text) !== undefined) return NOTHING;
  return wanted.filter((key) => isEmpty(pairWith(node, key, text)?.value, text));
}
