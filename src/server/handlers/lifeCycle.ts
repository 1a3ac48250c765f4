/** Start and end: what the server can do, which folders there are, and which files it wants to hear about. */
import type { InitializeParams, InitializeResult, RegistrationParams } from 'vscode-languageserver-protocol';
import { BACKLOG_GLOBS } from '../../core/workspace/names.ts';
import { CODE_ACTION_KINDS } from '../codeActionKinds.ts';
import { APPLY_COMMAND } from '../../protocol/lsp.ts';
import { tokenTypes } from '../encodeTokens.ts';
import { onNotification } from '../listen.ts';
import * as messages from '../messages.ts';
import { type ClientFacts, clientFacts, type Session } from '../session.ts';
import type { Files } from './files.ts';

export function handleLifeCycle(session: Session, files: Files): void {
  const { connection, host } = session;
  let told = false;
  // Not guarded: a client that can't be understood should hear why.
  connection.onRequest('initialize', (params: InitializeParams) => {
    session.client = clientFacts(params);
    session.trace = params.trace === 'compact' ? 'messages' : (params.trace ?? 'off');
    if (params.processId !== null) host.watchEditor(params.processId);
    return capabilities(session.client);
  });
  onNotification(session, messages.initialized, async () => {
    session.ready = files.discover();
    await watch(session);
    await session.ready;
  });
  onNotification(session, messages.didChangeWorkspaceFolders, async ({ event: { added, removed } }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    const folders = session.client.folders.filter((uri) => !gone.has(uri));
    session.client = { ...session.client, folders: [...folders, ...added.map(({ uri }) => uri)] };
    files.forget([...gone]);
    session.ready = files.discover();
    await session.ready;
  });
  onNotification(session, messages.setTrace, ({ value }) => {
    session.trace = value === 'compact' ? 'messages' : value;
  });
  connection.onRequest('shutdown', () => {
    told = true;
    return null;
  });
  connection.onNotification('exit', () => {
    host.exit(told ? 0 : 1);
  });
}

function capabilities(client: ClientFacts): InitializeResult {
  return {
    capabilities: {
      positionEncoding: 'utf-16',
      // Incremental.
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [' ', ':', '-', '[', '{', ',', '"', "'", '@'] },
      definitionProvider: true,
      referencesProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      inlayHintProvider: true,
      codeLensProvider: { resolveProvider: true },
      semanticTokensProvider: {
        legend: { tokenTypes: tokenTypes(client.isRefinery), tokenModifiers: [] },
        range: true,
        // All tokens of a large file are more than an editor can take with each keystroke; ours asks for what it shows.
        full: !client.isRefinery,
      },
      codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
      renameProvider: client.capabilities.textDocument?.rename?.prepareSupport !== true || {
        prepareProvider: true,
      },
      // A client of our own plans and applies operations itself; it needs no command of this name.
      ...(client.isRefinery ? {} : { executeCommandProvider: { commands: [APPLY_COMMAND] } }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: 'refinery' },
  };
}

async function watch({ client, connection }: Session): Promise<void> {
  if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const watchers = BACKLOG_GLOBS.map((globPattern) => ({ globPattern }));
  const params: RegistrationParams = {
    registrations: [
      { id: 'backlog-files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } },
    ],
  };
  await connection.sendRequest('client/registerCapability', params);
}
