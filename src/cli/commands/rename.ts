import { RENAME_KINDS, type RenameKind } from '../../core/operations/operation.ts';
import { applyOperation, onNewestText } from '../applyOperation.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { didYouMean } from '../didYouMean.ts';
import { openBacklog } from '../openBacklog.ts';
import { FILE_OPTION } from '../options.ts';
import { UsageError } from '../usageError.ts';

export const rename: Command = {
  name: 'rename',
  operands: 'KIND OLD NEW',
  summary: 'Give something another name, wherever the backlog names it',
  details: `
KIND is one of ${RENAME_KINDS.slice(0, 8).join(', ')},
${RENAME_KINDS.slice(8).join(', ')}.
A role is what stories call a persona: it is changed in the persona's name and in the sentences whose role it is. A
story or an epic keeps its old id in \`was\`, so that commits keep their links. Words in titles, texts and comments stay.`,
  examples: [
    'refinery rename person ana ana-lima',
    'refinery rename label sync synchronisation',
    'refinery rename role "field biologist" ornithologist',
  ],
  options: { ...FILE_OPTION },

  run(args, terminal) {
    const [kind, from, to, ...more] = args.operands;
    if (kind === undefined || from === undefined || to === undefined || more.length > 0)
      throw new UsageError(
        'rename needs a kind, the old name and the new one: refinery rename person ana eva.',
      );
    return onNewestText(() => {
      const open = openBacklog(args.value('file'), terminal);
      const { edits } = applyOperation(open, { type: 'rename', what: kindOf(kind), from, to });
      const places = edits.length === 1 ? 'one place' : `${edits.length} places`;
      terminal.write(
        edits.length === 0 ? `${from} is called that already.\n` : `Changed ${places} in ${open.path}.\n`,
      );
      return EXIT.ok;
    });
  },
};

function kindOf(word: string): RenameKind {
  const kind = RENAME_KINDS.find((each) => each === word);
  if (kind !== undefined) return kind;
  throw new UsageError(`"${word}" is no kind of name.${didYouMean(word, RENAME_KINDS)}`);
}
