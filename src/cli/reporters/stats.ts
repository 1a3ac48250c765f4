import type { QualityStats, Readiness } from '../../core/quality/stats.ts';
import { READINESS } from '../../core/quality/stats.ts';
import type { Change, QualityTrend } from '../../core/quality/trend.ts';
import { painter } from '../style.ts';
import type { Paint } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { countBySeverity, SEVERITIES, SEVERITY_STYLES } from './report.ts';
import type { CheckedFile, Quality } from './report.ts';

const READINESS_WORDS: Readonly<Record<Readiness, string>> = {
  ready: 'has all that is wanted, and nothing is wrong with it',
  findings: 'has all that is wanted, with errors or warnings',
  incomplete: 'called ready or further, but lacks something',
  idea: 'not called ready yet',
  done: 'finished',
  dropped: 'decided against',
};

/** How well each backlog is written, for a person: findings by rule, stories by readiness, and what changed. */
export function statsReport(files: readonly CheckedFile[], terminal: Terminal): string {
  const paint = painter(terminal.colors);
  return files
    .flatMap((file) => (file.quality === undefined ? [] : [fileStats(file, file.quality, paint)]))
    .join('\n');
}

function fileStats(file: CheckedFile, { stats, trend }: Quality, paint: Paint): string {
  const since = trend === undefined ? '' : `, since ${trend.since}`;
  const parts = [
    `${paint('strong', file.path)}: ${stats.stories} stories${since}\n`,
    `\n${paint('strong', 'Findings by rule')}\n`,
    stats.rules.length === 0 && trend === undefined ? '  none\n' : rules(stats, trend?.changes, paint),
    `\n${paint('strong', 'Stories by readiness')}\n`,
    readiness(stats, trend?.changes, paint),
    ...lacking(stats),
    `\n${rate(file, stats, trend?.changes)}\n`,
  ];
  return parts.join('');
}

function rules(stats: QualityStats, trend: QualityTrend | undefined, paint: Paint): string {
  const changed = new Map(trend?.rules.map((change) => [change.rule, change]));
  const silent = (trend?.rules ?? []).filter(({ after }) => after === 0);
  const shown = [...stats.rules, ...silent.map(({ rule, severity }) => ({ rule, severity, count: 0 }))];
  const rows = shown.map(({ rule, severity, count }) => [
    `  ${String(count)}`,
    difference(changed.get(rule)),
    severity,
    rule,
  ]);
  return table(
    rows,
    [
      { align: 'right' },
      { align: 'right' },
      { paint: (cell, row) => paint(SEVERITY_STYLES[shown[row]?.severity ?? 'hint'], cell) },
      {},
    ],
    undefined,
  );
}

function readiness(stats: QualityStats, trend: QualityTrend | undefined, paint: Paint): string {
  const changed = new Map(trend?.readiness.map((change) => [change.is, change]));
  const rows = READINESS.map((is) => [
    `  ${String(stats.readiness[is])}`,
    difference(changed.get(is)),
    is,
    READINESS_WORDS[is],
  ]);
  const columns = [
    { align: 'right' as const },
    { align: 'right' as const },
    {},
    { paint: (cell: string) => paint('quiet', cell) },
  ];
  return table(rows, columns, undefined);
}

function lacking({ lacks }: QualityStats): readonly string[] {
  if (lacks.length === 0) return [];
  return [`\nLacking: ${lacks.map(({ field, count }) => `${field} ${count}`).join(', ')}\n`];
}

function rate(file: CheckedFile, stats: QualityStats, trend: QualityTrend | undefined): string {
  const counts = countBySeverity([file]);
  const all = SEVERITIES.map((severity) => `${counts[severity]} ${severity}`).join(', ');
  const before = trend === undefined ? '' : ` (was ${trend.per100.before.toFixed(1)})`;
  return `${all}; ${stats.per100.toFixed(1)}${before} errors and warnings for 100 stories that are judged.`;
}

function difference(change: Change | undefined): string {
  if (change === undefined) return '';
  const by = change.after - change.before;
  return by > 0 ? `+${by}` : String(by);
}
