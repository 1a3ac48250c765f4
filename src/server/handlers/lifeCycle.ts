/** Start and end: what the server can do, which folders there are, and which files it wants to hear about. */
import type { InitializeResult } from 'vscode-languageserver';
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { BACKLOG_GLOBS } from '../../core/workspace/names.ts';
import { guardedNotification } from '../guard.ts';
import { type ClientFacts, clientFacts, type Session } from '../session.ts';
import { APPLY_COMMAND } from './commands.ts';
import type { Files } from './files.ts';

export function handleLifeCycle(session: Session, files: Files): void {
  const { connection, log } = session;
  connection.onInitialize((params) => {
    session.client = clientFacts(params);
    return capabilities(session.client);
  });
  connection.onInitialized(
    guardedNotification(log, 'initialized', async () => {
      session.ready = files.discover();
      await watch(session);
      if (session.client.capabilities.workspace?.workspaceFolders === true)
        connection.workspace.onDidChangeWorkspaceFolders(
          guardedNotification(log, 'workspace folders', async ({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => uri));
            const folders = session.client.folders.filter((uri) => !gone.has(uri));
            session.client = { ...session.client, folders: [...folders, ...added.map(({ uri }) => uri)] };
            files.forget([...gone]);
            session.ready = files.discover();
            await session.ready;
          }),
        );
      await session.ready;
    }),
  );
  connection.onShutdown(() => undefined);
}

function capabilities(client: ClientFacts): InitializeResult {
  return {
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ',', '"', "'"] },
      definitionProvider: true,
      referencesProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      // A client of our own plans and applies operations itself; it needs no command of this name.
      ...(client.isRefinery ? {} : { executeCommandProvider: { commands: [APPLY_COMMAND] } }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: 'refinery' },
  };
}

async function watch({ client, connection }: Session): Promise<void> {
  if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: BACKLOG_GLOBS.map((globPattern) => ({ globPattern })),
  });
}
