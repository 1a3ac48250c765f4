/**
 * Registers every command of the table and stands between handlers and the person: a bug is logged with its stack
 * and told in one sentence, never shown raw.
 */
import * as vscode from 'vscode';
import { commandSpec, type CommandId } from '../../protocol/commands.ts';
import type { App } from '../app.ts';
import { ServerGone } from '../serverLink.ts';
import { Element } from '../tree/model.ts';
import { HANDLERS } from './table.ts';

export function registerCommands(app: App): vscode.Disposable {
  const ids = Object.keys(HANDLERS) as readonly CommandId[];
  const registered = ids.map((id) =>
    vscode.commands.registerCommand(id, (...args: readonly unknown[]) => runCommand(app, id, args)),
  );
  return vscode.Disposable.from(...registered);
}

async function runCommand(app: App, id: CommandId, args: readonly unknown[]): Promise<unknown> {
  const started = performance.now();
  // At once: the next key may move the focus.
  const meant = fromKey(app, args);
  try {
    if (commandSpec(id).palette === 'backlog') await backlogRead(app);
    return await HANDLERS[id](app, meant);
  } catch (error) {
    if (error instanceof ServerGone) tellServerGone();
    else tellBug(app, id, error);
    return undefined;
  } finally {
    app.log.debug(`${id} took ${Math.round(performance.now() - started)} ms`);
  }
}

/** A key of the tree names the row that has the focus: what is done to it is done to all that is selected with it. */
function fromKey({ tree, lastUsed }: App, args: readonly unknown[]): readonly unknown[] {
  const [named] = args;
  if (!Array.isArray(named)) return args;
  lastUsed.tree();
  const [focused] = named as readonly unknown[];
  return focused instanceof Element ? [focused, tree.with(focused)] : [];
}

/** In the first moments of a window the backlog is still being read: what is asked for then is done when it is there. */
async function backlogRead({ store }: App): Promise<void> {
  if (store.state !== 'starting') return;
  const read = new Promise<void>((resolve) => {
    const listening = store.onDidChange(() => {
      if (store.state === 'starting') return;
      listening.dispose();
      resolve();
    });
  });
  const location = vscode.ProgressLocation.Window;
  await vscode.window.withProgress(
    { location, title: vscode.l10n.t('Reading the backlog…') },
    async () => read,
  );
}

function tellServerGone(): void {
  const restart = vscode.l10n.t('Restart');
  const message = vscode.l10n.t('The backlog’s language server is not running.');
  // Not awaited: the message may stay for as long as it likes.
  vscode.window.showWarningMessage(message, restart).then(
    (answer) => answer === restart && vscode.commands.executeCommand('refinery.restartServer'),
    () => undefined,
  );
}

function tellBug(app: App, id: CommandId, error: unknown): void {
  app.log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const show = vscode.l10n.t('Show Log');
  const command = commandSpec(id).title.replace(/…$/, '');
  const message = vscode.l10n.t('“{command}” did not work. The log says more.', { command });
  vscode.window.showErrorMessage(message, show).then(
    (answer) => {
      if (answer === show) app.log.show();
    },
    () => undefined,
  );
}
