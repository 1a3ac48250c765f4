import type { Severity } from '../../core/backlog/problem.ts';
import { painter } from '../style.ts';
import type { Paint } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { countBySeverity, SEVERITIES, SEVERITY_STYLES } from './report.ts';
import type { CheckedFile } from './report.ts';

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
      { paint: (cell, row) => paint(SEVERITY_STYLES[findings[row]?.severity ?? 'error'], cell) },
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
    paint(SEVERITY_STYLES[severity], counted(counts[severity], PLURALS[severity])),
  );
  const frozen = files.reduce((sum, file) => sum + (file.frozen ?? 0), 0);
  const kept = frozen === 0 ? '' : ` ${frozen} of before are frozen.`;
  return found.length === 0
    ? `${paint('good', frozen === 0 ? 'No problems' : 'No new problems')} in ${looked}.${kept}\n`
    : `${found.join(', ')}; ${looked} checked.${kept}\n`;
}

function counted(count: number, [one, many]: readonly [string, string]): string {
  return `${count} ${count === 1 ? one : many}`;
}
