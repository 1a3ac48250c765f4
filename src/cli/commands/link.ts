import type { Command } from '../command.ts';
import { FILE_OPTION } from '../options.ts';

export const link: Command = {
  name: 'link',
  operands: 'ID…',
  summary: 'Name stories in a commit message, as trailers at its end',
  details: `
With --amend the last commit of this repository gets the trailers; what is staged stays staged. Without it, a message
is read from standard input and written to standard output. A message that names them already stays as it is.`,
  examples: ['refinery link FN-12 --amend', 'refinery link FN-12 FN-14 < message > linked'],
  options: { amend: { help: 'change the message of the last commit' }, ...FILE_OPTION },

  async run(args, terminal) {
    const { linkCommit } = await import('../git/linkCommit.ts');
    return linkCommit(args, terminal);
  },
};
