import { countBySeverity } from './report.ts';
import type { CheckedFile, Quality } from './report.ts';

/** The findings for programs. Lines and UTF-16 characters count from 0, as editors and language servers count. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const report = {
    version: 1,
    files: files.map((file) => ({
      path: file.path,
      diagnostics: file.findings.map(({ rule, severity, message, range, item }) => ({
        rule,
        severity,
        message,
        range,
        item: item ?? null,
      })),
      ...(file.frozen === undefined ? {} : { frozen: file.frozen }),
      ...(file.quality === undefined ? {} : qualityOf(file.quality)),
    })),
    summary: {
      files: files.length,
      items: files.reduce((sum, file) => sum + file.items, 0),
      ...countBySeverity(files),
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function qualityOf({ stats, trend }: Quality): object {
  return { stats, ...(trend === undefined ? {} : { trend: { since: trend.since, ...trend.changes } }) };
}
