import type { Command } from '../command.ts';
import { FILE_OPTION, FORMAT_OPTION } from '../options.ts';

export const commits: Command = {
  name: 'commits',
  operands: '[ID]',
  summary: 'Show which commits belong to an item, or which items each commit names',
  details: `
Commits are looked for in every repository of product.repositories. Of an item its branches, people and tags are
shown too. The strength says how a commit names an item: trailer, subject, mention or branch; "?" marks an id that
two items bore, where it can't be told which is meant.`,
  examples: [
    'refinery commits FN-12',
    'refinery commits --range v1.0..HEAD',
    'refinery commits FN-12 --format json',
  ],
  options: {
    range: { value: 'A..B', help: 'only commits of this range, as git understands it' },
    limit: { value: 'NUMBER', help: 'at most so many commits' },
    ...FORMAT_OPTION,
    ...FILE_OPTION,
  },

  async run(args, terminal) {
    const { showCommits } = await import('../git/showCommits.ts');
    return showCommits(args, terminal);
  },
};
