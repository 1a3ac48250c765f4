import { HostError } from '../node/hostError.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands/allCommands.ts';
import { didYouMean } from './didYouMean.ts';
import { commandHelp, overview } from './help.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';
import { VERSION } from './version.ts';

/** Runs the command line with the words that were typed behind `refinery`. Returns the exit code, never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (error instanceof UsageError || error instanceof HostError) terminal.warn(error.message);
    else terminal.warn(`Something in refinery itself went wrong: ${stackOf(error)}`);
    return EXIT.failed;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = words;
  switch (first) {
    case undefined:
    case '--help':
    case '-h':
      terminal.write(overview(COMMANDS, VERSION));
      return EXIT.ok;
    case '--version':
    case '-V':
    case 'version':
      terminal.write(`${VERSION}\n`);
      return EXIT.ok;
    case 'help':
      terminal.write(rest[0] === undefined ? overview(COMMANDS, VERSION) : commandHelp(commandOf(rest[0])));
      return EXIT.ok;
    default:
  }
  const command = commandOf(first);
  if (asksForHelp(rest)) {
    terminal.write(commandHelp(command));
    return EXIT.ok;
  }
  return command.run(readArguments(rest, command.options), terminal);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function commandOf(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command !== undefined) return command;
  const names = [...COMMANDS.map((known) => known.name), 'help'];
  const what = name.startsWith('-') ? 'option' : 'command';
  throw new UsageError(
    `Unknown ${what} "${name}".${didYouMean(name, names)} "refinery help" lists the commands.`,
  );
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
