import type { Item } from '../../core/backlog/item.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { FILE_OPTION, FORMAT_OPTION } from '../options.ts';
import { KIND_LINE } from '../itemKinds.ts';
import { itemValue } from '../itemValue.ts';
import { FILTER_OPTIONS, filteredItems, neededLists } from '../listFilter.ts';
import { readLists } from '../listing.ts';
import type { ItemSource } from '../listing.ts';
import { openFile } from '../openBacklog.ts';
import { painter } from '../style.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';

export const list: Command = {
  name: 'list',
  operands: '[PATH]',
  summary: 'List stories, or items of another kind, in rank order',
  details: `
Filters of different kinds narrow each other. Several values of one filter, separated by commas, widen it.
"none" finds items without: --sprint none.
${KIND_LINE}`,
  examples: [
    'refinery list',
    'refinery list --status ready,doing --assignee ana',
    'refinery list --kind epic --format json',
    'refinery list --sprint none --text "offline sync" --limit 10',
  ],
  options: { ...FILTER_OPTIONS, ...FORMAT_OPTION, ...FILE_OPTION },

  run(args, terminal) {
    const [path, ...more] = args.operands;
    if (more.length > 0)
      throw new UsageError('list takes one path at most; put words to look for behind --text.');
    const { text } = openFile(args.value('file') ?? path, terminal);
    const source = readLists(text, neededLists(args));
    const items = filteredItems(source, args);
    if (args.value('format') === 'json') writeJson(items, source, terminal);
    else writeText(items, source, terminal);
    return EXIT.ok;
  },
};

/** One item on each line, so that the answer can also be read line by line. */
function writeJson(items: readonly Item[], source: ItemSource, terminal: Terminal): void {
  const lines = items.map((item) => `    ${JSON.stringify(itemValue(item, source))}`);
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  terminal.write(`{\n  "version": 1,\n  "items": ${body}\n}\n`);
}

function writeText(items: readonly Item[], source: ItemSource, terminal: Terminal): void {
  const paint = painter(terminal.colors);
  const { config } = source;
  const done = new Set([...config.done, ...config.dropped]);
  const rows = items.map((item) => [
    item.id ?? '',
    item.status ?? '',
    item.estimate ?? '',
    item.assignees.join(', '),
    item.type === undefined || item.type === 'story' ? '' : item.type,
    item.blocked ? 'blocked' : '',
    item.title ?? '',
  ]);
  const quietWhenDone = (cell: string, row: number) =>
    done.has(items[row]?.status ?? '') ? paint('quiet', cell) : cell;
  terminal.write(
    table(
      rows,
      [
        { paint: (cell) => paint('strong', cell) },
        { paint: quietWhenDone },
        { align: 'right' },
        {},
        { paint: (cell) => paint('information', cell) },
        { paint: (cell) => paint('warning', cell) },
        { paint: quietWhenDone },
      ],
      terminal.columns,
    ),
  );
}
