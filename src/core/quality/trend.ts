/** What changed in how a backlog is written, from one state of it to a later one. */
import type { RuleId, Severity } from '../backlog/problem.ts';
import { type QualityStats, type Readiness, READINESS } from './stats.ts';

export interface Change {
  readonly before: number;
  readonly after: number;
}

export interface QualityTrend {
  /** Rules whose count changed, in the order of the later state; those that fell silent at the end. */
  readonly rules: readonly ({ readonly rule: RuleId; readonly severity: Severity } & Change)[];
  /** Readiness whose count changed. */
  readonly readiness: readonly ({ readonly is: Readiness } & Change)[];
  readonly stories: Change;
  readonly per100: Change;
}

export function trendOf(before: QualityStats, after: QualityStats): QualityTrend {
  const was = new Map(before.rules.map((entry) => [entry.rule, entry]));
  const is = new Set(after.rules.map(({ rule }) => rule));
  const rules = [
    ...after.rules.map(({ rule, severity, count }) => ({
      rule,
      severity,
      before: was.get(rule)?.count ?? 0,
      after: count,
    })),
    ...before.rules
      .filter(({ rule }) => !is.has(rule))
      .map(({ rule, severity, count }) => ({ rule, severity, before: count, after: 0 })),
  ];
  return {
    rules: rules.filter((change) => change.before !== change.after),
    readiness: READINESS.map((state) => ({
      is: state,
      before: before.readiness[state],
      after: after.readiness[state],
    })).filter((change) => change.before !== change.after),
    stories: { before: before.stories, after: after.stories },
    per100: { before: before.per100, after: after.per100 },
  };
}
