/** From a row to its place in the file, and to the clipboard. */
import * as vscode from 'vscode';
import { itemRequest } from '../../protocol/lsp.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { openFileCommand } from '../tree/provider.ts';
import { readArguments } from './arguments.ts';
import { pickRow } from './pickRow.ts';
import type { Handler } from './handler.ts';
import { targetsOf } from './targets.ts';

export const openItem: Handler = async (app, args) => {
  const wanted = { fits: () => true, question: vscode.l10n.t('Open which item?') };
  const [target] = await targetsOf(app, args, wanted);
  const [row] = target?.rows ?? [];
  if (target === undefined || row === undefined) return;
  await openAt(app, target.backlog, row, readArguments(args).keepFocus === true);
};

export const goToStory: Handler = async (app) => {
  const picked = await pickRow(app, vscode.l10n.t('Go to a story'));
  if (picked === undefined) return;
  await Promise.all([
    openAt(app, picked.backlog, picked.row, false),
    app.tree.reveal(picked.backlog.uri, picked.row.key),
  ]);
};

/** Opens the file with the item's title selected. */
export async function openAt(app: App, backlog: Backlog, row: Row, preserveFocus: boolean): Promise<void> {
  const [document, details] = await Promise.all([
    vscode.workspace.openTextDocument(vscode.Uri.parse(backlog.uri)),
    app.link.request(itemRequest, { uri: backlog.uri, item: row.address }),
  ]);
  const options: vscode.TextDocumentShowOptions = { preview: true, preserveFocus };
  if (details !== null) {
    const { start, end } = details.selection;
    options.selection = new vscode.Range(start.line, start.character, end.line, end.character);
  }
  const editor = await vscode.window.showTextDocument(document, options);
  if (options.selection !== undefined) {
    editor.revealRange(options.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

export const copyId: Handler = async (app, args) => {
  const wanted = { fits: () => true, question: vscode.l10n.t('Copy the id of which item?') };
  const targets = await targetsOf(app, args, wanted);
  const ids = targets.flatMap(({ rows }) => rows.map(({ id, title }) => id ?? title));
  if (ids.length > 0) await vscode.env.clipboard.writeText(ids.join('\n'));
};

export const openFile: Handler = async (app) => {
  const { only } = app.view.view;
  const backlog = app.store.backlogs.find(({ uri }) => uri === only) ?? app.store.backlogs[0];
  const uri = backlog?.uri ?? app.store.unreadable[0]?.uri;
  if (uri === undefined) return;
  const { command, arguments: args = [] } = openFileCommand(uri);
  await vscode.commands.executeCommand(command, ...(args as readonly unknown[]));
};

export const showProblems: Handler = async () => {
  await vscode.commands.executeCommand('workbench.actions.view.problems');
};
