/**
 * Walks the syntax tree of an item or a section beside what the format allows there, once, and asks the rules about
 * form where something does not fit. A place that fits costs no more than the look at it.
 */
import type { MapNode, Node, Pair, Scalar, SeqNode } from '../yaml/node.ts';
import { dateImpossible } from './dateImpossible.ts';
import type { Judging } from './judging.ts';
import type { KeyTable, Plan } from './plan.ts';
import { planOf } from './plan.ts';
import { dayIn, hashBehind, indexIn, isNothing, numberIn, reads } from './scalar.ts';
import { schemaId } from './schemaId.ts';
import { schemaRequired } from './schemaRequired.ts';
import { schemaType } from './schemaType.ts';
import { unknownKey } from './unknownKey.ts';
import { unknownValue } from './unknownValue.ts';
import { swallowedComment, swallowedEntry, swallowedMapping, swallowedValue } from './swallowed.ts';
import { workflowEstimate, workflowSeverity, workflowStatus, workflowType } from './workflowValue.ts';
import type { Field, Shape } from '../schema/shape.ts';

/** Where a mapping stands: the item itself, inside of one, or in another part of the file. */
export type Level = 'item' | 'nested';

export function judgeObject(judging: Judging, map: MapNode, keys: KeyTable, level: Level, plan?: Plan): void {
  const { text } = judging;
  const { pairs } = map;
  let missing = keys.required.length;
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] as Pair;
    const { key, value } = pair;
    if (key.kind !== 'scalar') continue;
    const entry = keys.find(key, text);
    if (entry === undefined) {
      judgeUnknown(judging, map, index, keys, level, plan);
      continue;
    }
    if (value === undefined) {
      if (entry.plan.scalar?.kind === 'text') swallowedValue(judging, key, map.flow);
      continue;
    }
    if (entry.field.required && !isNothing(value, text)) missing--;
    judgeValue(judging, entry.plan, value, entry.field, map.flow);
  }
  if (missing > 0 && !judging.partial) schemaRequired(judging, map, keys);
}

/** A key that the format does not know: the team's own, a text that became a mapping, or a slip. */
function judgeUnknown(
  judging: Judging,
  map: MapNode,
  index: number,
  keys: KeyTable,
  level: Level,
  plan: Plan | undefined,
): void {
  const { key, value } = map.pairs[index] as Pair;
  if (key.kind !== 'scalar') return;
  const own = level === 'item' ? judging.config.customFields.get(nameOf(key, judging.text)) : undefined;
  if (own !== undefined) {
    if (value !== undefined) judgeValue(judging, planOf(own.shape), value, own, map.flow);
    return;
  }
  if (unknownKey.isAllowed(key, judging.text)) return;
  if (map.flow && value === undefined && swallowedEntry(judging, map, index, keys)) return;
  if (plan?.scalar?.kind === 'text' && !unknownKey.isSlip(key, keys, judging.text)) {
    if (swallowedMapping(judging, map)) return;
  }
  unknownKey.report(judging, map, key, keys, level);
}

function nameOf(key: Scalar, text: string): string {
  return key.value ?? text.slice(key.start, key.end);
}

/** Judges the value of a field, or an entry of its list. */
export function judgeValue(judging: Judging, plan: Plan, node: Node, field: Field, flow: boolean): void {
  if (plan.any) return;
  switch (node.kind) {
    case 'scalar':
      if (plan.scalar !== undefined) judgeScalar(judging, plan.scalar, node, field, flow);
      else if (!isNothing(node, judging.text)) schemaType(judging, plan, node, field);
      return;
    case 'seq':
      if (plan.entries === undefined) schemaType(judging, plan, node, field);
      else judgeEntries(judging, plan.entries, node, field);
      return;
    case 'map':
      if (plan.keys !== undefined) judgeObject(judging, node, plan.keys, 'nested', plan);
      else if (plan.record !== undefined) judgeRecord(judging, plan.record, node, field);
      else if (plan.scalar?.kind !== 'text' || !swallowedMapping(judging, node))
        schemaType(judging, plan, node, field);
      return;
    case 'alias':
      return;
  }
}

function judgeEntries(judging: Judging, plan: Plan, list: SeqNode, field: Field): void {
  const { items } = list;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item !== undefined) judgeValue(judging, plan, item, field, list.flow);
    else if (!list.flow && plan.scalar !== undefined) swallowedComment.inEmptyEntry(judging, list, index);
  }
}

function judgeRecord(
  judging: Judging,
  plan: { readonly key: Plan; readonly value: Plan },
  map: MapNode,
  field: Field,
): void {
  for (const { value } of map.pairs) {
    if (value !== undefined) judgeValue(judging, plan.value, value, field, map.flow);
  }
}

function judgeScalar(judging: Judging, shape: Shape, node: Scalar, field: Field, flow: boolean): void {
  const { text } = judging;
  switch (shape.kind) {
    case 'text':
      if (shape.prose === true && node.style === 'plain' && hashBehind(text, node.end) >= 0)
        swallowedComment.behind(judging, node, flow);
      if (shape.pattern !== undefined)
        schemaId.pattern(judging, node, shape.pattern, shape.patternHint, field);
      return;
    case 'number':
      judgeNumber(judging, shape, node, field);
      return;
    case 'boolean':
      if (reads(node, text, 'true') || reads(node, text, 'false')) return;
      if (!/^(?:True|TRUE|False|FALSE)$/.test(nameOf(node, text)) && !isNothing(node, text))
        schemaType(judging, planOf(shape), node, field);
      return;
    case 'date':
      if (Number.isNaN(dayIn(node, text)) && !isNothing(node, text)) dateImpossible(judging, node, field);
      return;
    case 'choice':
      if (indexIn(node, text, shape.of) < 0 && !isNothing(node, text))
        unknownValue(judging, node, shape.of, field);
      return;
    case 'team':
      judgeTeamValue(judging, shape.of, node);
      return;
    default:
      return;
  }
}

function judgeNumber(
  judging: Judging,
  shape: Extract<Shape, { readonly kind: 'number' }>,
  node: Scalar,
  field: Field,
): void {
  const value = numberIn(node, judging.text);
  const fits =
    !Number.isNaN(value) &&
    (shape.min === undefined || value >= shape.min) &&
    (shape.max === undefined || value <= shape.max) &&
    (shape.integer !== true || Number.isInteger(value));
  if (!fits && !isNothing(node, judging.text)) schemaType(judging, planOf(shape), node, field);
}

function judgeTeamValue(
  judging: Judging,
  of: 'status' | 'estimate' | 'severity' | 'type',
  node: Scalar,
): void {
  const { text, config } = judging;
  if (of === 'estimate') {
    if (indexIn(node, text, config.estimates) < 0) workflowEstimate(judging, node);
    return;
  }
  const known = of === 'status' ? config.statuses : of === 'severity' ? config.severities : config.types;
  if (indexIn(node, text, known) >= 0 || isNothing(node, text)) return;
  if (of === 'status') workflowStatus(judging, node);
  else if (of === 'severity') workflowSeverity(judging, node);
  else workflowType(judging, node);
}
