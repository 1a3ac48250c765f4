/** Where the value at a path of a page stands in the file. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Span } from '../../text/span.ts';
import { pairOf } from '../../yaml/node.ts';
import { mapOf } from '../itemText.ts';
import { nodeAt } from './scene.ts';

/** Absolute offsets; undefined where the item has nothing at the path. */
export function pagePlace(backlog: Backlog, item: Item, path: string): Span | undefined {
  const map = mapOf(backlog, item);
  if (map === undefined) return undefined;
  const { text } = item.slice;
  const steps = path.split('.');
  const [key = ''] = steps;
  const node = nodeAt(map, steps, text) ?? pairOf(map, key, text)?.key;
  if (node === undefined) return undefined;
  const base = backlog.startOf(item.slice);
  return { start: base + node.start, end: base + node.end };
}
