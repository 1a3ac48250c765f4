import type { Item } from '../../core/backlog/item.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { FILE_OPTION, FORMAT_OPTION } from '../options.ts';
import { KIND_LINE } from '../itemKinds.ts';
import { itemValue } from '../itemValue.ts';
import { FILTER_OPTIONS, filteredItems } from '../listFilter.ts';
import { askLists } from '../listing.ts';
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
    terminal.write(
      askLists(text, (source) => {
        const items = filteredItems(source, args);
        return args.value('format') === 'json' ? asJson(items, source) : asText(items, source, terminal);
      }),
    );
    return EXIT.ok;
  },
};

/** One item on each line, so that the answer can also be read line by line. */
function asJson(items: Iterable<Item>, source: ItemSource): string {
  const lines: string[] = [];
  for (const item of items) lines.push(`    ${JSON.stringify(itemValue(item, source))}`);
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "items": ${body}\n}\n`;
}

const STATUS_COLUMN = 1;

function asText(items: Iterable<Item>, source: ItemSource, terminal: Terminal): string {
  const paint = painter(terminal.colors);
  const { config } = source;
  const done = new Set([...config.done, ...config.dropped]);
  const rows: string[][] = [];
  // The items themselves are let go one by one: of ten thousand, keeping them would take longer than reading them.
  for (const item of items) {
    rows.push([
      item.id ?? '',
      item.status ?? '',
      item.estimate ?? '',
      item.assignees.length === 0 ? '' : item.assignees.join(', '),
      item.type === undefined || item.type === 'story' ? '' : item.type,
      item.blocked ? 'blocked' : '',
      item.title ?? '',
    ]);
  }
  const quietWhenDone = (cell: string, row: number): string =>
    done.has(rows[row]?.[STATUS_COLUMN] ?? '') ? paint('quiet', cell) : cell;
  return table(
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
  );
}
