// Starting other programs. Node's own modules only.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './paths.mjs';

/** The script file of a command that an installed package brings, to be run by this Node. */
export function packageBin(packageName, command = packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** How npm is started: through the npm that started us, else the one on the PATH. */
export function npmCommand() {
  const own = process.env['npm_execpath'];
  if (own?.endsWith('.js') && own.includes('npm'))
    return { command: process.execPath, args: [own], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * Runs a program to its end. With `show`, its output goes to ours, else it comes back as `output`.
 * Rejects only when it can't be started; a program that runs longer than `timeout` ms is ended (code 124).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, show = false, shell = false, timeout } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      detached: timeout !== undefined && process.platform !== 'win32',
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const timer =
      timeout === undefined ? undefined : setTimeout(() => ((timedOut = true), endTree(child)), timeout);
    child.on('error', (error) => (clearTimeout(timer), reject(error)));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 128), output });
    });
  });
}

/** Runs npm, showing what it says; throws when it fails. */
export async function npm(args, options = {}) {
  const { command, args: first, shell } = npmCommand();
  const { code } = await run(command, [...first, ...args], { show: true, ...options, shell });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed with exit code ${code}`);
}

/** Ends a process that was started `detached`, with everything it started itself. */
export function endTree(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

/** Seconds since `started` (from `Date.now()`), for people. */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
