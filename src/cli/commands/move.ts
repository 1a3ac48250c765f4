import { applyOperation, onNewestText } from '../applyOperation.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { FILE_OPTION, KIND_OPTION } from '../options.ts';
import { itemById, openBacklog } from '../openBacklog.ts';
import { PLACE_OPTIONS, placeFrom } from '../place.ts';
import { UsageError } from '../usageError.ts';

export const move: Command = {
  name: 'move',
  operands: 'ID…',
  summary: 'Change the rank of items: the first story is the most important one',
  details: `
Several items keep their order among themselves. An item's comments go with it.`,
  examples: ['refinery move FN-12 --before FN-9', 'refinery move FN-12 FN-14 --top'],
  options: { ...PLACE_OPTIONS, ...KIND_OPTION, ...FILE_OPTION },

  run(args, terminal) {
    const ids = [...new Set(args.operands)];
    if (ids.length === 0) throw new UsageError('move needs the id of an item: refinery move FN-12 --top.');
    if (placeFrom(args) === undefined) {
      throw new UsageError('move needs a place: --before ID, --after ID, --top or --bottom.');
    }
    return onNewestText(() => {
      const open = openBacklog(args.value('file'), terminal);
      const items = ids.map((id) => itemById(open.backlog, id, args.value('kind')));
      const place = placeFrom(args, items[0]?.list) ?? { at: 'top' };
      const neighbour = args.value('before') ?? args.value('after');
      if (neighbour !== undefined) itemById(open.backlog, neighbour, args.value('kind'));
      const { edits } = applyOperation(open, {
        type: 'move',
        items: items.map((item) => open.backlog.address(item)),
        place,
      });
      const named = ids.join(', ');
      const stays = ids.length === 1 ? 'is' : 'are';
      terminal.write(
        edits.length === 0 ? `${named} ${stays} there already.\n` : `Moved ${named} in ${open.path}.\n`,
      );
      return EXIT.ok;
    });
  },
};
