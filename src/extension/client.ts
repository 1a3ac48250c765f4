/**
 * The language client: the only file that knows `vscode-languageclient`. Its bundle is large, so it is loaded after
 * `activate` has returned. It answers the server's questions about files, and never shows a failed request.
 */
import * as vscode from 'vscode';
import type * as languageClient from 'vscode-languageclient/node';
import type {
  CancellationToken,
  ErrorHandler,
  LanguageClient,
  LanguageClientOptions,
  State,
} from 'vscode-languageclient/node';
import { findFilesRequest, readFileRequest } from '../protocol/lsp.ts';
import { FILE_PATTERNS, LANGUAGE_ID } from '../protocol/views.ts';
import { findBacklogFiles, readBacklogFile } from './files.ts';
import type { Connection, ConnectionEvents, ServerState } from './serverLink.ts';

export interface ClientOptions {
  readonly serverModule: string;
  readonly log: vscode.LogOutputChannel;
  readonly events: ConnectionEvents;
}

/** A server that ends this often within `CRASH_WINDOW` is not started again by itself. */
const MAX_CRASHES = 4;
const CRASH_WINDOW = 180_000;

/** The client's id is also the prefix of its trace setting, `refinery.trace.server`. */
const CLIENT_ID = 'refinery';

type Library = typeof languageClient;

/**
 * The library, in two steps: to evaluate it all in one go would hold up every other extension for too long. It is
 * in this file's bundle, but evaluated only here.
 */
async function loadLibrary(): Promise<Library> {
  await import('vscode-languageserver-protocol/node');
  await new Promise((resolve) => setImmediate(resolve));
  return (await import('./clientLibrary.ts')).library;
}

export async function createConnection({ serverModule, log, events }: ClientOptions): Promise<Connection> {
  const library = await loadLibrary();
  const run = { module: serverModule, transport: library.TransportKind.ipc };
  const QuietClient = quietClient(library);
  const client = new QuietClient(CLIENT_ID, 'Refinery', { run, debug: run }, clientOptions(library, log));
  client.onRequest(readFileRequest.method, readBacklogFile);
  client.onRequest(findFilesRequest.method, findBacklogFiles);
  client.onDidChangeState(({ newState }) => {
    if (newState === library.State.Running) sendSettings(client);
    events.stateChanged(stateOf(newState, library));
  });
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(CLIENT_ID) && client.isRunning()) sendSettings(client);
  });
  return {
    request: async (message, params) => client.sendRequest(message.method, params),
    onNotification: (message, handler) => client.onNotification(message.method, handler),
    notify: async (message, params) => client.sendNotification(message.method, params),
    filesChanged: async (uris, change) => {
      const { Changed, Deleted } = library.FileChangeType;
      const type = change === 'deleted' ? Deleted : Changed;
      const changes = uris.map((uri) => ({ uri, type }));
      await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    },
    start: () => client.start(),
    stop: async () => {
      settings.dispose();
      await client.stop(STOP_TIMEOUT);
      await client.dispose();
    },
  };
}

function clientOptions(library: Library, log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [
      ...backlogSchemes().map((scheme) => ({ scheme, language: LANGUAGE_ID })),
      ...FILE_PATTERNS.map((name) => ({ scheme: 'file', pattern: `**/${name}` })),
    ],
    outputChannel: log,
    revealOutputChannelOn: library.RevealOutputChannelOn.Never,
    // The server asks us for files, and tells us when a backlog is newer.
    initializationOptions: { refineryFiles: true },
    progressOnInitialization: false,
    markdown: { isTrusted: false, supportHtml: false },
    errorHandler: errorHandler(library, log),
    initializationFailedHandler: () => false,
  };
}

/**
 * Where backlogs are: the disk, what is not saved yet, and wherever the workspace is. What an editor shows a file by under its
 * name, such as a side of a comparison or a preview, is a copy and no backlog.
 */
function backlogSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}

function sendSettings(client: LanguageClient): void {
  const settings = { [CLIENT_ID]: vscode.workspace.getConfiguration(CLIENT_ID) };
  // A server that is gone meanwhile is sent them again when it is back.
  client.sendNotification('workspace/didChangeConfiguration', { settings }).catch(() => undefined);
}

/** Milliseconds for an orderly goodbye before the process is ended. */
const STOP_TIMEOUT = 2000;

function stateOf(state: State, library: Library): ServerState {
  if (state === library.State.Running) return 'running';
  return state === library.State.Starting ? 'starting' : 'stopped';
}

/** A failed request is written to the log and costs one answer; it never pops up while somebody types. */
function quietClient({ LanguageClient: Client }: Library): typeof LanguageClient {
  return class QuietClient extends Client {
    override handleFailedRequest<T>(
      type: Parameters<LanguageClient['handleFailedRequest']>[0],
      token: CancellationToken | undefined,
      error: unknown,
      defaultValue: T,
      _showNotification?: boolean,
      throwOnCancel?: boolean,
    ): T {
      try {
        return super.handleFailedRequest(type, token, error, defaultValue, false, throwOnCancel);
      } catch (failure) {
        if (failure instanceof vscode.CancellationError) throw failure;
        return defaultValue;
      }
    }

    override error(message: string, data?: unknown): void {
      super.error(message, data, false);
    }
  };
}

function errorHandler({ CloseAction, ErrorAction }: Library, log: vscode.LogOutputChannel): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      crashes.push(performance.now());
      const recent = crashes.filter((time) => performance.now() - time < CRASH_WINDOW).length;
      const action = recent <= MAX_CRASHES ? CloseAction.Restart : CloseAction.DoNotRestart;
      log.warn(`The language server ended (${recent} times in a short while)`);
      return { action, handled: true };
    },
  };
}
