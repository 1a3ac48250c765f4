/**
 * A language server as a process, driven over stdio: the same client for ours, for the peer and for the limit.
 * A round begins before the message is made and ends when its answer has been read.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Place } from './backlogs.ts';

export interface ServerCommand {
  readonly name: string;
  /** Arguments of Node: the script and what it is given. */
  readonly args: readonly string[];
  /** What the server is told when it asks for settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly cwd?: string;
}

export interface Published {
  readonly ms: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Answered {
  readonly ms: number;
  readonly result: unknown;
}

export interface Edit {
  readonly at: Place;
  readonly to?: Place;
  readonly text: string;
}

/** Longer than the slowest peer needs for the largest file. */
const PATIENCE = 300_000;

export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #uri: string;
  #version = 0;
  #lastPublish = 0;
  /** True where these were the ones that it waited for. */
  #waiting: ((diagnostics: readonly Diagnostic[]) => boolean) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #stderr = '';

  private constructor(child: ChildProcess, connection: ProtocolConnection, uri: string) {
    this.#child = child;
    this.#connection = connection;
    this.#uri = uri;
  }

  /** Starts a server and shakes hands. `folder` is opened as the workspace; without it, single files are. */
  static async start(
    command: ServerCommand,
    { uri, folder }: { uri: string; folder?: string },
  ): Promise<LanguageServer> {
    const child = spawn(process.execPath, command.args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: command.cwd,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new LanguageServer(child, connection, uri);
    server.#listen(command);
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: {
          synchronization: { didSave: true },
          publishDiagnostics: { versionSupport: true },
          completion: { completionItem: { snippetSupport: true } },
          hover: { contentFormat: ['markdown', 'plaintext'] },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', {
      settings: command.settings ?? {},
    });
    // Time to ask for its settings, and to read what the folder holds.
    await pause(500);
    return server;
  }

  #listen({ name, settings = {} }: ServerCommand): void {
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishParams) => {
      if (uri !== this.#uri) return;
      this.#lastPublish = performance.now();
      if (this.#waiting?.(diagnostics) === true) this.#waiting = undefined;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => (section === undefined ? settings : (settings[section] ?? null))),
    );
    connection.onRequest('client/registerCapability', () => null);
    this.#child.stderr?.on('data', (data) => (this.#stderr += String(data)));
    this.#child.on('exit', (code) => {
      this.#failed?.(new Error(`${name} ended with code ${code}: ${this.#stderr.slice(-2000)}`));
    });
    connection.listen();
  }

  /** Opens the file. Resolves with its first diagnostics. */
  open(text: string, languageId: string): Promise<Published> {
    this.#version = 1;
    return this.#untilPublished('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId, version: 1, text },
    });
  }

  /** Makes one edit. Resolves with the diagnostics that follow it. */
  change(edit: Edit): Promise<Published> {
    return this.#untilPublished('textDocument/didChange', this.#changeParams(edit));
  }

  /** Makes one edit. Resolves with the first diagnostics behind it that are as `holds` wants them. */
  changeUntil(edit: Edit, holds: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Published> {
    return this.#untilPublished('textDocument/didChange', this.#changeParams(edit), holds);
  }

  async request(method: string, params: unknown): Promise<Answered> {
    const started = performance.now();
    const result = await this.#orFail(this.#connection.sendRequest<unknown>(method, params));
    return { ms: performance.now() - started, result };
  }

  /** Asks about a place of the file. */
  at(method: string, position: Place): Promise<Answered> {
    return this.request(method, { textDocument: { uri: this.#uri }, position });
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.#connection.sendNotification(method, params);
  }

  /** Waits until the server has said nothing for a while, so that no answer of before is taken for a later one. */
  async settle(quiet: number): Promise<void> {
    for (;;) {
      await pause(quiet);
      if (performance.now() - this.#lastPublish >= quiet) return;
    }
  }

  /** Waits until the process has computed nothing for a while: also what it does when nobody asks is done then. */
  async rest(): Promise<void> {
    for (let [before, still] = [this.#processorTime(), 0]; still < 3;) {
      await pause(200);
      const now = this.#processorTime();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }

  /** Ticks of the process so far; always the same where the system does not tell. */
  #processorTime(): number {
    try {
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0;
    }
  }

  /** The most memory that the process has had resident, in bytes; `undefined` where the system does not tell. */
  peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    } catch {
      return undefined;
    }
  }

  stop(): void {
    this.#failed = undefined;
    this.#connection.dispose();
    this.#child.kill('SIGKILL');
  }

  #changeParams({ at, to = at, text }: Edit): unknown {
    this.#version++;
    return {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range: { start: at, end: to }, text }],
    };
  }

  async #untilPublished(
    method: string,
    params: unknown,
    holds: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<Published> {
    const published = new Promise<readonly Diagnostic[]>((resolve) => {
      this.#waiting = (diagnostics) => {
        const held = holds(diagnostics);
        if (held) resolve(diagnostics);
        return held;
      };
    });
    const started = performance.now();
    void this.#connection.sendNotification(method, params);
    const diagnostics = await this.#orFail(published);
    return { ms: this.#lastPublish - started, diagnostics };
  }

  /** The same promise, rejected when the server ends or says nothing for too long. */
  #orFail<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`no answer within ${PATIENCE / 1000} s`));
      }, PATIENCE);
      this.#failed = (error) => {
        clearTimeout(timer);
        reject(error);
      };
      promise.then(
        (value) => {
          clearTimeout(timer);
          this.#failed = undefined;
          resolve(value);
        },
        (error: unknown) => {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }
}

interface PublishParams {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
