import type { Backlog } from '../../core/backlog/backlog.ts';
import type { Item } from '../../core/backlog/item.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { FILE_OPTION, KIND_OPTION, FORMAT_OPTION } from '../options.ts';
import { itemValue } from '../itemValue.ts';
import type { Json } from '../itemValue.ts';
import { itemById, openBacklog } from '../openBacklog.ts';
import type { OpenBacklog } from '../openBacklog.ts';
import { painter } from '../style.ts';
import type { Paint } from '../style.ts';
import { onManyLines, onOneLine, padded, textWidth } from '../textWidth.ts';
import { UsageError } from '../usageError.ts';

export const show: Command = {
  name: 'show',
  operands: 'ID…',
  summary: 'Show items with all their fields and what is wrong with them',
  examples: ['refinery show FN-12', 'refinery show FN-12 FN-14 --format json'],
  options: { ...FORMAT_OPTION, ...KIND_OPTION, ...FILE_OPTION },

  run(args, terminal) {
    if (args.operands.length === 0)
      throw new UsageError('show needs the id of an item: refinery show FN-12.');
    const open = openBacklog(args.value('file'), terminal);
    const items = args.operands.map((id) => itemById(open.backlog, id, args.value('kind')));
    if (args.value('format') === 'json') {
      const values = items.map((item) => itemValue(item, open.backlog));
      terminal.write(`${JSON.stringify({ version: 1, items: values }, undefined, 2)}\n`);
    } else {
      const paint = painter(terminal.colors);
      terminal.write(items.map((item) => page(item, open, paint)).join('\n'));
    }
    return EXIT.ok;
  },
};

function page(item: Item, { backlog, path }: OpenBacklog, paint: Paint): string {
  const value = itemValue(item, backlog);
  const { line } = backlog.source.positionAt(backlog.startOf(item.slice) + item.span.start);
  const heading = [item.id, item.title].filter((part) => part !== undefined).map(onOneLine);
  const lines = [paint('strong', heading.join('  ')), paint('quiet', `${path}:${line + 1}`)];
  const fields = Object.entries(value).filter(
    ([key, field]) =>
      key !== 'id' && key !== 'title' && field !== null && !(key === 'kind' && field === 'story'),
  );
  const width = Math.min(14, Math.max(0, ...fields.map(([key]) => textWidth(onOneLine(key)))));
  for (const [key, field] of fields) {
    const name = padded(onOneLine(key), width);
    lines.push(`${paint('information', name)}  ${indented(fieldText(field), width + 2)}`);
  }
  return `${[...lines, ...problemLines(item, backlog, paint)].join('\n')}\n`;
}

function problemLines(item: Item, backlog: Backlog, paint: Paint): readonly string[] {
  const problems = backlog.finish().problemsOf(item);
  if (problems.length === 0) return [];
  return [
    '',
    ...problems.map(({ rule, severity, message }) => {
      const style = severity === 'hint' ? 'quiet' : severity;
      return `${paint(style, severity)}  ${onOneLine(message)}  ${paint('quiet', rule)}`;
    }),
  ];
}

/** A list of words on one line; longer entries on a line each. */
function fieldText(value: Json): string {
  if (!isList(value)) return entryText(value);
  const entries = value.map(entryText);
  const short = entries.every((entry) => entry.length <= 24 && !/[\s,]/.test(entry));
  return short ? entries.join(', ') : entries.map((entry) => `- ${indented(entry, 2)}`).join('\n');
}

function entryText(value: Json): string {
  if (value === null) return '–';
  if (typeof value !== 'object') return onManyLines(String(value)).trimEnd();
  if (isList(value)) return value.map((entry) => inline(entry)).join('; ');
  return Object.entries(value)
    .map(([key, part]) => `${onOneLine(key)}: ${entryText(part)}`)
    .join('\n');
}

/** What stands inside of an entry, on one line. */
function inline(value: Json): string {
  if (value === null || typeof value !== 'object') return onOneLine(String(value ?? '–'));
  if (isList(value)) return `[${value.map(inline).join(', ')}]`;
  return Object.entries(value)
    .map(([key, part]) => `${onOneLine(key)}: ${inline(part)}`)
    .join(', ');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function indented(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`);
}
