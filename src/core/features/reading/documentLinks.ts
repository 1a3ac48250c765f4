/**
 * Where `links`, `link` and `url` of items lead: paths in the repository and web addresses, to be opened by a click.
 * Says what is written there; what a path means is for those who know where the file lies. Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Span } from '../../text/span.ts';
import { type Node, type Scalar, scalarText } from '../../yaml/node.ts';
import { mapOf, valueOf } from '../itemText.ts';
import { everywhere, itemsWithin } from './itemsWithin.ts';

export interface DocumentLink extends Span {
  /** As it is written: `https://…`, `research/sync.md`, `src/sync.ts#L12`. */
  readonly target: string;
}

/** How many links of one file are given at most. */
const MOST = 5000;

/** All links of the file, in its order. Items that did not change are not read again. */
export function documentLinks(backlog: Backlog): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { item, start: base } of itemsWithin(backlog, everywhere(backlog))) {
    for (const { start, end, target } of linksOf(backlog, item))
      links.push({ start: start + base, end: end + base, target });
    if (links.length >= MOST) break;
  }
  return links;
}

const NO_LINKS: readonly DocumentLink[] = [];
const known = new WeakMap<Item, readonly DocumentLink[]>();

function linksOf(backlog: Backlog, item: Item): readonly DocumentLink[] {
  const { text } = item.slice;
  if (!text.includes('link')) return NO_LINKS;
  let links = known.get(item);
  if (links === undefined) {
    const map = mapOf(backlog, item);
    const nodes = map ? [valueOf(map, 'links', text), valueOf(map, 'link', text)] : [];
    links = nodes.flatMap((node) => addresses(node, text)).map((node) => linkOf(node, text));
    known.set(item, links);
  }
  return links;
}

/** A text, a mapping with `url`, or a list of such. */
function addresses(node: Node | undefined, text: string): readonly Scalar[] {
  if (node?.kind === 'scalar') return [node];
  if (node?.kind === 'seq') return node.items.flatMap((entry) => addresses(entry, text));
  if (node?.kind !== 'map') return [];
  const url = valueOf(node, 'url', text);
  return url?.kind === 'scalar' ? [url] : [];
}

function linkOf(node: Scalar, text: string): DocumentLink {
  const quoted = node.style === 'single' || node.style === 'double' ? 1 : 0;
  return { start: node.start + quoted, end: node.end - quoted, target: scalarText(node, text).trim() };
}
