import type { Command } from '../command.ts';
import { FILE_OPTION } from '../options.ts';

export const hooks: Command = {
  name: 'hooks',
  operands: 'install|remove|status',
  summary: 'Let git name the story of the branch in each commit, and check the stories that messages name',
  details: `
Two hooks are written where git looks for them (core.hooksPath counts): prepare-commit-msg adds the story that the
branch names, commit-msg warns of stories that do not exist, or refuses the commit where the backlog says
"commits: {hook: refuse}". A hook that is there is kept and called first; remove puts it back as it was.
The hooks run refinery, or nothing at all: without it a commit goes through with one line of warning.`,
  examples: [
    'refinery hooks install --dry-run',
    'refinery hooks install',
    'refinery hooks status',
    'refinery hooks remove',
  ],
  options: { 'dry-run': { help: 'only say what would be done' }, ...FILE_OPTION },

  async run(args, terminal) {
    const { actOnHooks } = await import('../git/actOnHooks.ts');
    return actOnHooks(args, terminal);
  },
};
