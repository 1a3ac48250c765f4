/** How the backlog view shows the backlog: grouping, filter, and which backlog. */
import * as vscode from 'vscode';
import type { Grouping } from '../../protocol/settings.ts';
import { BACKLOG_VIEW_ID } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import { isGrouping } from '../viewState.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';

export const groupBy: Handler = async (app, args) => {
  const { value } = readArguments(args);
  if (isGrouping(value)) {
    app.view.update({ grouping: value });
    return;
  }
  const labels: Readonly<Record<Grouping, string>> = {
    none: vscode.l10n.t('Rank only'),
    epic: vscode.l10n.t('Epic'),
    sprint: vscode.l10n.t('Sprint'),
    status: vscode.l10n.t('Status'),
    assignee: vscode.l10n.t('Assignee'),
  };
  const current = app.view.view.grouping;
  const items = Object.entries(labels).map(([grouping, label]) => ({
    label: grouping === current ? `$(check) ${label}` : label,
    grouping,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group the backlog by') });
  if (isGrouping(picked?.grouping)) app.view.update({ grouping: picked.grouping });
};

/** Shows what is found while it is typed; Escape puts the filter back as it was. */
export const filter: Handler = async (app, args) => {
  const { value, show } = readArguments(args);
  if (show === true) await vscode.commands.executeCommand(`${BACKLOG_VIEW_ID}.focus`);
  if (value === undefined) await typeFilter(app);
  else app.view.update({ filter: value.trim() });
};

/** Milliseconds after the last key before the tree is filtered. */
const PACE = 120;

async function typeFilter(app: App): Promise<void> {
  const before = app.view.view.filter;
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Filter the backlog');
  box.placeholder = vscode.l10n.t('Words, or: label:sync assignee:ana status:doing type:bug is:blocked');
  box.prompt = vscode.l10n.t('Every term must match; prefix with - to exclude.');
  box.value = before;
  let timer: NodeJS.Timeout | undefined;
  const use = (text: string) => {
    clearTimeout(timer);
    app.view.update({ filter: text.trim() });
  };
  box.onDidChangeValue((text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      use(text);
    }, PACE);
  });
  await new Promise<void>((resolve) => {
    let accepted = false;
    box.onDidAccept(() => {
      accepted = true;
      use(box.value);
      box.hide();
    });
    box.onDidHide(() => {
      if (!accepted) use(before);
      resolve();
    });
    box.show();
  });
  box.dispose();
}

export const clearFilter: Handler = (app) => {
  app.view.update({ filter: '' });
  return Promise.resolve();
};

export const hideDone: Handler = (app) => {
  app.view.update({ hideDone: !app.view.view.hideDone });
  return Promise.resolve();
};

export const chooseBacklog: Handler = async (app) => {
  const { backlogs } = app.store;
  if (backlogs.length < 2) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('There is only one backlog here.'), 5000);
    return;
  }
  const files = app.store.backlogs.map(({ uri, name }) => ({
    label: name === '' ? vscode.workspace.asRelativePath(vscode.Uri.parse(uri)) : name,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    only: uri,
  }));
  const items = [{ label: vscode.l10n.t('All backlogs'), description: '', only: undefined }, ...files];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which backlog to show') });
  if (picked !== undefined) app.view.update({ only: picked.only });
};
