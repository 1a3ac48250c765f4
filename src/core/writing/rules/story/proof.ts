/**
 * Proves the fixes of story rules before they are offered: the sentence is judged as it would be afterwards. A fix has
 * to remove its finding, and must raise no error or warning that was not there.
 */
import type { Operation } from '../../../operations/operation.ts';
import type { MapNode, Scalar } from '../../../yaml/node.ts';
import { Slice } from '../../../yaml/slice.ts';
import type { Finding, Mend, WritingRule } from '../../rule.ts';
import { WrittenItem } from '../../writtenItem.ts';

/** The same rules, with no fix that does not keep its promise. */
export function proven(rules: readonly WritingRule[]): readonly WritingRule[] {
  return rules.map((rule) => ({
    ...rule,
    *judge(item: WrittenItem): Iterable<Finding> {
      for (const finding of rule.judge(item)) {
        const { mends } = finding;
        if (mends === undefined) yield finding;
        else yield { ...finding, mends: () => mends().filter((way) => keeps(way, rule, rules, item)) };
      }
    },
  }));
}

function keeps(way: Mend, rule: WritingRule, rules: readonly WritingRule[], item: WrittenItem): boolean {
  const texts =
    'operation' in way ? storiesIn(way.operation) : 'edits' in way ? [way.in.with(way.edits)] : [];
  const before = seriousOf(rules, item);
  const had = count(rule, item);
  return texts.every((text) => {
    const after = asIf(item, text);
    if (count(rule, after) >= had) return false;
    return [...seriousOf(rules, after)].every((what) => before.has(what));
  });
}

/** The sentences that an operation writes. */
function storiesIn(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'sequence':
      return operation.operations.flatMap(storiesIn);
    case 'set':
      return operation.field === 'story' && typeof operation.value === 'string' ? [operation.value] : [];
    case 'split':
      return [operation.first?.story, operation.second.story].filter((story) => story !== undefined);
    default:
      return [];
  }
}

function count(rule: WritingRule, item: WrittenItem): number {
  return [...rule.judge(item)].length;
}

/** The errors and warnings, by what they say: a fix may leave others where they are, and a split may copy them. */
function seriousOf(rules: readonly WritingRule[], item: WrittenItem): ReadonlySet<string> {
  const serious = new Set<string>();
  for (const rule of rules) {
    if (rule.doc.off === true) continue;
    for (const { severity = rule.doc.severity, message } of rule.judge(item))
      if (severity === 'warning' || severity === 'error') serious.add(`${rule.doc.id} ${message}`);
  }
  return serious;
}

/** The item with another sentence, and nothing else. */
function asIf({ item, config }: WrittenItem, text: string): WrittenItem {
  const { kind, section, indent, listIndent } = item.slice;
  const slice = new Slice(text, kind, section, indent, listIndent, text.split('\n').length - 1);
  const key: Scalar = { kind: 'scalar', start: 0, end: 0, style: 'plain', value: 'story' };
  const value: Scalar = { kind: 'scalar', start: 0, end: text.length, style: 'plain', value: undefined };
  const node: MapNode = { kind: 'map', start: 0, end: text.length, flow: false, pairs: [{ key, value }] };
  return new WrittenItem({ ...item, slice }, node, config);
}
