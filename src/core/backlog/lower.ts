/**
 * From the syntax tree of an item to the facts that the backlog keeps of it. What is missing or of the wrong kind is
 * left out here and reported by the rules; nothing is thrown, and no text is turned into anything but itself.
 */
import type { Field, RefKind, Shape } from '../schema/shape.ts';
import { tableOf } from '../rules/plan.ts';
import { itemFields } from '../schema/shapes.ts';
import { isNull, scalarText, type Alias, type MapNode, type Node } from '../yaml/node.ts';
import type { Slice } from '../yaml/slice.ts';
import { type Config, pointsOf } from './config.ts';
import type { Item, Reference } from './item.ts';
import type { ListName } from './lists.ts';
import type { Problem } from './problem.ts';

/** A node with the text that its offsets count in: what an alias stands for may lie in another slice. */
export interface Located {
  readonly node: Node;
  readonly text: string;
}

/** What an alias stands for; undefined where its anchor is unknown. */
export type Resolve = (alias: Alias) => Located | undefined;

export interface LowerContext {
  readonly config: Config;
  readonly resolve: Resolve;
}

/** An item whose problems are still to be put in. */
export type Facts = Omit<Item, 'problems'> & { problems: readonly Problem[] };

export function lowerItem(
  list: ListName,
  slice: Slice,
  nth: number,
  node: Node | undefined,
  span: { readonly start: number; readonly end: number },
  ignored: readonly string[],
  context: LowerContext,
): Facts {
  const facts = new Draft(list, slice, nth, span, ignored);
  const target = resolved(node, slice.text, context.resolve);
  if (target?.node.kind === 'map') lowerMap(facts, target.node, target.text, slice.text, list, context);
  else if (target?.node.kind === 'scalar' && node) {
    // A bare text in a list of items is an item with nothing but a title.
    facts.title = scalarText(target.node, target.text);
    facts.titleSpan = { start: node.start, end: node.end };
  }
  if (facts.estimate !== undefined) facts.points = pointsOf(context.config, facts.estimate);
  if (facts.type === undefined && list === 'stories') facts.type = 'story';
  return facts;
}

/** The facts while they are collected; one class, so that all items have one hidden shape in memory. */
class Draft implements Facts {
  id: string | undefined = undefined;
  idSpan: Item['idSpan'] = undefined;
  title: string | undefined = undefined;
  titleSpan: Item['titleSpan'] = undefined;
  type: string | undefined = undefined;
  status: string | undefined = undefined;
  statusSpan: Item['statusSpan'] = undefined;
  estimate: string | undefined = undefined;
  points: number | undefined = undefined;
  epic: string | undefined = undefined;
  sprint: string | undefined = undefined;
  release: string | undefined = undefined;
  objective: string | undefined = undefined;
  priority: string | undefined = undefined;
  severity: string | undefined = undefined;
  assignees: readonly string[] = NONE;
  labels: readonly string[] = NONE;
  dependsOn: readonly string[] = NONE;
  was: readonly string[] = NONE;
  blocked = false;
  private = false;
  references: Reference[] = NO_REFERENCES;
  problems: readonly Problem[] = NO_PROBLEMS;

  constructor(
    readonly list: ListName,
    readonly slice: Slice,
    readonly nth: number,
    readonly span: { readonly start: number; readonly end: number },
    readonly ignored: readonly string[],
  ) {}
}

const NONE: readonly string[] = [];
const NO_PROBLEMS: readonly Problem[] = [];
const NO_REFERENCES: Reference[] = [];

/** Which key stands for the title in lists whose items have none. */
const TITLE_KEYS: Partial<Record<ListName, string>> = {
  people: 'name',
  personas: 'name',
  metrics: 'name',
  insights: 'text',
  decisions: 'text',
  sprints: 'goal',
};

function lowerMap(
  facts: Draft,
  map: MapNode,
  text: string,
  own: string,
  list: ListName,
  context: LowerContext,
): void {
  const titleKey = TITLE_KEYS[list] ?? 'title';
  const linked = linkedFields(list);
  const keys = tableOf(itemFields(list));
  for (const pair of map.pairs) {
    if (pair.key.kind !== 'scalar' || !pair.value) continue;
    const key = keys.find(pair.key, text)?.field.key;
    if (key === undefined) {
      if (scalarText(pair.key, text) === '<<') lowerMerge(facts, pair.value, text, list, context);
      continue;
    }
    const target = resolved(pair.value, text, context.resolve);
    if (!target) continue;
    lowerField(facts, key === titleKey ? 'title' : key, target, pair.value);
    const shape = linked.get(key);
    if (shape) {
      const inPlace = target.text === own;
      collect(facts, shape, target, key, inPlace ? undefined : pair.value, context.resolve, 0);
    }
  }
}

/** `<<: *base` gives what the item does not say itself. */
function lowerMerge(facts: Draft, value: Node, text: string, list: ListName, context: LowerContext): void {
  const target = resolved(value, text, context.resolve);
  if (!target) return;
  const { node } = target;
  const maps = node.kind === 'seq' ? node.items : [node];
  for (const entry of maps) {
    const map = resolved(entry, target.text, context.resolve);
    if (map?.node.kind !== 'map') continue;
    for (const pair of map.node.pairs) {
      if (pair.key.kind !== 'scalar' || !pair.value) continue;
      const key = scalarText(pair.key, map.text);
      const field = key === (TITLE_KEYS[list] ?? 'title') ? 'title' : key;
      const inner = resolved(pair.value, map.text, context.resolve);
      if (inner && !isSet(facts, field)) lowerField(facts, field, inner, value);
    }
  }
}

