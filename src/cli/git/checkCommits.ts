/** `check --commits A..B`: each commit of a range names a story that is there. For CI. */
import { checkMessage, needsNoStory } from '../../core/commits/checkMessage.ts';
import { Directory } from '../../core/commits/directory.ts';
import { askGit, GitRefusal } from '../../core/commits/git/ask.ts';
import { findRepository } from '../../core/commits/git/repository.ts';
import { LOG_FORMAT, LogReader } from '../../core/commits/index/logReader.ts';
import { subjectOf } from '../../core/commits/message.ts';
import { HostError } from '../../node/hostError.ts';
import { EXIT } from '../command.ts';
import { openBacklog } from '../openBacklog.ts';
import { painter } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { gitHost } from './openGit.ts';

interface ReadCommit {
  readonly id: string;
  readonly parents: number;
  /** Name and address. */
  readonly author: readonly string[];
  readonly message: string;
}

interface CheckedCommit {
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  /** What is wrong, in one sentence; undefined where nothing is. */
  readonly problem: string | undefined;
  readonly exempt: boolean;
}

/** Checks the commits of the repository in the current folder, and gives the exit code. */
export async function checkCommits(
  range: string,
  start: string | undefined,
  format: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const { backlog, path } = openBacklog(start, terminal);
  const settings = backlog.config.commits;
  const directory = new Directory([{ uri: '', backlog }]);
  const checked = (await commitsIn(range, terminal)).map((commit): CheckedCommit => {
    const [author = '', email = ''] = commit.author;
    const subject = subjectOf(commit.message);
    const exempt = needsNoStory({ subject, author, email, parents: commit.parents }, settings);
    const { unknown, named } = checkMessage(commit.message, directory, settings);
    const problem =
      unknown.length > 0
        ? `names ${unknown.join(', ')}, which ${unknown.length === 1 ? 'is' : 'are'} not in ${path}`
        : named.length === 0 && !exempt
          ? 'names no story'
          : undefined;
    return { id: commit.id, subject, author, problem, exempt };
  });
  const bad = checked.filter(({ problem }) => problem !== undefined);
  terminal.write(format === 'json' ? asJson(checked) : asText(checked, bad, terminal));
  return bad.length > 0 ? EXIT.findings : EXIT.ok;
}

async function commitsIn(range: string, { cwd }: Terminal): Promise<readonly ReadCommit[]> {
  const host = gitHost();
  const commits: ReadCommit[] = [];
  const reader = new LogReader(host.decoder(), (commit) => {
    const parents = commit.text(commit.parents, commit.parentsEnd);
    commits.push({
      id: commit.text(commit.id, commit.idEnd),
      parents: parents === '' ? 0 : parents.split(' ').length,
      author: commit.text(commit.author, commit.authorEnd).split('\0'),
      message: commit.messageText(),
    });
  });
  try {
    const { top: folder } = await findRepository(host, cwd);
    const args = [
      'log',
      '-z',
      `--format=${LOG_FORMAT}`,
      '--encoding=UTF-8',
      '--no-color',
      '--no-decorate',
      '--no-notes',
    ];
    await askGit(host, {
      folder,
      args: [...args, '--no-patch', '--no-ext-diff', '--no-textconv', '--end-of-options', range, '--'],
      onBytes: (bytes) => {
        reader.push(bytes);
      },
    });
  } catch (error) {
    if (!(error instanceof GitRefusal)) throw error;
    const hint = /unknown revision|bad revision|Invalid symmetric/i.test(error.message)
      ? ' In a shallow clone older commits are missing: fetch them first.'
      : '';
    throw new HostError(error.message + hint, { cause: error });
  }
  return commits;
}

function asJson(checked: readonly CheckedCommit[]): string {
  const commits = checked.map((commit) => ({ ...commit, problem: commit.problem ?? null }));
  const problems = checked.filter(({ problem }) => problem !== undefined).length;
  return `${JSON.stringify({ version: 1, commits, summary: { commits: checked.length, problems } }, undefined, 2)}\n`;
}

function asText(
  checked: readonly CheckedCommit[],
  bad: readonly CheckedCommit[],
  terminal: Terminal,
): string {
  const count = checked.length === 1 ? '1 commit' : `${checked.length} commits`;
  if (bad.length === 0) return `${count}, nothing to say.\n`;
  const paint = painter(terminal.colors);
  const rows = bad.map(({ id, problem, subject }) => [id.slice(0, 8), problem ?? '', subject]);
  return `${table(
    rows,
    [{ paint: (cell) => paint('strong', cell) }, { paint: (cell) => paint('error', cell) }, {}],
    terminal.columns,
  )}\n${bad.length} of ${count} ${bad.length === 1 ? 'is' : 'are'} not right.\n`;
}
