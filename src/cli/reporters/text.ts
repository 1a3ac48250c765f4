import type { Severity } from '../../core/backlog/problem.ts';
import { painter } from '../style.ts';
import type { Paint, Style } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { countBySeverity, SEVERITIES } from './report.ts';
import type { CheckedFile } from './report.ts';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'quiet',
};

const PLURALS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

/** The findings for a person: one line each, with a place that a terminal can open, and a count at the end. */
export function textReport(files: readonly CheckedFile[], terminal: Terminal): string {
  const paint = painter(terminal.colors);
  const parts = files.filter((file) => file.findings.length > 0).map((file) => fileReport(file, paint));
  return [...parts, summary(files, paint)].join('\n');
}

function fileReport({ path, findings }: CheckedFile, paint: Paint): string {
  const rows = findings.map(({ rule, severity, message, range, item }) => [
    `${path}:${range.start.line + 1}:${range.start.character + 1}`,
    severity,
    item ?? '',
    `${message}  ${rule}`,
  ]);
  return table(
    rows,
    [
      {},
      { paint: (cell, row) => paint(STYLES[findings[row]?.severity ?? 'error'], cell) },
      { paint: (cell) => paint('strong', cell) },
      {
        paint: (cell, row) => {
          const rule = findings[row]?.rule ?? '';
          return cell.slice(0, cell.length - rule.length) + paint('quiet', rule);
        },
      },
    ],
    undefined,
  );
}

function summary(files: readonly CheckedFile[], paint: Paint): string {
  const counts = countBySeverity(files);
  const items = files.reduce((sum, file) => sum + file.items, 0);
  const looked = `${counted(items, ['item', 'items'])} in ${counted(files.length, ['file', 'files'])}`;
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    paint(STYLES[severity], counted(counts[severity], PLURALS[severity])),
  );
  return found.length === 0
    ? `${paint('good', 'No problems')} in ${looked}.\n`
    : `${found.join(', ')}; ${looked} checked.\n`;
}

function counted(count: number, [one, many]: readonly [string, string]): string {
  return `${count} ${count === 1 ? one : many}`;
}
