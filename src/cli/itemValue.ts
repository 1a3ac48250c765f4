/**
 * An item as programs read it: each field as the person typed it, numbers where the format says number, true and
 * false where it says so, everything else text. Aliases are followed as far as a hostile file can't do harm with them.
 */
import type { Backlog } from '../core/backlog/backlog.ts';
import type { Config } from '../core/backlog/config.ts';
import type { Item } from '../core/backlog/item.ts';
import type { ListName } from '../core/backlog/lists.ts';
import type { Located } from '../core/backlog/lower.ts';
import type { Field, Shape } from '../core/schema/shape.ts';
import { itemFields } from '../core/schema/shapes.ts';
import { isNull, scalarText } from '../core/yaml/node.ts';
import type { Alias, MapNode, Node, Scalar } from '../core/yaml/node.ts';
import { kindOf } from './itemKinds.ts';

/** Where the rest of an item is read from. */
export type NodeSource = Pick<Backlog, 'config' | 'node' | 'anchor'>;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const ANY: Shape = { kind: 'any' };

/** How many nodes one item may take through aliases: far more than a person writes, too few to fill the memory. */
const MOST_SHARED_NODES = 10_000;

/** `id`, `kind`, `title` and `status` first, null where the item has none; then its other fields, in file order. */
export function itemValue(item: Item, source: NodeSource): Record<string, Json> {
  const value = record();
  value['id'] = item.id ?? null;
  value['kind'] = kindOf(item.list);
  value['title'] = item.title ?? null;
  value['status'] = item.status ?? null;
  const fields = new ValueReader(item, source).itemFields();
  for (const [key, field] of Object.entries(fields)) if (!Object.hasOwn(value, key)) value[key] = field;
  return value;
}

/** The fields that an item of this list may have, those that the team made included. */
export function fieldsOf(list: ListName, config: Config): ReadonlyMap<string, Field> {
  const fields = itemFields(list);
  const custom = list === 'stories' || list === 'epics' ? config.customFields : undefined;
  return custom === undefined || custom.size === 0 ? fields : new Map([...fields, ...custom]);
}

class ValueReader {
  private budget = MOST_SHARED_NODES;
  private shared = 0;

  constructor(
    private readonly item: Item,
    private readonly source: NodeSource,
  ) {}

  itemFields(): Record<string, Json> {
    const { item, source } = this;
    const node = source.node(item);
    const at = node?.kind === 'alias' ? this.target(node) : node && { node, text: item.slice.text };
    if (at?.node.kind !== 'map') return record();
    return this.mapValue(at.node, at.text, fieldsOf(item.list, source.config));
  }

  private valueOf(node: Node | undefined, text: string, shape: Shape): Json {
    if (this.shared > 0 && (this.budget -= 1) < 0) return '…';
    if (node === undefined || isNull(node, text)) return null;
    switch (node.kind) {
      case 'scalar':
        return scalarValue(node, text, shape);
      case 'alias':
        return this.aliasValue(node, shape);
      case 'seq': {
        const of = entryShape(shape);
        return node.items.map((entry) => this.valueOf(entry, text, of));
      }
      case 'map':
        if (shape.kind === 'record') return this.mapValue(node, text, undefined, shape.value);
        return this.mapValue(node, text, objectFields(shape));
    }
  }

  private mapValue(
    node: MapNode,
    text: string,
    fields: ReadonlyMap<string, Field> | undefined,
    others: Shape = ANY,
  ): Record<string, Json> {
    const value = record();
    const merged: Node[] = [];
    for (const { key, value: field } of node.pairs) {
      const name = key.kind === 'scalar' ? scalarText(key, text) : text.slice(key.start, key.end);
      if (name === '<<' && field !== undefined)
        merged.push(...(field.kind === 'seq' ? field.items : [field]).filter(isNode));
      else value[name] = this.valueOf(field, text, fields?.get(name)?.shape ?? others);
    }
    for (const source of merged) {
      const at = source.kind === 'alias' ? this.target(source) : { node: source, text };
      if (at?.node.kind !== 'map') continue;
      const inherited = this.sharing(() => this.mapValue(at.node as MapNode, at.text, fields, others));
      for (const [name, field] of Object.entries(inherited))
        if (!Object.hasOwn(value, name)) value[name] = field;
    }
    return value;
  }

  private aliasValue(alias: Alias, shape: Shape): Json {
    const at = this.target(alias);
    return at === undefined ? `*${alias.name}` : this.sharing(() => this.valueOf(at.node, at.text, shape));
  }

  private target(alias: Alias): Located | undefined {
    const at = this.source.anchor(alias.name, this.item.slice, alias.start);
    return at?.node.kind === 'alias' ? undefined : at;
  }

  /** Counts what is read while it runs as shared. */
  private sharing<T>(read: () => T): T {
    this.shared += 1;
    try {
      return read();
    } finally {
      this.shared -= 1;
    }
  }
}

function isNode(node: Node | undefined): node is Node {
  return node !== undefined;
}

/** A record whose keys are only its own: a field may be called `__proto__`. */
function record(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>;
}

const NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/;

function scalarValue(node: Scalar, text: string, shape: Shape): Json {
  const typed = scalarText(node, text);
  if (node.style !== 'plain') return typed;
  if (NUMBER.test(typed) && takesNumber(shape)) {
    const number = Number(typed);
    // Of a key that nobody described it is not known that `1.0` is a number and not a version.
    return shape.kind === 'any' && String(number) !== typed ? typed : number;
  }
  if (takesBoolean(shape) && (typed === 'true' || typed === 'false')) return typed === 'true';
  return typed;
}

function takesNumber(shape: Shape): boolean {
  switch (shape.kind) {
    case 'number':
    case 'any':
      return true;
    case 'team':
      return shape.of === 'estimate';
    case 'list':
      return shape.orOne && takesNumber(shape.of);
    case 'union':
      return shape.of.some(takesNumber);
    default:
      return false;
  }
}

function takesBoolean(shape: Shape): boolean {
  if (shape.kind === 'union') return shape.of.some(takesBoolean);
  return shape.kind === 'boolean' || shape.kind === 'any';
}

function entryShape(shape: Shape): Shape {
  if (shape.kind === 'list') return shape.of;
  if (shape.kind === 'union') return shape.of.find((one) => one.kind === 'list')?.of ?? ANY;
  return ANY;
}

function objectFields(shape: Shape): ReadonlyMap<string, Field> | undefined {
  if (shape.kind === 'object') return shape.fields;
  if (shape.kind === 'list' && shape.orOne) return objectFields(shape.of);
  if (shape.kind === 'union') {
    for (const one of shape.of) {
      const fields = objectFields(one);
      if (fields !== undefined) return fields;
    }
  }
  return undefined;
}
