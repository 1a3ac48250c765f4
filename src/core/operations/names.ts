/**
 * Where names stand in a file: every scalar that the format knows, with what it may be and the keys that lead to it.
 * Reads slices one by one; nothing is kept.
 */
import type { Field, Shape } from '../schema/shape.ts';
import { sectionShape } from '../schema/shapes.ts';
import { isListName, type ListName } from '../backlog/lists.ts';
import { type Alias, isNull, type Node, type Scalar, scalarText } from '../yaml/node.ts';
import { readSlice, type Reading } from '../yaml/read.ts';
import type { Slice } from '../yaml/slicedText.ts';
import { fieldsOf } from './validate.ts';
import type { View } from './view.ts';

/** A scalar that the format knows. */
export interface Leaf {
  readonly node: Scalar;
  readonly shape: Shape;
  /** Keys from the top of the file; entries of lists are left out: `stories`, `notes`, `by`. */
  readonly path: readonly string[];
  /** Which item of its slice it stands in, from 0; undefined outside of items. */
  readonly nth: number | undefined;
  /** It is a key of a mapping. */
  readonly key: boolean;
  /** It stands in `[…]` or `{…}`. */
  readonly flow: boolean;
}

export interface Leaves {
  readonly slice: Slice;
  readonly reading: Reading;
  readonly leaves: readonly Leaf[];
  /** Aliases that stand where the format knows what may stand. */
  readonly aliases: readonly Alias[];
}

/** What one slice says. */
export function leavesOf(view: View, slice: Slice): Leaves {
  const reading = readSlice(slice);
  const walk = new Walk(slice.text);
  const { root } = reading;
  if (slice.kind === 'item' && isListName(slice.section)) {
    if (root?.kind === 'seq')
      root.items.forEach((node, nth) =>
        walk.item(node, itemShape(view, slice.section as ListName), slice.section, nth),
      );
  } else if (root?.kind === 'map') {
    let nth = 0;
    for (const { key, value } of root.pairs) {
      const name = key.kind === 'scalar' ? scalarText(key, slice.text) : '';
      if (isListName(name) && value?.kind === 'seq') {
        const shape = itemShape(view, name);
        for (const node of value.items) walk.item(node, shape, name, nth++, value.flow);
      } else {
        const shape = sectionShape(name);
        if (shape !== undefined) walk.go(value, shape, [name], false);
      }
    }
  }
  return { slice, reading, leaves: [...walk.leaves.values()], aliases: walk.aliases };
}

function itemShape(view: View, list: ListName): Shape {
  return { kind: 'object', fields: fieldsOf(view, list) };
}

class Walk {
  /** By node, since several options of a union may lead to one. */
  readonly leaves = new Map<Node, Leaf>();
  readonly aliases: Alias[] = [];
  #nth: number | undefined;

  constructor(private readonly text: string) {}

  item(node: Node | undefined, shape: Shape, list: string, nth: number, flow = false): void {
    this.#nth = nth;
    this.go(node, shape, [list], flow);
    this.#nth = undefined;
  }

  go(node: Node | undefined, shape: Shape, path: readonly string[], flow: boolean): void {
    if (node === undefined) return;
    if (node.kind === 'alias') {
      this.aliases.push(node);
      return;
    }
    switch (shape.kind) {
      case 'list':
        if (node.kind === 'seq')
          for (const item of node.items) this.go(item, shape.of, path, flow || node.flow);
        else if (shape.orOne) this.go(node, shape.of, path, flow);
        return;
      case 'union':
        for (const option of shape.of) this.go(node, option, path, flow);
        return;
      case 'object':
      case 'record':
        if (node.kind === 'map')
          for (const { key, value } of node.pairs) this.#pair(key, value, shape, path, flow || node.flow);
        return;
      default:
        if (node.kind === 'scalar') this.#add(node, shape, path, false, flow);
    }
  }

  #pair(
    key: Node,
    value: Node | undefined,
    shape: Shape & { readonly kind: 'object' | 'record' },
    path: readonly string[],
    flow: boolean,
  ): void {
    if (key.kind === 'alias') this.aliases.push(key);
    if (key.kind !== 'scalar') return;
    const name = scalarText(key, this.text);
    if (name === '<<') {
      for (const each of value?.kind === 'seq' ? value.items : [value]) this.go(each, shape, path, flow);
    } else if (shape.kind === 'record') {
      this.#add(key, shape.key, path, true, flow);
      this.go(value, shape.value, [...path, name], flow);
    } else {
      const field: Field | undefined = shape.fields.get(name);
      if (field !== undefined) this.go(value, field.shape, [...path, name], flow);
    }
  }

  #add(node: Scalar, shape: Shape, path: readonly string[], key: boolean, flow: boolean): void {
    // What says nothing names nothing: `~` is no name, and “~” is one.
    if (this.leaves.has(node) || (isNull(node, this.text) && node.tag === undefined)) return;
    this.leaves.set(node, { node, shape, path, nth: this.#nth, key, flow });
  }
}
