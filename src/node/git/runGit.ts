/**
 * The one way in which git is run: a program with an array of arguments, never a shell, with the flags and the
 * environment of `environment.ts`, a time limit, and a way to give it up.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { GitRequest, GitResult } from '../../core/workspace/gitHost.ts';
import { errorCode, HostError } from '../hostError.ts';
import { gitEnvironment, READING_FLAGS } from './environment.ts';

/** How long an answer may take, in milliseconds. Reading a whole history has no limit; it can be cancelled. */
export const ANSWER_LIMIT = 20_000;
/** No answer is longer than this, in characters. */
const MOST_OUTPUT = 1 << 27;
const MOST_ERROR = 4_000;
/** Nice enough to give way to whatever a person does. */
const LOW_PRIORITY = 10;
/** In milliseconds; what git writes in this time fits between the two processes. */
const GATHER = 1;
/** What Node reads at once: where it is less, there was no more. */
const WHOLE_READ = 1 << 16;

export interface GitOptions {
  readonly limit?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs git once. Rejects with a `HostError` where it can't be started, takes too long or says too much. */
export function runGit(git: string, request: GitRequest, options: GitOptions = {}): Promise<GitResult> {
  const { folder, args, cancel } = request;
  if (cancel?.cancelled === true) return Promise.resolve(GIVEN_UP);
  const writes = request.writes === true;
  return new Promise((resolve, reject) => {
    const child = spawn(git, [...(writes ? ['--no-pager'] : READING_FLAGS), ...args], {
      cwd: folder,
      env: gitEnvironment(options.env ?? process.env, writes),
      shell: false,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const background = request.priority === 'background';
    if (background) lower(child);
    const run = new Run(child, request, background ? undefined : (options.limit ?? ANSWER_LIMIT));
    child.on('error', (error) => {
      run.end();
      reject(startError(error, git, folder));
    });
    child.on('close', (code) => {
      run.end();
      if (run.trouble !== undefined) reject(new HostError(run.trouble));
      else resolve(run.result(code));
    });
  });
}

const GIVEN_UP: GitResult = { code: null, out: '', err: '' };

/** What is known of one run while it lasts. */
class Run {
  trouble: string | undefined;
  private out = '';
  private err = '';
  private length = 0;
  private cancelled = false;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly child: ChildProcess,
    { input, onBytes, cancel, args }: GitRequest,
    limit: number | undefined,
  ) {
    const decoder = new StringDecoder('utf8');
    child.stdout?.on('data', (chunk: Buffer) => {
      if (this.cancelled) return;
      if (onBytes) onBytes(chunk);
      else this.keep(decoder.write(chunk));
    });
    if (onBytes && child.stdout) gather(child.stdout);
    child.stderr?.on('data', (chunk: Buffer) => {
      if (this.err.length < MOST_ERROR) this.err += chunk.toString('utf8');
    });
    cancel?.onCancel(() => {
      this.cancelled = true;
      child.kill();
    });
    if (limit !== undefined)
      this.timer = setTimeout(() => {
        this.stop(`Git took longer than ${limit / 1000} seconds ("git ${args[0] ?? ''}") and was stopped.`);
      }, limit);
    // A git that ends early reads no more: its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  }

  end(): void {
    clearTimeout(this.timer);
  }

  result(code: number | null): GitResult {
    if (this.cancelled) return GIVEN_UP;
    return { code: code ?? 1, out: this.out, err: this.err.trim() };
  }

  private keep(text: string): void {
    this.length += text.length;
    if (this.length > MOST_OUTPUT) this.stop('Git said more than can be kept, and was stopped.');
    else this.out += text;
  }

  private stop(trouble: string): void {
    this.trouble ??= trouble;
    this.child.kill('SIGKILL');
  }
}

/**
 * Lets output gather for a moment whenever all of it was read: git writes in pieces of 4 kB, and to be woken for each
 * of them costs more than to read them.
 */
function gather(output: Readable): void {
  output.on('data', (chunk: Buffer) => {
    if (chunk.length >= WHOLE_READ) return;
    output.pause();
    setTimeout(() => output.resume(), GATHER);
  });
}

function lower({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    os.setPriority(pid, LOW_PRIORITY);
  } catch {
    // It has ended already, or the system does not allow it: then it runs as others do.
  }
}

function startError(error: Error, git: string, folder: string): HostError {
  if (errorCode(error) === 'ENOENT')
    return new HostError(`Git can't be run: there is no ${git}, or no folder ${folder}.`, { cause: error });
  return new HostError(`Git can't be run: ${error.message}.`, { cause: error });
}
