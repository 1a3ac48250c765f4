/** `refinery release-notes`. */
import { notesMarkdown, releaseNotes as notes } from '../../core/commits/answers/releaseNotes.ts';
import { tryGit } from '../../core/commits/git/ask.ts';
import { EXIT } from '../command.ts';
import { commitJson } from './commitJson.ts';
import { type OpenGit, openGit, rangeOf } from './openGit.ts';
import { onManyLines } from '../textWidth.ts';
import { UsageError } from '../usageError.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';

export async function writeNotes(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.operands.length > 0)
    throw new UsageError('release-notes takes no ids; a range stands behind --range.');
  const git = await openGit(args.value('file'), terminal);
  const range = args.value('range');
  const inRange = range === undefined ? await sinceLastTag(git) : await rangeOf(git, range);
  const epics = await notes(git, git.named, inRange);
  if (args.value('format') === 'json') {
    const value = epics.map(({ epic, stories }) => ({
      epic: epic === undefined ? null : { id: epic.item.id ?? null, title: epic.item.title ?? '' },
      stories: stories.map(({ target, commits, people }) => ({
        id: target.item.id ?? null,
        title: target.item.title ?? '',
        people,
        commits: commits.map((commit) => commitJson(commit, git.host, terminal.cwd)),
      })),
    }));
    terminal.write(`${JSON.stringify({ version: 1, epics: value }, undefined, 2)}\n`);
  } else terminal.write(onManyLines(notesMarkdown(epics)));
  return EXIT.ok;
}

async function sinceLastTag(git: OpenGit): Promise<(repository: string, id: string) => boolean> {
  const inside: ((repository: string, id: string) => boolean)[] = [];
  for (const located of git.repositories) {
    const folder = located.view.repository.place.top;
    const tag = (
      await tryGit(git.host, { folder, args: ['describe', '--tags', '--abbrev=0', 'HEAD'] })
    )?.trim();
    const range = tag === undefined || tag === '' ? undefined : `refs/tags/${tag}..HEAD`;
    const inRange = await rangeOf({ ...git, repositories: [located] }, range);
    inside.push((repository, id) => repository === located.uri && inRange(repository, id));
  }
  return (repository, id) => inside.some((inRange) => inRange(repository, id));
}
