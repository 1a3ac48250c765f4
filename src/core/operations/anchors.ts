/**
 * Anchors tie places of a file together: what other places take from an anchor can't be taken away, changed or moved
 * past them. An alias means the nearest anchor of its name above it; an anchor that no alias means ties nothing.
 */
import type { Node } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import type { Slice } from '../yaml/slicedText.ts';
import { aliasesOf, anchorsOf, walk } from './data.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Entry, nameOf, nodeOf, type View } from './view.ts';

/** A place where a name is given to a value, or taken up. */
interface Tie {
  readonly slice: Slice;
  readonly node: Node;
  readonly alias: boolean;
}

/** Where a name stands, in the order of the file. */
function tiesOf(view: View, name: string): Tie[] {
  return view.source.slices.flatMap((slice) => {
    if (!slice.text.includes(`&${name}`) && !slice.text.includes(`*${name}`)) return [];
    return [...walk(readSlice(slice).root)].flatMap((node) => {
      const own = node.kind === 'alias' ? node.name : node.anchor;
      return own === name ? [{ slice, node, alias: node.kind === 'alias' }] : [];
    });
  });
}

function isIn(tie: Tie, slice: Slice, { start, end }: Node): boolean {
  return tie.slice === slice && start <= tie.node.start && tie.node.end <= end;
}

/**
 * The first anchor in a node that a place outside of it takes up; undefined where it can be changed as one likes.
 * @param node of the tree of the slice
 */
export function usedAnchor(view: View, slice: Slice, node: Node | undefined): string | undefined {
  if (node === undefined || !slice.text.includes('&')) return undefined;
  for (const name of new Set(anchorsOf(node))) {
    let inside = false;
    for (const tie of tiesOf(view, name)) {
      const isOwn = isIn(tie, slice, node);
      if (!tie.alias) inside = isOwn;
      else if (inside && !isOwn) return name;
    }
  }
  return undefined;
}

/** The anchor of a node itself, where a place outside of the node takes it up. */
export function sharedAs(view: View, slice: Slice, node: Node): string | undefined {
  if (node.kind === 'alias' || node.anchor === undefined) return undefined;
  let means = false;
  for (const tie of tiesOf(view, node.anchor)) {
    if (!tie.alias)
      means = tie.slice === slice && tie.node.start === node.start && tie.node.kind === node.kind;
    else if (means && !isIn(tie, slice, node)) return node.anchor;
  }
  return undefined;
}

/**
 * The first alias in a node that would not mean the same in a copy of the node further below, or wherever its anchor
 * stands above it.
 * @param to where the copy will stand; `from` is the item that goes afterwards, with all that it holds
 */
export function strayAlias(
  view: View,
  node: Node | undefined,
  to: { readonly slice: Slice; readonly start: number },
  from?: { readonly slice: Slice; readonly node: Node },
): string | undefined {
  const { source } = view;
  const at = source.startOf(source.indexOf(to.slice)) + to.start;
  return aliasesOf(node).find((name) => {
    const [anchor, ...more] = tiesOf(view, name).filter(({ alias }) => !alias);
    if (anchor === undefined || more.length > 0) return true;
    if (from !== undefined && isIn(anchor, from.slice, from.node)) return true;
    return source.startOf(source.indexOf(anchor.slice)) + anchor.node.start >= at;
  });
}

/** Refuses to move or delete items that share something with other places. */
export function refuseAnchored(
  view: View,
  entries: readonly Entry[],
  done: 'moved' | 'deleted',
): Refused | undefined {
  for (const entry of entries) {
    const { slice } = entry;
    if (!/[&*]/.test(slice.text)) continue;
    const node = slice.kind === 'item' ? readSlice(slice).root : nodeOf(entry);
    const used = usedAnchor(view, slice, node) ?? (done === 'moved' ? doubledAnchor(view, node) : undefined);
    if (used !== undefined) {
      return refuse(
        'cannot-preserve',
        `${nameOf(entry)} bears the anchor &${used} that others use, so it can't be ${done} from here.`,
      );
    }
    if (done === 'deleted') continue;
    const anchors = anchorsOf(node);
    const alias = aliasesOf(node).find((name) => !anchors.includes(name) && isSetInItem(view, entry, name));
    if (alias !== undefined) {
      return refuse(
        'cannot-preserve',
        `${nameOf(entry)} uses *${alias} of another item, so it can't be moved from here.`,
      );
    }
  }
  return undefined;
}

/** An anchor whose name others give as well: moved, it could come between one of them and its aliases. */
export function doubledAnchor(view: View, node: Node | undefined): string | undefined {
  return anchorsOf(node).find((name) => {
    const ties = tiesOf(view, name);
    return ties.some(({ alias }) => alias) && ties.filter(({ alias }) => !alias).length > 1;
  });
}

function isSetInItem(view: View, entry: Entry, anchor: string): boolean {
  return tiesOf(view, anchor).some(
    ({ slice, alias }) => !alias && slice !== entry.slice && slice.kind === 'item',
  );
}
