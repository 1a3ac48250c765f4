/**
 * The part of the tree that the editor has asked for, and what of it to draw again when the tree is built anew: only
 * parents whose children changed, and nodes that look different. An element is what the editor holds on to; it stays
 * the same object while its node keeps its id. Pure.
 */
import type { Row } from '../../protocol/snapshot.ts';
import type { GroupNode, RangeNode, TreeNode } from './nodes.ts';

export class Element {
  node: TreeNode;
  readonly parent: Element | undefined;
  /** `undefined` until the editor asks. */
  children: readonly Element[] | undefined;

  constructor(node: TreeNode, parent: Element | undefined) {
    this.node = node;
    this.parent = parent;
  }
}

/** `all`: the roots changed. Else the elements to draw again, with what is below them. */
export type Refresh = 'all' | readonly Element[];

export class TreeModel {
  #roots: readonly TreeNode[] = [];
  #elements: readonly Element[] | undefined;

  get roots(): readonly TreeNode[] {
    return this.#roots;
  }

  /** The children of an element, or the roots; made on the first call. */
  children(element: Element | undefined): readonly Element[] {
    if (element === undefined) {
      this.#elements ??= this.#roots.map((node) => new Element(node, undefined));
      return this.#elements;
    }
    element.children ??= childrenOf(element.node).map((node) => new Element(node, element));
    return element.children;
  }

  update(roots: readonly TreeNode[]): Refresh {
    this.#roots = roots;
    const known = this.#elements;
    if (known === undefined) return 'all';
    if (!sameIds(known, roots)) {
      this.#elements = reuse(known, roots, undefined);
      return 'all';
    }
    const refresh: Element[] = [];
    known.forEach((element, at) => {
      const node = roots[at];
      if (node !== undefined) compare(element, node, refresh);
    });
    return refresh;
  }

  /** The first element of a row, made known if need be; `undefined` where the tree does not show it. */
  find(uri: string, key: string): Element | undefined {
    return this.#find(this.children(undefined), uri, key);
  }

  #find(elements: readonly Element[], uri: string, key: string): Element | undefined {
    for (const element of elements) {
      const { node } = element;
      if (node.uri !== uri) continue;
      if (node.kind === 'row' && node.row.key === key) return element;
      if (!mayHold(node, key)) continue;
      const found = this.#find(this.children(element), uri, key);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** All rows that stand beside a row in the tree, in their order, also those of other ranges. */
export function siblingsOf({ node, parent }: Element): readonly Row[] {
  if (parent?.node.kind === 'range') return parent.node.siblings;
  return node.kind === 'row' ? node.siblings : [];
}

function childrenOf(node: TreeNode): readonly TreeNode[] {
  return 'children' in node ? node.children() : [];
}

function mayHold(node: TreeNode, key: string): boolean {
  if (node.kind === 'file') return true;
  if (node.kind === 'group') return node.group.rows.some((row) => row.key === key);
  return (node.kind === 'range' || node.kind === 'past') && node.rows.some((row) => row.key === key);
}

function compare(element: Element, node: TreeNode, refresh: Element[]): void {
  const before = element.node;
  element.node = node;
  const { children } = element;
  const looksSame = sameLook(before, node);
  if (children === undefined) {
    if (!looksSame) refresh.push(element);
    return;
  }
  if (looksSame && isList(before) && isList(node) && sameRows(before, node)) return;
  const now = childrenOf(node);
  if (!sameIds(children, now)) {
    element.children = reuse(children, now, element);
    refresh.push(element);
    return;
  }
  const below: Element[] = [];
  children.forEach((child, at) => {
    const next = now[at];
    if (next !== undefined) compare(child, next, below);
  });
  // Drawing a parent draws what is below it.
  if (looksSame) refresh.push(...below);
  else refresh.push(element);
}

function isList(node: TreeNode): node is GroupNode | RangeNode {
  return node.kind === 'group' || node.kind === 'range';
}

/** Rows keep their identity while they are the same, so nothing below such a parent needs to be looked at. */
function sameRows(a: GroupNode | RangeNode, b: GroupNode | RangeNode): boolean {
  return (
    a.context.people === b.context.people &&
    a.context.workflow === b.context.workflow &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, at) => row === b.rows[at])
  );
}

/** Elements for the nodes, the known ones among them kept; what is below those is asked for again. */
function reuse(
  known: readonly Element[],
  nodes: readonly TreeNode[],
  parent: Element | undefined,
): readonly Element[] {
  const byId = new Map(known.map((element) => [element.node.id, element]));
  return nodes.map((node) => {
    const element = byId.get(node.id);
    if (element === undefined) return new Element(node, parent);
    element.node = node;
    element.children = undefined;
    return element;
  });
}

function sameIds(elements: readonly Element[], nodes: readonly TreeNode[]): boolean {
  return (
    elements.length === nodes.length && elements.every((element, at) => element.node.id === nodes[at]?.id)
  );
}

function sameLook(a: TreeNode, b: TreeNode): boolean {
  if (a.label !== b.label || a.description !== b.description || a.spoken !== b.spoken) return false;
  if (a.kind !== 'row' || b.kind !== 'row') return true;
  if ((a.children === undefined) !== (b.children === undefined)) return false;
  const sameIcon = a.look.icon === b.look.icon && a.look.color === b.look.color;
  return sameIcon && a.row.errors === b.row.errors && a.row.warnings === b.row.warnings;
}
