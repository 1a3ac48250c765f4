import type { Command } from './command.ts';
import type { Option } from './options.ts';
import { table } from './table.ts';

/** The overview that `refinery` and `refinery help` print. */
export function overview(commands: readonly Command[], version: string): string {
  const rows = commands.map((command) => [`  ${command.name}`, command.summary]);
  return `Refinery ${version}: the product backlog beside the code, in one YAML file.

Usage: refinery COMMAND [OPTIONS]

${table(rows, [{}, {}], undefined)}
Each command finds the backlog like git finds its repository: in this folder or the nearest one above it.
"refinery COMMAND --help" says more about a command. "refinery --version" prints the version.
`;
}

/** What `refinery COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = { ...command.options, help: { short: 'h', help: 'print this help' } };
  const rows = Object.entries(options).map(([name, option]) => [
    `  ${optionForm(name, option)}`,
    option.help,
  ]);
  const parts = [
    `Usage: refinery ${[command.name, command.operands, '[OPTIONS]'].filter(Boolean).join(' ')}\n`,
    `${command.summary}.\n${command.details === undefined ? '' : `\n${command.details.trim()}\n`}`,
    `Options:\n${table(rows, [{}, {}], undefined)}`,
    `Examples:\n${command.examples.map((example) => `  ${example}\n`).join('')}`,
  ];
  return parts.join('\n');
}

function optionForm(name: string, option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
}
