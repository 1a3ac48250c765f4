/** Programs that are run from start to end, with the time that takes. */
import { spawn } from 'node:child_process';
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

export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, codes = [0] }: { cwd?: string; codes?: readonly number[] } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (data: Buffer) => chunks.push(data));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = performance.now() - started;
      if (code !== null && codes.includes(code)) resolve({ ms, output: Buffer.concat(chunks).toString() });
      else
        reject(new Error(`${[command, ...args].join(' ')} ended with code ${code}: ${errors.slice(-2000)}`));
    });
  });
}
