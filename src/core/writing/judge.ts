/**
 * Judges the words of one item by every rule that applies to it. Two passes: `at once` for every keystroke, `later`
 * for what needs a library. Fixes are worked out only for who asks.
 */
import type { Config } from '../backlog/config.ts';
import type { Item } from '../backlog/item.ts';
import { ruleFailed } from '../backlog/judgedSafely.ts';
import type { Fix, Problem } from '../backlog/problem.ts';
import type { RuleDoc } from '../rules/ruleDoc.ts';
import { mend } from './mend.ts';
import type { Finding, Mend, WritingRule } from './rule.ts';
import { ITEM_RULES } from './rules/all.ts';
import type { WrittenItem } from './writtenItem.ts';

export type Pass = WritingRule['when'];

/** An item has its words judged from status `ready` on, until it is done or dropped. */
export function isJudged({ list, status }: Item, config: Config): boolean {
  return (list === 'stories' || list === 'epics') && judgedStatuses(config).has(status);
}

const judged = new WeakMap<Config, ReadonlySet<string | undefined>>();

/** With `undefined` where items without a status are ready already. */
function judgedStatuses(config: Config): ReadonlySet<string | undefined> {
  let statuses = judged.get(config);
  if (statuses === undefined) {
    const { done, dropped } = config;
    const ready = config.statuses.indexOf('ready');
    const open = ready < 0 ? [] : config.statuses.slice(ready);
    const found = open.filter((status) => !done.includes(status) && !dropped.includes(status));
    statuses = new Set(ready === 0 ? [undefined, ...found] : found);
    judged.set(config, statuses);
  }
  return statuses;
}

/** True for a rule that the team wants to hear of, in a language that the rule knows. */
export function isWanted(doc: RuleDoc, language: string | undefined, config: Config): boolean {
  const level = config.rules.get(doc.id);
  if (level === 'ignore' || (doc.off === true && level === undefined)) return false;
  return language === undefined || language === config.language.slice(0, 2);
}

const wanted = new WeakMap<Config, Readonly<Record<Pass, readonly WritingRule[]>>>();

/** The rules of a pass that the team wants; looked up once for each state of its settings. */
function rulesOf(pass: Pass, config: Config): readonly WritingRule[] {
  let rules = wanted.get(config);
  if (rules === undefined) {
    const of = (when: Pass): readonly WritingRule[] =>
      ITEM_RULES.filter((rule) => rule.when === when && isWanted(rule.doc, rule.language, config));
    rules = { 'at once': of('at once'), later: of('later') };
    wanted.set(config, rules);
  }
  return rules[pass];
}

/** True where the team wants a rule of this pass at all. */
export function hasRules(pass: Pass, config: Config): boolean {
  return rulesOf(pass, config).length > 0;
}

/** What one pass finds, without fixes. Offsets are those of the item's slice. */
export function judgeWords(written: WrittenItem, pass: Pass): readonly Problem[] {
  const { item, config } = written;
  let problems: Problem[] | undefined;
  for (const rule of rulesOf(pass, config)) {
    if (item.ignored.includes(rule.doc.id)) continue;
    try {
      for (const finding of rule.judge(written)) (problems ??= []).push(problemOf(rule, finding));
    } catch (error) {
      (problems ??= []).push(ruleFailed(error, item.idSpan ?? item.titleSpan ?? { start: 0, end: 0 }));
    }
  }
  return problems ?? NO_PROBLEMS;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** How a problem that `judgeWords` found in this item can be mended; empty where it can't, or is no longer there. */
export function mendWords(written: WrittenItem, problem: Problem): readonly Fix[] {
  const rule = ITEM_RULES.find(({ doc }) => doc.id === problem.rule);
  if (rule === undefined) return [];
  for (const finding of rule.judge(written)) {
    const { start, end, message } = problemOf(rule, finding);
    if (start === problem.start && end === problem.end && message === problem.message)
      return fixesOf(finding.mends?.() ?? [], written.item.slice);
  }
  return [];
}

function problemOf({ doc }: WritingRule, { at, in: text, message, severity }: Finding): Problem {
  const { start, end } = text === undefined ? at : text.span(at);
  return { rule: doc.id, severity: severity ?? doc.severity, message, start, end };
}

/** Ways to mend as fixes; edits that can't be proven right are left out. */
export function fixesOf(mends: readonly Mend[], slice: Item['slice']): readonly Fix[] {
  return mends.flatMap((way) => fixOf(way, slice) ?? []);
}

function fixOf(way: Mend, slice: Item['slice']): Fix | undefined {
  const head = { title: way.title, ...(way.preferred === true ? { preferred: true } : {}) };
  if ('operation' in way) return { ...head, edits: [], operation: way.operation };
  const edits = 'fix' in way ? way.fix : mend(way.in, way.edits, slice);
  return edits && { ...head, edits };
}
