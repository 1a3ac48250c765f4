import { today } from '../node/clock.ts';
import { asHostError } from '../node/hostError.ts';
import { EXIT } from './command.ts';
import { run } from './run.ts';
import { wantsColors } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { asWarning } from './warning.ts';

/** The process as a terminal: everything is written before it ends, also through a pipe that is read slowly. */
function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  stdout.on('error', endWhenNothingCanBeWritten);
  stderr.on('error', () => process.exit());
  return {
    cwd: process.cwd(),
    write: (text) => void stdout.write(text),
    warn: (line) => void stderr.write(asWarning(line)),
    colors: wantsColors(stdout.isTTY, process.env),
    // Some terminals say that they have no columns at all.
    columns: stdout.isTTY && stdout.columns > 0 ? stdout.columns : undefined,
    today,
  };
}

/** `refinery list | head` closes the pipe early, which is no error. A full disk behind `>` is one. */
function endWhenNothingCanBeWritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.exitCode = EXIT.failed;
  process.stderr.write(`refinery: ${asHostError(error, 'write the output').message}\n`, () => process.exit());
}

void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode ??= code;
});
