import type { RuleId, Severity } from '../../core/backlog/problem.ts';
import type { QualityStats } from '../../core/quality/stats.ts';
import type { QualityTrend } from '../../core/quality/trend.ts';
import type { LineCharacter } from '../../core/text/position.ts';
import type { Style } from '../style.ts';

/** A finding of `check`, at its place in the file: lines and UTF-16 columns from 0. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: LineCharacter; readonly end: LineCharacter };
  /** The id of the item that it belongs to. */
  readonly item: string | undefined;
}

export interface CheckedFile {
  readonly absolutePath: string;
  /** Relative to the folder that the command runs in, with forward slashes; absolute outside of it. */
  readonly path: string;
  readonly items: number;
  /** In file order. */
  readonly findings: readonly Finding[];
  /** How many findings a baseline kept back. */
  readonly frozen?: number;
  /** Counted where it was asked for. */
  readonly quality?: Quality;
}

export interface Quality {
  readonly stats: QualityStats;
  /** What changed since a revision of git, as it was named. */
  readonly trend?: { readonly since: string; readonly changes: QualityTrend };
}

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** The colour of each severity. */
export const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'quiet',
};

/** How many findings there are of each severity. */
export function countBySeverity(files: readonly CheckedFile[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of files) for (const finding of file.findings) counts[finding.severity] += 1;
  return counts;
}
