/**
 * How well a whole backlog is written: its findings by rule and its stories by how ready they are. Counts only; who
 * wants to see the findings themselves asks the backlog.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Config } from '../backlog/config.ts';
import type { Item } from '../backlog/item.ts';
import type { RuleId, Severity } from '../backlog/problem.ts';
import { missingFields } from '../rules/readyMissing.ts';

/** How far a story is: by its status, and by what the team's definition of ready asks of its type. */
export const READINESS = ['ready', 'findings', 'incomplete', 'idea', 'done', 'dropped'] as const;

/**
 * - `ready`: its status is `ready` or further, it has all that is wanted, and no error or warning is found in it.
 * - `findings`: the same, but with an error or a warning.
 * - `incomplete`: its status is `ready` or further, and it lacks something.
 * - `idea`: its status is before `ready`.
 */
export type Readiness = (typeof READINESS)[number];

export interface RuleCount {
  readonly rule: RuleId;
  /** The worst severity that its findings have here. */
  readonly severity: Severity;
  readonly count: number;
}

export interface QualityStats {
  readonly stories: number;
  /** The worst first, then the most frequent. */
  readonly rules: readonly RuleCount[];
  readonly severities: Readonly<Record<Severity, number>>;
  readonly readiness: Readonly<Record<Readiness, number>>;
  /** What incomplete stories lack, by field; the most frequent first. */
  readonly lacks: readonly { readonly field: string; readonly count: number }[];
  /** Errors and warnings for 100 stories that are judged (`ready`, `findings`, `incomplete`); 0 where there are none. */
  readonly per100: number;
}

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Counts. Judge the backlog to the end first, else what is still pending is missing here. */
export function qualityOf(backlog: Backlog): QualityStats {
  const rules = new Map<RuleId, { severity: Severity; count: number }>();
  const severities = { error: 0, warning: 0, information: 0, hint: 0 };
  const readiness = { ready: 0, findings: 0, incomplete: 0, idea: 0, done: 0, dropped: 0 };
  const lacks = new Map<string, number>();
  for (const { problem } of backlog.problems()) {
    severities[problem.severity]++;
    const known = rules.get(problem.rule);
    if (known === undefined) rules.set(problem.rule, { severity: problem.severity, count: 1 });
    else {
      known.count++;
      if (rank(problem.severity) < rank(known.severity)) known.severity = problem.severity;
    }
  }
  let weighty = 0;
  const stories = backlog.list('stories');
  for (const story of stories) {
    const { is, missing } = readinessOf(backlog, story);
    readiness[is]++;
    for (const field of missing) lacks.set(field, (lacks.get(field) ?? 0) + 1);
    if (is === 'findings' || is === 'incomplete') weighty += weightyProblems(backlog, story);
  }
  const judged = readiness.ready + readiness.findings + readiness.incomplete;
  return {
    stories: stories.length,
    rules: [...rules]
      .map(([rule, { severity, count }]) => ({ rule, severity, count }))
      .sort((a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1)),
    severities,
    readiness,
    lacks: [...lacks]
      .map(([field, count]) => ({ field, count }))
      .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1)),
    per100: judged === 0 ? 0 : (weighty / judged) * 100,
  };
}

/** How far a story is, and what it lacks of what the team wants of one that is ready; ideas lack nothing. */
export function readinessOf(
  backlog: Backlog,
  story: Item,
): { readonly is: Readiness; readonly missing: readonly string[] } {
  const { config } = backlog;
  const life = lifeOf(story, config);
  if (life !== 'ready') return { is: life, missing: NOTHING };
  const node = backlog.node(story);
  const missing = node?.kind === 'map' ? missingFields('stories', node, story.slice.text, config) : NOTHING;
  if (missing.length > 0) return { is: 'incomplete', missing };
  return { is: weightyProblems(backlog, story) > 0 ? 'findings' : 'ready', missing };
}

const NOTHING: readonly string[] = [];

function lifeOf({ status }: Item, { statuses, done, dropped }: Config): Readiness {
  const ready = statuses.indexOf('ready');
  if (status === undefined) return ready === 0 ? 'ready' : 'idea';
  if (done.includes(status)) return 'done';
  if (dropped.includes(status)) return 'dropped';
  return ready >= 0 && statuses.indexOf(status) >= ready ? 'ready' : 'idea';
}

function weightyProblems(backlog: Backlog, item: Item): number {
  return backlog.problemsOf(item).filter(({ severity }) => rank(severity) <= 1).length;
}

function rank(severity: Severity): number {
  return WORST_FIRST.indexOf(severity);
}
