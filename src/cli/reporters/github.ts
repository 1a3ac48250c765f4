import type { Severity } from '../../core/backlog/problem.ts';
import { SEVERITIES } from './report.ts';
import type { CheckedFile, Finding } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * The findings as workflow commands, which GitHub shows beside the changed lines. It shows only the first few of a
 * step, so the worst come first.
 */
export function githubReport(files: readonly CheckedFile[]): string {
  const lines: string[] = [];
  for (const severity of SEVERITIES) {
    for (const file of files) {
      for (const finding of file.findings) {
        if (finding.severity === severity) lines.push(command(file.path, finding), '\n');
      }
    }
  }
  return lines.join('');
}

function command(path: string, { rule, severity, message, range, item }: Finding): string {
  const { start, end } = range;
  const oneLine = start.line === end.line;
  const properties = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only where a finding stands on one line.
    ...(oneLine ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
    title: item === undefined ? rule : `${rule} (${item})`,
  };
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${COMMANDS[severity]} ${listed.join(',')}::${escapedData(message)}`;
}

/** What the runner undoes in the text of a command; an unescaped line break would end the command. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