function isSet(facts: Draft, field: string): boolean {
  const value: unknown = facts[FIELD_NAMES[field] ?? (field as keyof Draft)];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

const FIELD_NAMES: Record<string, keyof Draft> = { depends_on: 'dependsOn', assignee: 'assignees' };

/** `at` is where the field's value stands in the item's own slice. */
function lowerField(facts: Draft, key: string, value: Located, at: Node): void {
  switch (key) {
    case 'id':
      facts.id = textOf(value);
      if (facts.id !== undefined) facts.idSpan = { start: at.start, end: at.end };
      return;
    case 'title':
      facts.title = textOf(value);
      if (facts.title !== undefined) facts.titleSpan = { start: at.start, end: at.end };
      return;
    case 'status':
      facts.status = textOf(value);
      if (facts.status !== undefined) facts.statusSpan = { start: at.start, end: at.end };
      return;
    case 'type':
    case 'estimate':
    case 'epic':
    case 'sprint':
    case 'release':
    case 'objective':
    case 'priority':
    case 'severity':
      facts[key] = textOf(value);
      return;
    case 'assignee':
      facts.assignees = textsOf(value);
      return;
    case 'labels':
      facts.labels = textsOf(value);
      return;
    case 'depends_on':
      facts.dependsOn = textsOf(value);
      return;
    case 'was':
      facts.was = textsOf(value);
      return;
    case 'blocked':
      facts.blocked = !isNull(value.node, value.text) && textOf(value) !== 'false';
      return;
    case 'private':
      facts.private = textOf(value) === 'true';
      return;
    default:
  }
}

function textOf({ node, text }: Located): string | undefined {
  return node.kind === 'scalar' && !isNull(node, text) ? scalarText(node, text) : undefined;
}

/** The texts of a list, or of one bare text. */
function textsOf({ node, text }: Located): readonly string[] {
  if (node.kind === 'seq') {
    const texts: string[] = [];
    for (const item of node.items) {
      const one = item && textOf({ node: item, text });
      if (one !== undefined) texts.push(one);
    }
    return texts;
  }
  const one = textOf({ node, text });
  return one === undefined ? NONE : [one];
}

function resolved(node: Node | undefined, text: string, resolve: Resolve): Located | undefined {
  if (!node) return undefined;
  return node.kind === 'alias' ? resolve(node) : { node, text };
}

const linkedByList = new Map<ListName, ReadonlyMap<string, Shape>>();

/** The fields of a list's items in which ids of other items may stand. */
function linkedFields(list: ListName): ReadonlyMap<string, Shape> {
  let fields = linkedByList.get(list);
  if (!fields) {
    fields = new Map(
      [...itemFields(list)]
        .filter(([, field]) => holdsReference(field.shape, 0))
        .map(([key, field]: [string, Field]) => [key, field.shape]),
    );
    linkedByList.set(list, fields);
  }
  return fields;
}

const MAX_SHAPE_DEPTH = 6;

function holdsReference(shape: Shape, depth: number): boolean {
  if (depth > MAX_SHAPE_DEPTH) return false;
  switch (shape.kind) {
    case 'ref':
      return true;
    case 'list':
      return holdsReference(shape.of, depth + 1);
    case 'record':
      return holdsReference(shape.key, depth + 1) || holdsReference(shape.value, depth + 1);
    case 'object':
      return [...shape.fields.values()].some((field) => holdsReference(field.shape, depth + 1));
    case 'union':
      return shape.of.some((option) => holdsReference(option, depth + 1));
    default:
      return false;
  }
}

/** Collects the ids that a value names. `standIn` is the place to report where the value lies in another slice. */
function collect(
  facts: Draft,
  shape: Shape,
  { node, text }: Located,
  field: string,
  standIn: Node | undefined,
  resolve: Resolve,
  depth: number,
): void {
  if (depth > MAX_SHAPE_DEPTH) return;
  const go = (inner: Shape, child: Node | undefined, name: string): void => {
    const target = resolved(child, text, resolve);
    if (target) {
      const place = standIn ?? (child?.kind === 'alias' ? child : undefined);
      collect(facts, inner, target, name, place, resolve, depth + 1);
    }
  };
  switch (shape.kind) {
    case 'ref':
      addReference(facts, shape.to, node, text, field, standIn);
      return;
    case 'list':
      if (node.kind === 'seq') for (const item of node.items) go(shape.of, item, field);
      else collect(facts, shape.of, { node, text }, field, standIn, resolve, depth + 1);
      return;
    case 'record':
      if (node.kind !== 'map') return;
      for (const pair of node.pairs) {
        go(shape.key, pair.key, field);
        go(shape.value, pair.value, field);
      }
      return;
    case 'object':
      if (node.kind !== 'map') return;
      for (const pair of node.pairs) {
        const key = pair.key.kind === 'scalar' ? scalarText(pair.key, text) : '';
        const inner = shape.fields.get(key);
        if (inner) go(inner.shape, pair.value, `${field}.${key}`);
      }
      return;
    case 'union':
      for (const option of shape.of) {
        if (fits(option, node)) collect(facts, option, { node, text }, field, standIn, resolve, depth + 1);
      }
      return;
    default:
  }
}

function fits(shape: Shape, node: Node): boolean {
  switch (shape.kind) {
    case 'list':
      return node.kind === 'seq';
    case 'record':
    case 'object':
      return node.kind === 'map';
    default:
      return node.kind === 'scalar';
  }
}

function addReference(
  facts: Draft,
  to: RefKind,
  node: Node,
  text: string,
  field: string,
  standIn: Node | undefined,
): void {
  const id = textOf({ node, text });
  if (id === undefined || id === '') return;
  const { start, end } = standIn ?? node;
  if (facts.references === NO_REFERENCES) facts.references = [];
  facts.references.push({ to, id, field, start, end });
}
