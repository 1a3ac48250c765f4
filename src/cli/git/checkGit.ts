/** `check --git`: commits that name no story, and finished stories that no commit names. */
import { doneWithoutCommits, unlinkedCommits } from '../../core/commits/answers/unlinked.ts';
import { EXIT } from '../command.ts';
import { painter } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { commitJson } from './commitJson.ts';
import { openGit } from './openGit.ts';

/** How many commits a person is shown. */
const SHOWN = 50;

/** Prints both lists. The exit code is 1 where one of them holds something and `strict` is set. */
export async function checkGit(
  start: string | undefined,
  { format, strict }: { readonly format: string | undefined; readonly strict: boolean },
  terminal: Terminal,
): Promise<number> {
  const git = await openGit(start, terminal);
  const asJson = format === 'json';
  const { commits, total } = unlinkedCommits(git, git.named, asJson ? Infinity : SHOWN);
  const stories = doneWithoutCommits(git, git.named);
  if (asJson) {
    const value = {
      version: 1,
      commits: commits.map((commit) => commitJson(commit, git.host, terminal.cwd)),
      stories: stories.map(({ item }) => ({
        id: item.id ?? null,
        title: item.title ?? '',
        status: item.status ?? null,
      })),
      summary: { commits: total, stories: stories.length },
    };
    terminal.write(`${JSON.stringify(value, undefined, 2)}\n`);
  } else {
    const paint = painter(terminal.colors);
    const strong = { paint: (cell: string) => paint('strong', cell) };
    const parts: string[] = [];
    if (total > 0) {
      const more = total > commits.length ? ` (the newest ${commits.length} of ${total})` : '';
      const rows = commits.map(({ id, person, author, subject }) => [
        `  ${id.slice(0, 8)}`,
        person ?? author,
        subject,
      ]);
      parts.push(`Commits that name no story${more}:\n${table(rows, [strong, {}, {}], terminal.columns)}`);
    }
    if (stories.length > 0) {
      const rows = stories.map(({ item }) => [`  ${item.id ?? ''}`, item.title ?? '']);
      parts.push(`Finished stories that no commit names:\n${table(rows, [strong, {}], terminal.columns)}`);
    }
    terminal.write(
      parts.length === 0
        ? 'Every commit names a story, and every finished story has commits.\n'
        : parts.join('\n'),
    );
  }
  return strict && (total > 0 || stories.length > 0) ? EXIT.findings : EXIT.ok;
}
