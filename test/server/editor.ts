/** A small editor that speaks the real protocol to a real server, over streams in memory. */
import { PassThrough } from 'node:stream';
import {
  createProtocolConnection,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { FilesHost } from '../../src/core/workspace/host.ts';
import {
  changedNotification,
  findFilesRequest,
  readFileRequest,
  removedNotification,
} from '../../src/protocol/lsp.ts';
import type { CommitsHost } from '../../src/server/commits/host.ts';
import { PendingChanges } from '../../src/server/pendingChanges.ts';
import { startServer } from '../../src/server/server.ts';

export const URI = 'file:///team/backlog.yaml';

export interface Setup {
  /** What is on disk, by URI. */
  readonly disk?: Record<string, string>;
  /** The editor is one with Refinery in it: it reads files for the server. */
  readonly refinery?: boolean;
  readonly capabilities?: ClientCapabilities;
  /** Git, for those who ask about commits. */
  readonly commits?: CommitsHost;
}

export interface Edit {
  readonly at: Position;
  readonly to?: Position;
  readonly text: string;
}

export class Editor {
  readonly disk: Map<string, string>;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly told: string[] = [];
  readonly watched: unknown[] = [];
  /** Files that the server asked for, in order. */
  readonly readings: string[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly client: ProtocolConnection,
    disk: Record<string, string>,
  ) {
    this.disk = new Map(Object.entries(disk));
  }

  static async start({
    disk = {},
    refinery = false,
    capabilities = {},
    commits,
  }: Setup = {}): Promise<Editor> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const client = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const editor = new Editor(client, disk);
    const files: FilesHost = {
      readFile: (uri) => Promise.resolve(editor.disk.get(uri)),
      findBacklogs: () => Promise.resolve([...editor.disk.keys()].sort()),
    };
    const pending = new PendingChanges();
    const reader = pending.watch(new StreamMessageReader(toServer));
    const connection = createMessageConnection(reader, new StreamMessageWriter(toClient));
    const nothing = (): void => undefined;
    startServer(connection, {
      files,
      today: () => '2026-11-23',
      pending,
      schedule: (task) => setImmediate(task),
      ...(commits ? { commits } : {}),
      exit: nothing,
      watchEditor: nothing,
    });
    editor.listen();
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol's types ask for it.
      rootUri: null,
      workspaceFolders: [{ uri: 'file:///team', name: 'team' }],
      capabilities,
      initializationOptions: refinery ? { refineryFiles: true } : {},
    });
    await client.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  private listen(): void {
    const { client } = this;
    client.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const wake of this.waiting.splice(0)) wake();
    });
    client.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message));
    client.onNotification(
      changedNotification.method,
      ({ uri }: { uri: string }) => void this.told.push(`changed ${uri}`),
    );
    client.onNotification(
      removedNotification.method,
      ({ uri }: { uri: string }) => void this.told.push(`removed ${uri}`),
    );
    client.onRequest(
      RegistrationRequest.type,
      ({ registrations }) => void this.watched.push(...registrations),
    );
    client.onRequest(readFileRequest.method, ({ uri }: { uri: string }) => {
      this.readings.push(uri);
      return { text: this.disk.get(uri) ?? null };
    });
    client.onRequest(findFilesRequest.method, () => [...this.disk.keys()].sort());
    client.listen();
  }

  stop(): void {
    this.client.dispose();
  }

  /** The next diagnostics that are published from now on. */
  async next(): Promise<PublishDiagnosticsParams> {
    const seen = this.published.length;
    while (this.published.length === seen) await new Promise<void>((wake) => this.waiting.push(wake));
    return this.published[seen] as PublishDiagnosticsParams;
  }

  /** What was published last about a file. */
  latest(uri: string): readonly Diagnostic[] | undefined {
    return this.published.filter((each) => each.uri === uri).at(-1)?.diagnostics;
  }

  /** Waits until the server has answered everything that was sent before. */
  async settled(): Promise<void> {
    await this.client.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'file:///none' } });
  }

  async open(text: string, uri = URI): Promise<PublishDiagnosticsParams> {
    this.versions.set(uri, 1);
    const answer = this.next();
    const textDocument = { uri, languageId: 'backlog', version: 1, text };
    await this.client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return answer;
  }

  /** Sends the edits as one change, each on the text that the one before left. */
  async send(edits: readonly Edit[], uri = URI): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: edits.map(({ at, to = at, text }) => ({ range: { start: at, end: to }, text })),
    });
  }

  async change(edits: readonly Edit[], uri = URI): Promise<PublishDiagnosticsParams> {
    const answer = this.next();
    await this.send(edits, uri);
    return answer;
  }

  async save(uri = URI): Promise<void> {
    await this.client.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  async close(uri = URI): Promise<PublishDiagnosticsParams> {
    const answer = this.next();
    await this.client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    return answer;
  }

  /** Writes a file, or deletes it, and tells the server as a watcher would. */
  async outside(text: string | undefined, uri = URI): Promise<void> {
    const known = this.disk.has(uri);
    if (text === undefined) this.disk.delete(uri);
    else this.disk.set(uri, text);
    const type = text === undefined ? 3 : known ? 2 : 1;
    await this.client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.client.sendRequest<Result>(method, params);
  }

  at<Result>(method: string, line: number, character: number, more: object = {}): Promise<Result> {
    return this.request(method, { textDocument: { uri: URI }, position: { line, character }, ...more });
  }

  actions(range: Range, diagnostics: readonly Diagnostic[] = []): Promise<readonly CodeAction[] | null> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics },
    });
  }
}

/** The edits of a change as the server wants them, for a text that grows as they are made. */
export function insertion(line: number, character: number, text: string): Edit {
  return { at: { line, character }, text };
}
