import { notesMarkdown, releaseNotes as notes } from '../../core/commits/answers/releaseNotes.ts';
import { tryGit } from '../../core/commits/git/ask.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { commitJson } from '../git/commitJson.ts';
import { type OpenGit, openGit, rangeOf } from '../git/openGit.ts';
import { FILE_OPTION } from '../options.ts';
import { onManyLines } from '../textWidth.ts';
import { UsageError } from '../usageError.ts';

export const releaseNotes: Command = {
  name: 'release-notes',
  operands: '',
  summary: 'Write what was done in a range of commits: finished stories by epic, with commits and people',
  details: `
Without --range the commits since the last tag count, in each repository; all of them where there is no tag. Stories
and epics that are private are left out.`,
  examples: [
    'refinery release-notes',
    'refinery release-notes --range v1.0..v1.1',
    'refinery release-notes --format json',
  ],
  options: {
    range: { value: 'A..B', help: 'commits of this range, as git understands it' },
    format: { value: 'FORMAT', choices: ['markdown', 'json'], help: 'markdown (default) or json' },
    ...FILE_OPTION,
  },

  async run(args, terminal) {
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
  },
};

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
