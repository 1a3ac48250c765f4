import path from 'node:path';
import { Backlog, type LocatedProblem } from '../../core/backlog/backlog.ts';
import type { Severity } from '../../core/backlog/problem.ts';
import { freeze, notFrozen } from '../../core/quality/baseline.ts';
import { qualityOf } from '../../core/quality/stats.ts';
import { findBacklog, findBelow, findUpwards, isFolder } from '../../node/findBacklog.ts';
import { HostError } from '../../node/hostError.ts';
import { readBacklogFile } from '../../node/readBacklogFile.ts';
import type { Arguments } from '../arguments.ts';
import { baselinePath, readBaseline, writeBaseline } from '../baselineFile.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { shownPath } from '../openBacklog.ts';
import { githubReport } from '../reporters/github.ts';
import { jsonReport } from '../reporters/json.ts';
import { countBySeverity, SEVERITIES } from '../reporters/report.ts';
import type { CheckedFile, Finding } from '../reporters/report.ts';
import { sarifReport } from '../reporters/sarif.ts';
import { statsReport } from '../reporters/stats.ts';
import { textReport } from '../reporters/text.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import { HOMEPAGE, VERSION } from '../version.ts';

export const check: Command = {
  name: 'check',
  operands: '[PATH…]',
  summary: 'Judge backlogs as the editor does',
  details: `
A PATH is a backlog file, or a folder in which all backlogs are checked. Without one, the backlog of this folder
is checked. The exit code is 0 where nothing is found, 1 where something is found that --fail-on counts, and 2
where a file could not be checked.
With --git, commits that name no story and finished stories without commits are listed instead. With --commits,
each commit of a range in the repository of this folder has to name a story that is there; merges and what the
backlog's commits.exempt says need none. What --git lists makes the exit
code 1 only with --fail-on.`,
  examples: [
    'refinery check',
    'refinery check . --fail-on warning',
    'refinery check --format sarif > refinery.sarif',
    'refinery check --format github',
    'refinery check --git',
    'refinery check --commits origin/main..HEAD',
    'refinery check --baseline --fail-on warning',
    'refinery check --stats --since v1.4',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'github', 'sarif'],
      help: 'text (default), json, github or sarif',
    },
    'fail-on': {
      value: 'SEVERITY',
      choices: SEVERITIES,
      help: 'the least finding that makes the exit code 1: error (default), warning, information or hint',
    },
    git: { help: 'commits without a story, and finished stories without a commit' },
    commits: { value: 'A..B', help: 'whether each commit of this range names a story' },
    baseline: {
      help: 'leave out what was found before, in items that are as they were; made where there is none',
    },
    freeze: { help: 'make the baseline anew from what is found now' },
    stats: { help: 'count findings by rule and stories by readiness instead of listing findings' },
    since: { value: 'REV', help: 'with --stats: what changed since this revision of git' },
  },

  async run(args, terminal) {
    const range = args.value('commits');
    if (range !== undefined || args.has('git')) return checkAgainstGit(range, args, terminal);
    if (args.value('since') !== undefined && !args.has('stats'))
      throw new UsageError('--since compares statistics: give --stats as well.');
    const { paths, failed } = await pathsToCheck(args.operands, terminal);
    const files: CheckedFile[] = [];
    let unread = failed;
    for (const file of paths) {
      try {
        const checked = checkFile(file, args, terminal);
        const since = args.value('since');
        files.push(since === undefined ? checked : await compared(checked, since));
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        terminal.warn(error.message);
        unread = true;
      }
    }
    if (files.length > 0) terminal.write(report(files, args, terminal));
    if (unread) return EXIT.failed;
    return failsOn(files, args) ? EXIT.findings : EXIT.ok;
  },
};

async function checkAgainstGit(
  range: string | undefined,
  args: Arguments,
  terminal: Terminal,
): Promise<number> {
  const [start, ...more] = args.operands;
  const format = args.value('format');
  if (more.length > 0) throw new UsageError('--git and --commits check one backlog at a time.');
  if (range !== undefined && args.has('git'))
    throw new UsageError('--git and --commits are two checks; give one.');
  if (format !== undefined && format !== 'text' && format !== 'json')
    throw new UsageError(`--git and --commits print text or json, not ${format}.`);
  if (range !== undefined) {
    const { checkCommits } = await import('../git/checkCommits.ts');
    return checkCommits(range, start, format, terminal);
  }
  const { checkGit } = await import('../git/checkGit.ts');
  return checkGit(start, { format, strict: args.value('fail-on') !== undefined }, terminal);
}

