/** Programs that are run from start to end, with the time that takes. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

export interface Run {
  readonly ms: number;
  readonly output: string;
}

/** Runs Node with these arguments; everything it writes is read. Rejects when it ends with a code that is not expected. */
export function runNode(
  args: readonly string[],
  { cwd, codes = [0] }: { cwd?: string; codes?: readonly number[] } = {},
): Promise<Run> {
  return runProgram(process.execPath, args, { codes, ...(cwd === undefined ? {} : { cwd }) });
}

/**
 * With `nowhere` what it writes is thrown away by the system, and the output is empty. With `low` it gives way to
 * other programs, as whatever Refinery does in the background.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  {
    cwd,
    codes = [0],
    nowhere = false,
    low = false,
  }: { cwd?: string; codes?: readonly number[]; nowhere?: boolean; low?: boolean } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    // To a file: some programs end before a pipe has taken all that they wrote.
    const folder = mkdtempSync(path.join(os.tmpdir(), 'refinery-run-'));
    const file = path.join(folder, 'output');
    const written = openSync(nowhere ? os.devNull : file, 'w');
    const started = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', written, 'pipe'] });
    if (low && child.pid !== undefined)
      os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
    let errors = '';
    child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = performance.now() - started;
      closeSync(written);
      const output = nowhere ? '' : readFileSync(file, 'utf8');
      rmSync(folder, { recursive: true, force: true });
      if (code !== null && codes.includes(code)) resolve({ ms, output });
      else
        reject(new Error(`${[command, ...args].join(' ')} ended with code ${code}: ${errors.slice(-2000)}`));
    });
  });
}
