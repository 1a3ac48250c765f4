/** The numbers of the quality view, and how each looks. Knows no editor. */
import type { QualityItemsParams, QualityStats, Readiness } from '../../protocol/quality.ts';

export interface QualityNumber {
  readonly of: QualityItemsParams['of'];
  readonly count: number;
  readonly severity?: string;
}

/** The rows of a section, in the order in which they are to be shown. */
export function rootsOf(section: 'rules' | 'readiness', stats: QualityStats): readonly QualityNumber[] {
  if (section === 'rules')
    return stats.rules.map(({ rule, count, severity }) => ({ of: { rule }, count, severity }));
  return READINESS.map((readiness) => ({ of: { readiness }, count: stats.readiness[readiness] }));
}

/** What is said beside a section's name. */
export function countOf(section: 'rules' | 'readiness', stats: QualityStats): string {
  if (section === 'readiness') return String(stats.stories);
  return String(stats.rules.reduce((sum, { count }) => sum + count, 0));
}

const READINESS: readonly Readiness[] = ['ready', 'findings', 'incomplete', 'idea', 'done', 'dropped'];

export const READINESS_NAMES: Readonly<Record<Readiness, string>> = {
  ready: 'Ready',
  findings: 'Complete, with findings',
  incomplete: 'Called ready, but incomplete',
  idea: 'Ideas',
  done: 'Done',
  dropped: 'Dropped',
};

type Look = readonly [icon: string, color?: string];

export const READINESS_ICONS: Readonly<Record<Readiness, Look>> = {
  ready: ['pass', 'testing.iconPassed'],
  findings: ['warning', 'list.warningForeground'],
  incomplete: ['circle-slash', 'list.warningForeground'],
  idea: ['lightbulb'],
  done: ['check-all'],
  dropped: ['circle-slash', 'disabledForeground'],
};

export const SEVERITY_ICONS: Readonly<Record<string, Look>> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  information: ['info'],
  hint: ['lightbulb'],
};
