/**
 * Finds what stands under an offset in the syntax tree: the path of keys that leads there, and whether it is a key
 * or a value. Hover asks this; completion, which works on half-typed lines, does not.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import type { Span } from '../text/span.ts';
import { type Node, scalarText } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import { ENTRY, type Step } from './completion/placeFlow.ts';

export interface TreePlace extends Span {
  /** From the top level to the key, or to the value. */
  readonly path: readonly Step[];
  readonly on: 'key' | 'value';
  /** The key or value as it is meant. */
  readonly text: string;
  readonly item: Item | undefined;
}

/** What stands at an absolute offset; the spans of the answer are absolute. */
export function treePlaceAt(backlog: Backlog, offset: number): TreePlace | undefined {
  const { source } = backlog;
  const index = source.indexAt(offset);
  const slice = source.slices[index];
  if (slice === undefined) return undefined;
  const base = source.startOf(index);
  const item = backlog.itemAt(offset);
  const root = item === undefined ? readSlice(slice).root : backlog.node(item);
  if (root === undefined) return undefined;
  const found = find(root, slice.text, offset - base, item === undefined ? [] : [item.list, ENTRY]);
  return found && { ...found, item, start: found.start + base, end: found.end + base };
}

type Found = Omit<TreePlace, 'item'>;

function find(node: Node, text: string, offset: number, path: readonly Step[]): Found | undefined {
  if (offset < node.start || offset > node.end) return undefined;
  if (node.kind === 'scalar') {
    return { path, on: 'value', start: node.start, end: node.end, text: scalarText(node, text) };
  }
  if (node.kind === 'alias') return undefined;
  if (node.kind === 'seq') {
    for (const entry of node.items) {
      const found = entry && find(entry, text, offset, [...path, ENTRY]);
      if (found) return found;
    }
    return undefined;
  }
  for (const { key, value } of node.pairs) {
    if (key.kind !== 'scalar') continue;
    const name = scalarText(key, text);
    if (offset >= key.start && offset <= key.end)
      return { path: [...path, name], on: 'key', start: key.start, end: key.end, text: name };
    const found = value && find(value, text, offset, [...path, name]);
    if (found) return found;
  }
  return undefined;
}
