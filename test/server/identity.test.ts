import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { RULES } from '../../src/core/rules/registry.ts';
import { buildsRefinery, refinery } from '../cli/refinery.ts';

let folder = '';
let server = '';
buildsRefinery();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'refinery-identity-'));
  server = path.join(folder, 'server.js');
  await build({
    entryPoints: ['src/server/main.node.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: server,
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
});

afterAll(() => rm(folder, { recursive: true }));

/** A client that knows the protocol and nothing of Refinery: it opens a file, and shows what it is sent. */
class PlainClient {
  shown: PublishDiagnosticsParams | undefined;
  #last = performance.now();
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #connection: MessageConnection;

  constructor() {
    this.#child = spawn(process.execPath, [server, '--stdio']);
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.shown = params;
      this.#last = performance.now();
    });
    this.#connection.listen();
  }

  async open(uri: string, text: string): Promise<void> {
    await this.#connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await this.#connection.sendNotification('initialized', {});
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async change(version: number, text: string): Promise<void> {
    const textDocument = { uri: this.shown?.uri, version };
    const params = { textDocument, contentChanges: [{ text }] };
    await this.#connection.sendNotification('textDocument/didChange', params);
  }

  /** What is shown once the server is idle: it answers, and has nothing more to say for longer than it ever waits. */
  async settled(): Promise<readonly Diagnostic[]> {
    for (;;) {
      await this.#connection.sendRequest('textDocument/foldingRange', {
        textDocument: { uri: 'file:///none' },
      });
      await pause(300);
      if (this.shown !== undefined && performance.now() - this.#last > 1_200) return this.shown.diagnostics;
    }
  }

  stop(): void {
    this.#connection.dispose();
    this.#child.kill();
  }
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

interface Checked {
  readonly files: readonly {
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: Diagnostic['range'];
    }[];
  }[];
}

type Said = readonly string[];

/** Both in one form; the command line sorts by place, so this does. */
function inOrder(lines: readonly { readonly range: Diagnostic['range']; readonly words: string }[]): Said {
  return lines
    .map(({ range: { start, end }, words }) => {
      const at = (value: number): string => String(value).padStart(6, '0');
      return `${at(start.line)}:${at(start.character)} ${at(end.line)}:${at(end.character)} ${words}`;
    })
    .sort();
}

async function byCommandLine(name: string, text: string): Promise<Said> {
  await writeFile(path.join(folder, name), text);
  const { out, err } = refinery(folder, ['check', name, '--format', 'json']);
  if (out === '') throw new Error(err);
  const report = JSON.parse(out) as Checked;
  return inOrder(
    (report.files[0]?.diagnostics ?? []).map(({ range, rule, severity, message }) => ({
      range,
      words: `${severity} ${rule} ${message}`,
    })),
  );
}

function byServer(diagnostics: readonly Diagnostic[]): Said {
  return inOrder(
    diagnostics.map(({ range, code, severity = 0, message, source }) => {
      expect(source).toBe('refinery');
      return {
        range,
        words: `${SEVERITIES[severity - 1] ?? ''} ${code ?? ''} ${typeof message === 'string' ? message : message.value}`,
      };
    }),
  );
}

/** The rules of words that speak in any backlog, whatever its settings. */
const WORDED = RULES.filter(
  ({ id, off, bad }) => /^(?:story|ac)\//.test(id) && off !== true && bad.startsWith('stories:'),
);

/** The bad example of every such rule, as one backlog. */
function everyBadExample(): string {
  const stories = WORDED.map(({ bad }, i) =>
    bad.slice(bad.indexOf('stories:\n') + 'stories:\n'.length).replaceAll('FN-', `FN${i}-`),
  );
  return `stories:\n${stories.join('\n')}\n`;
}

describe('a plain client over stdio', () => {
  it.each([
    ['the sample', () => readFile('examples/fieldnotes/backlog.yaml', 'utf8')],
    ['a file with every finding of words', () => Promise.resolve(everyBadExample())],
    ['the same with other line ends', () => Promise.resolve(everyBadExample().replaceAll('\n', '\r\n'))],
  ])(
    'is told of %s what the command line says',
    async (_, read) => {
      const text = await read();
      const name = 'plain.backlog.yaml';
      const expected = await byCommandLine(name, text);
      expect(expected.length).toBeGreaterThan(4);
      const client = new PlainClient();
      try {
        await client.open(pathToFileURL(path.join(folder, name)).href, text);
        expect(byServer(await client.settled())).toEqual(expected);
        // And after a change and back, when everything was judged bit by bit.
        await client.change(2, text.replace('title: ', 'title: Now '));
        await client.change(3, text);
        expect(byServer(await client.settled())).toEqual(expected);
        expect(client.shown?.version).toBe(3);
      } finally {
        client.stop();
      }
    },
    60_000,
  );

  it('finds nothing less than the rules of words say of themselves', async () => {
    const found = await byCommandLine('every.backlog.yaml', everyBadExample());
    const missing = WORDED.map(({ id }) => id).filter(
      (id) => !found.some((line) => line.includes(` ${id} `)),
    );
    expect(missing).toEqual([]);
  });
});
