/** Runs the command line as people do: the built program, in a folder, with its exit code and both outputs. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { asWarning } from '../../src/cli/warning.ts';
import { today } from '../../src/node/clock.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as nobody where the tests run as root, to whom every folder is writable. */
  readonly unprivileged?: boolean;
}

const root = path.resolve(import.meta.dirname, '../..');
let program = '';

/** Builds the program once for a test file. Call it at the top of the file. */
export function buildsRefinery(): void {
  beforeAll(() => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'refinery-cli-'));
    fs.chmodSync(folder, 0o755);
    program = path.join(folder, 'dist', 'cli.js');
    buildSync({
      entryPoints: [path.join(root, 'src/cli/main.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    fs.cpSync(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
  });
  afterAll(() => {
    fs.rmSync(path.dirname(path.dirname(program)), { recursive: true, force: true });
  });
}

/** The words behind `refinery`, run in a folder. */
export function refinery(cwd: string, words: readonly string[], options: RunOptions = {}): Ran {
  const asNobody = options.unprivileged === true && process.getuid?.() === 0;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    env: { ...environment(), ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 20_000,
    ...(asNobody ? { uid: 65534, gid: 65534 } : {}),
  });
  return { code: status, out: stdout, err: stderr };
}

/** The same without a process of its own: for tables of many small cases. */
export async function refineryHere(cwd: string, words: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(words, {
    cwd,
    write: (text) => (out += text),
    warn: (line) => (err += asWarning(line)),
    colors: false,
    columns: undefined,
    today,
  });
  return { code, out, err };
}

/** Several commands at the same time. */
export function refineryTogether(cwd: string, commands: readonly (readonly string[])[]): Promise<Ran[]> {
  return Promise.all(
    commands.map(
      (words) =>
        new Promise<Ran>((resolve) => {
          const child = spawn(process.execPath, [program, ...words], { cwd, env: environment() });
          let out = '';
          let err = '';
          child.stdout.on('data', (chunk) => (out += String(chunk)));
          child.stderr.on('data', (chunk) => (err += String(chunk)));
          child.on('close', (code) => resolve({ code, out, err }));
        }),
    ),
  );
}

/** The path of the built program, for tests that need a shell. */
export function builtProgram(): string {
  return program;
}

/** Without what the person who runs the tests has set for colours. */
function environment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  return rest;
}
