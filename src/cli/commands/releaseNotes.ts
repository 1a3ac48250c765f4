import type { Command } from '../command.ts';
import { FILE_OPTION } from '../options.ts';

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
    const { writeNotes } = await import('../git/writeNotes.ts');
    return writeNotes(args, terminal);
  },
};
