/**
 * Judges the words of one item by every rule that applies to it. Two passes: `at once` for every keystroke, `later`
 * for what needs a library. Fixes are worked out only for who asks.
 */
import type { Config } from '../backlog/config.ts';
import type { Item } from '../backlog/item.ts';
import { ruleFailed } from '../backlog/judgedSafely.ts';
import type { Fix, Problem } from '../backlog/problem.ts';
import type { MapNode } from '../yaml/node.ts';
import { mend } from './mend.ts';
import type { Finding, Mend, WritingRule } from './rule.ts';
import { ITEM_RULES } from './rules/all.ts';
import { WrittenItem } from './writtenItem.ts';

export type Pass = WritingRule['when'];

/** An item has its words judged from status `ready` on, until it is done or dropped. */
export function isJudged(item: Item, config: Config): boolean {
  if (item.list !== 'stories' && item.list !== 'epics') return false;
  const { status } = item;
  const ready = config.statuses.indexOf('ready');
  if (status === undefined) return ready === 0;
  if (config.done.includes(status) || config.dropped.includes(status)) return false;
  return ready >= 0 && config.statuses.indexOf(status) >= ready;
}

/** What one pass finds. Offsets are those of the item's slice. */
export function judgeWords(
  item: Item,
  node: MapNode,
  config: Config,
  pass: Pass,
  withFixes = false,
): readonly Problem[] {
  const written = new WrittenItem(item, node, config);
  const problems: Problem[] = [];
  for (const rule of ITEM_RULES) {
    if (rule.when !== pass || !applies(rule, item, config)) continue;
    try {
      for (const finding of rule.judge(written)) problems.push(problemOf(rule, finding, written, withFixes));
    } catch (error) {
      problems.push(ruleFailed(error, item.idSpan ?? item.titleSpan ?? { start: 0, end: 0 }));
    }
  }
  return problems;
}

function applies({ doc, language }: WritingRule, item: Item, config: Config): boolean {
  if (item.ignored.includes(doc.id)) return false;
  const level = config.rules.get(doc.id);
  if (level === 'ignore' || (doc.off === true && level === undefined)) return false;
  return language === undefined || language === config.language.slice(0, 2);
}

function problemOf(
  { doc }: WritingRule,
  { at, in: text, message, severity, mends }: Finding,
  { item: { slice } }: WrittenItem,
  withFixes: boolean,
): Problem {
  const { start, end } = text === undefined ? at : text.span(at);
  const problem = { rule: doc.id, severity: severity ?? doc.severity, message, start, end };
  if (!withFixes || mends === undefined) return problem;
  const fixes = mends().flatMap((way) => fixOf(way, slice) ?? []);
  return fixes.length === 0 ? problem : { ...problem, fixes };
}

function fixOf(way: Mend, slice: Item['slice']): Fix | undefined {
  const head = { title: way.title, ...(way.preferred === true ? { preferred: true } : {}) };
  if ('operation' in way) return { ...head, edits: [], operation: way.operation };
  const edits = 'fix' in way ? way.fix : mend(way.in, way.edits, slice);
  return edits && { ...head, edits };
}
