import { applyOperation, onNewestText } from '../applyOperation.ts';
import { operationsOf, readAssignment } from '../assignments.ts';
import type { Assignment } from '../assignments.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { FILE_OPTION, KIND_OPTION } from '../options.ts';
import { itemById, openBacklog } from '../openBacklog.ts';
import { UsageError } from '../usageError.ts';

export const set: Command = {
  name: 'set',
  operands: 'ID FIELD=VALUE…',
  summary: 'Change fields of an item, all or none of them',
  details: `
FIELD=VALUE sets a field; a list takes its entries separated by commas. FIELD= removes the field. FIELD+=VALUE adds
an entry to a list and FIELD-=VALUE takes one away. A dot leads into a field: score.reach=2000. Every other byte of
the file stays as it is. Where the file changed meanwhile, the change is made in what it holds now.`,
  examples: [
    'refinery set FN-12 status=doing assignee=ana',
    'refinery set FN-12 labels+=mobile labels-=sync',
    'refinery set FN-12 sprint=',
    'refinery set FN-12 blocked.why="waiting for the legal text" blocked.by=ana',
  ],
  options: { ...KIND_OPTION, ...FILE_OPTION },

  run(args, terminal) {
    const [id, ...words] = args.operands;
    if (id === undefined || words.length === 0) {
      throw new UsageError('set needs the id of an item and what to set: refinery set FN-12 status=doing.');
    }
    const assignments = words.map(assignmentOf);
    return onNewestText(() => {
      const open = openBacklog(args.value('file'), terminal);
      const item = itemById(open.backlog, id, args.value('kind'));
      const { edits } = applyOperation(open, {
        type: 'sequence',
        operations: operationsOf(assignments, open.backlog.address(item), item.list, open.backlog.config),
      });
      terminal.write(
        edits.length === 0 ? `${id} is like that already.\n` : `Changed ${id} in ${open.path}.\n`,
      );
      return EXIT.ok;
    });
  },
};

function assignmentOf(word: string): Assignment {
  const assignment = readAssignment(word);
  if (assignment !== undefined) return assignment;
  throw new UsageError(`"${word}" sets nothing; write FIELD=VALUE, in quotes where the value has spaces.`);
}
