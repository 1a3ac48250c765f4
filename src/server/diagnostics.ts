/**
 * Tells the client what is wrong, pushed after every change of a file, with the version it is about. An editor shows
 * only so many markers and pays for each: the worst are sent, then those nearest to where the person works.
 */
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-protocol';
import type { Backlog, LocatedProblem } from '../core/backlog/backlog.ts';
import type { Severity } from '../core/backlog/problem.ts';
import type { KnownFile } from '../core/workspace/knownFile.ts';
import { diagnosticOf, rangeOf, SEVERITIES, SOURCE } from './convert.ts';

/** How many findings of one file are sent at most. */
export const MOST = 500;

const START = { line: 0, character: 0 };

/**
 * The diagnostics of a file as the client should see them.
 * @param withRelated whether the client shows other places that a diagnostic is about
 */
export function diagnosticsOf(file: KnownFile, withRelated: boolean): Diagnostic[] {
  const { source, backlog } = file;
  if (source === undefined) return [];
  if (backlog === undefined) return [unreadable()];
  const problems = backlog.problems();
  const shown = problems.length <= MOST ? problems : mostUrgent(problems, file.lastEdit, MOST);
  const diagnostics = shown.map((located) => {
    const diagnostic = diagnosticOf(source, located);
    const related = withRelated ? relatedOf(file.uri, backlog, located) : [];
    return related.length === 0 ? diagnostic : { ...diagnostic, relatedInformation: related };
  });
  const more = problems.length - shown.length;
  if (more > 0) diagnostics.push(information(moreWords(more, problems.length), 'backlog/more-findings'));
  return diagnostics;
}

/** The other places of a problem that are still in the file. */
function relatedOf(
  uri: string,
  backlog: Backlog,
  { problem }: LocatedProblem,
): DiagnosticRelatedInformation[] {
  return (problem.related ?? []).flatMap(({ slice, start, end, message }) => {
    if (!backlog.has(slice)) return [];
    const base = backlog.startOf(slice);
    const range = rangeOf(backlog.source, { start: base + start, end: base + end });
    return [{ location: { uri, range }, message }];
  });
}

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The worst `most` problems; of the severity that does not fit whole, those nearest to the offset. In file order. */
export function mostUrgent(
  problems: readonly LocatedProblem[],
  offset: number,
  most: number,
): readonly LocatedProblem[] {
  const bySeverity: Record<Severity, LocatedProblem[]> = {
    error: [],
    warning: [],
    information: [],
    hint: [],
  };
  for (const located of problems) bySeverity[located.problem.severity].push(located);
  const chosen: LocatedProblem[] = [];
  for (const severity of WORST_FIRST) {
    const same = bySeverity[severity];
    const room = most - chosen.length;
    chosen.push(...(same.length <= room ? same : nearest(same, offset, room)));
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** A window of the list, which is in the order of the file, around the offset. */
function nearest(
  problems: readonly LocatedProblem[],
  offset: number,
  most: number,
): readonly LocatedProblem[] {
  const at = ({ start, problem }: LocatedProblem): number => start + problem.start;
  const distance = (index: number): number => {
    const located = problems[index];
    return located === undefined ? Infinity : Math.abs(at(located) - offset);
  };
  let low = problems.findIndex((located) => at(located) >= offset);
  if (low < 0) low = problems.length;
  let high = low;
  while (high - low < most) {
    if (distance(low - 1) <= distance(high)) low--;
    else high++;
  }
  return problems.slice(low, high);
}

function moreWords(more: number, all: number): string {
  return `${more} more of ${all} findings are not shown here: fix the worst first, or run "refinery check" for all.`;
}

function information(message: string, code: string): Diagnostic {
  return {
    range: { start: START, end: START },
    severity: SEVERITIES.information,
    code,
    source: SOURCE,
    message,
  };
}

function unreadable(): Diagnostic {
  return {
    ...information(
      'Something went wrong in Refinery: this backlog could not be read. See the log for details.',
      'backlog/unread',
    ),
    severity: SEVERITIES.error,
  };
}
