/**
 * The extension's entry. `activate` puts the parts together and returns; the language client, which is large, is
 * loaded afterwards. Nothing here reads or parses a file.
 */
import * as vscode from 'vscode';
import {
  backlogsRequest,
  changedNotification,
  removedNotification,
  snapshotRequest,
} from '../protocol/lsp.ts';
import { settingDefault } from '../protocol/settings.ts';
import { CONTEXT } from '../protocol/views.ts';
import { now, today } from '../node/clock.ts';
import type { App } from './app.ts';
import { registerCommands } from './commands/run.ts';
import { DayWatch } from './dayWatch.ts';
import { Edits } from './edits.ts';
import { followDisk } from './followDisk.ts';
import { LastUsed } from './lastUsed.ts';
import { OnDisk } from './onDisk.ts';
import { registerPanels } from './panels/register.ts';
import { QualityView } from './quality/view.ts';
import { ScmLoader } from './scm/loader.ts';
import { StoryCommits } from './scm/storyCommits.ts';
import { ServerGone, ServerLink, type Connection, type ConnectionEvents } from './serverLink.ts';
import { Store } from './store.ts';
import { showProblemBadges } from './tree/problemBadges.ts';
import { BacklogView, setContext } from './tree/view.ts';
import { isGrouping, ViewStore } from './viewState.ts';

/** What the extension gives to those who ask for its exports: enough to watch it, nothing to change. */
export interface Exports {
  /** Milliseconds that `activate` took. */
  readonly activation: number;
  /** The backlog view as text, every parent open. */
  outline(): string;
}

export function activate(context: vscode.ExtensionContext): Exports {
  const started = performance.now();
  const app = createApp(context);
  context.subscriptions.push(
    registerCommands(app),
    showProblemBadges(),
    app.tree,
    app.lastUsed,
    app.log,
    app.scm,
  );
  context.subscriptions.push(new QualityView(app.link, app.store, app.view), registerPanels(app));
  listen(app);
  // Not now: the client is loaded when the editor has its turn back.
  const starting = setImmediate(() => {
    void startServer(app);
    void startLater(app);
  });
  context.subscriptions.push({ dispose: () => clearImmediate(starting) }, { dispose: () => app.link.stop() });
  const activation = performance.now() - started;
  app.log.info(`Activated in ${activation.toFixed(1)} ms`);
  return { activation, outline: () => app.tree.outline() };
}

function createApp(context: vscode.ExtensionContext): App {
  const log = vscode.window.createOutputChannel('Refinery', { log: true });
  const link = new ServerLink((events) => connect(context, log, events));
  const store = new Store(
    {
      backlogs: () => link.request(backlogsRequest, null),
      snapshot: (params) => link.request(snapshotRequest, params),
    },
    (what, error) => {
      // A server that went away meanwhile is told of elsewhere.
      if (!(error instanceof ServerGone)) log.error(`${what}: ${String(error)}`);
    },
  );
  const grouping = vscode.workspace.getConfiguration('refinery').get<unknown>('groupBy');
  const initial = isGrouping(grouping) ? grouping : settingDefault('refinery.groupBy');
  const view = new ViewStore(context.workspaceState, initial);
  const onDisk = new OnDisk();
  context.subscriptions.push(onDisk, followDisk(onDisk));
  const edits = new Edits(link, onDisk);
  const commits = new StoryCommits(link, (error) => {
    if (!(error instanceof ServerGone)) log.warn(`Commits: ${String(error)}`);
  });
  const tree = new BacklogView({ store, view, link, edits, log, commits });
  const scm = new ScmLoader(async () => (await import('./scm/scm.ts')).startScm(app));
  const openPanel: App['openPanel'] = async (kind, opening) => {
    const panels = await import('./panels/panels.ts');
    await panels.openPanel(app, kind, opening);
  };
  const lastUsed = new LastUsed();
  const day = new DayWatch({ now, today });
  context.subscriptions.push(day);
  const app: App = { context, log, link, store, view, tree, edits, lastUsed, commits, day, scm, openPanel };
  return app;
}

async function connect(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  events: ConnectionEvents,
): Promise<Connection> {
  const started = performance.now();
  const { createConnection } = await import('./client.ts');
  log.info(`Loaded the language client in ${(performance.now() - started).toFixed(1)} ms`);
  return createConnection({ serverModule: context.asAbsolutePath('dist/server.js'), log, events });
}

async function startServer({ log, link }: App): Promise<void> {
  try {
    await link.restart();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
  }
}

/** What works in other files than backlogs; nobody misses it in the first moments. */
async function startLater(app: App): Promise<void> {
  try {
    const { startEverywhere } = await import('./everywhere/everywhere.ts');
    app.context.subscriptions.push(startEverywhere(app));
    await app.scm.load();
  } catch (error) {
    app.log.error(error instanceof Error ? error : String(error));
  }
}

/** Of a deleted folder the editor tells the folder alone, never the files in it. */
function watchFolders({ store, link, log }: App): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
  watcher.onDidDelete((folder) => {
    const uris = store.backlogs.map(({ uri }) => uri);
    const gone = uris.filter((uri) => uri.startsWith(`${folder.toString()}/`));
    if (gone.length === 0) return;
    link.filesChanged(gone, 'deleted').catch((error: unknown) => {
      log.warn(`Deleted files: ${String(error)}`);
    });
  });
  return watcher;
}

function listen(app: App): void {
  const { context, link, store, edits, tree, lastUsed } = app;
  link.onNotification(changedNotification, (params) => void store.changed(params));
  link.onNotification(removedNotification, (params) => {
    store.removed(params);
  });
  link.onDidChangeState((state) => {
    if (state === 'running') void store.refresh();
    else store.serverLost(state === 'starting' ? 'starting' : 'unreadable');
  });
  edits.undoStack.onDidChange((some) => {
    setContext(CONTEXT.canUndo, some);
  });
  context.subscriptions.push(
    watchFolders(app),
    tree.onDidChangeSelection(() => {
      lastUsed.tree();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void store.refresh()),
  );
}