interface PathsToCheck {
  readonly paths: readonly string[];
  /** True where a path that was asked for can't be checked; said already. */
  readonly failed: boolean;
}

async function pathsToCheck(operands: readonly string[], terminal: Terminal): Promise<PathsToCheck> {
  if (operands.length === 0) return { paths: [findBacklog(terminal.cwd)], failed: false };
  const found = new Set<string>();
  let failed = false;
  for (const operand of operands) {
    try {
      for (const file of await filesOf(path.resolve(terminal.cwd, operand))) found.add(file);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      terminal.warn(error.message);
      failed = true;
    }
  }
  return { paths: [...found], failed };
}

/** A file is itself. A folder is all backlogs below it; where there are none, the one of the folders above. */
async function filesOf(target: string): Promise<readonly string[]> {
  if (!isFolder(target)) return [target];
  const below = await findBelow(target);
  if (below.length > 0) return below;
  const above = findUpwards(target);
  if (above !== undefined) return [above];
  throw new HostError(`No backlog.yaml in ${target}, below it or in a folder above it.`);
}

function checkFile(file: string, args: Arguments, terminal: Terminal): CheckedFile {
  const { text, invalidAt } = readBacklogFile(file);
  const backlog = Backlog.read(text).finish();
  const { source } = backlog;
  const problems = backlog.problems();
  const shown =
    args.has('baseline') || args.has('freeze') ? unfrozen(file, backlog, args, terminal) : problems;
  const findings: Finding[] = shown.map(({ index, problem, item }) => ({
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    range: { start: source.positionIn(index, problem.start), end: source.positionIn(index, problem.end) },
    item: item?.id,
  }));
  if (invalidAt !== undefined) {
    findings.unshift({
      rule: 'file/encoding',
      severity: 'error',
      message: 'The file is not UTF-8: this character and maybe others can’t be read. Save it as UTF-8.',
      range: { start: source.positionAt(invalidAt), end: source.positionAt(invalidAt + 1) },
      item: backlog.itemAt(invalidAt)?.id,
    });
  }
  const frozen = problems.length - shown.length;
  return {
    absolutePath: file,
    path: shownPath(file, terminal.cwd),
    items: backlog.items.length,
    findings: findings.sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    ),
    ...(frozen === 0 ? {} : { frozen }),
    ...(args.has('stats') ? { quality: { stats: qualityOf(backlog) } } : {}),
  };
}

/** The same with what changed since a revision of git. */
async function compared(file: CheckedFile, since: string): Promise<CheckedFile> {
  if (file.quality === undefined) return file;
  const { trendSince } = await import('../git/trendSince.ts');
  const { stats } = file.quality;
  const changes = await trendSince(file.absolutePath, since, stats);
  return { ...file, quality: { stats, trend: { since, changes } } };
}

/** What is found and was not before the baseline was made, which is now where there is none. */
function unfrozen(
  file: string,
  backlog: Backlog,
  args: Arguments,
  terminal: Terminal,
): readonly LocatedProblem[] {
  const target = baselinePath(file);
  let baseline = args.has('freeze') ? undefined : readBaseline(target);
  if (baseline === undefined) {
    baseline = freeze(backlog);
    writeBaseline(target, baseline);
    terminal.warn(
      `${shownPath(target, terminal.cwd)} now holds what is found in ${baseline.items.size === 1 ? '1 item' : `${baseline.items.size} items`}: commit it, and only items that change are judged.`,
    );
  }
  return notFrozen(baseline, backlog.problems());
}

function report(files: readonly CheckedFile[], args: Arguments, terminal: Terminal): string {
  if (args.has('stats') && (args.value('format') ?? 'text') === 'text') return statsReport(files, terminal);
  switch (args.value('format')) {
    case 'json':
      return jsonReport(files);
    case 'github':
      return githubReport(files);
    case 'sarif':
      return sarifReport(files, { version: VERSION, informationUri: HOMEPAGE, root: terminal.cwd });
    case undefined:
    case 'text':
      return textReport(files, terminal);
    default:
      throw new UsageError(`Unknown format "${args.value('format') ?? ''}".`);
  }
}

function failsOn(files: readonly CheckedFile[], args: Arguments): boolean {
  const least = (args.value('fail-on') ?? 'error') as Severity;
  const counts = countBySeverity(files);
  return SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1).some((severity) => counts[severity] > 0);
}
