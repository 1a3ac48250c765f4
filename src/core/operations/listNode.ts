/** The node of a list that stands in one slice, with all its items. */
import { type Node, pairOf, type SeqNode } from '../yaml/node.ts';
import type { Entry } from './view.ts';

/** Undefined where the list is cut into slices, or is no list. */
export function listNode(root: Node | undefined, entry: Entry): SeqNode | undefined {
  if (root?.kind !== 'map') return undefined;
  const value = pairOf(root, entry.list, entry.slice.text)?.value;
  return value?.kind === 'seq' ? value : undefined;
}
