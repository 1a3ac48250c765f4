/** Finding an item, the file, or what is wrong in it; and an item's id, to the clipboard. */
import * as vscode from 'vscode';
import { openFileCommand } from '../tree/provider.ts';
import { pickRow } from './pickRow.ts';
import type { Handler } from './handler.ts';
import { openRow } from './open.ts';
import { commitOf, copyCommit } from '../scm/handlers.ts';
import { targetsOf } from './targets.ts';

export const goToStory: Handler = async (app) => {
  const picked = await pickRow(app, vscode.l10n.t('Go to a story'));
  if (picked === undefined) return;
  await Promise.all([
    openRow(app, picked.backlog, picked.row, false),
    app.tree.reveal(picked.backlog.uri, picked.row.key),
  ]);
};

export const copyId: Handler = async (app, args) => {
  // The same key on the row of a commit.
  if (commitOf(args[0]) !== undefined) return copyCommit(app, args);
  const wanted = { fits: () => true, question: vscode.l10n.t('Copy the id of which item?') };
  const targets = await targetsOf(app, args, wanted);
  const ids = targets.flatMap(({ rows }) => rows.map(({ id, title }) => id ?? title));
  if (ids.length > 0) await vscode.env.clipboard.writeText(ids.join('\n'));
  return undefined;
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
