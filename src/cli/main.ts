import { run } from './run.ts';
import { wantsColors } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { onOneLine } from './textWidth.ts';

/** The process as a terminal: everything is written before it ends, also through a pipe that is read slowly. */
function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endQuietlyWhenNobodyReads);
  return {
    cwd: process.cwd(),
    write: (text) => void stdout.write(text),
    warn: (line) => void stderr.write(`refinery: ${line.includes('\n    at ') ? line : onOneLine(line)}\n`),
    colors: wantsColors(stdout.isTTY, process.env),
    columns: stdout.isTTY ? stdout.columns : undefined,
  };
}

/** `refinery list | head` closes the pipe early, which is no error. */
function endQuietlyWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
