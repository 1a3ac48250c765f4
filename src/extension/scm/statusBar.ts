/** The status bar's item for the active story: says what it is, and lets it be changed. It never asks by itself. */
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import type { ActiveStory } from './active.ts';
import { plainLines, withoutIcons } from './plain.ts';

/** Characters of a title; the status bar has little room. */
const MOST = 32;

export function showActiveStory(app: App, active: ActiveStory): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('refinery.activeStory', vscode.StatusBarAlignment.Left, 90);
  item.name = vscode.l10n.t('Active Story');
  item.command = 'refinery.commits.setActive';
  const draw = (): void => {
    const { current, row } = active;
    const wanted = vscode.workspace.getConfiguration('refinery').get<unknown>('commits.statusBar') !== false;
    if (!wanted || current === undefined || app.store.backlogs.length === 0) {
      item.hide();
      return;
    }
    const { branch, byName } = current;
    if (row === undefined) {
      item.text = `$(bookmark) ${vscode.l10n.t('No story')}`;
      item.tooltip = plainLines([
        vscode.l10n.t('The branch {branch} has no active story. Click to set one.', { branch }),
      ]);
      item.accessibilityInformation = { label: vscode.l10n.t('No active story') };
    } else {
      const { id = '', title } = row;
      item.text = `$(bookmark) ${withoutIcons(`${id} · ${shortened(title)}`)}`;
      item.tooltip = plainLines([
        `${id} ${title}`,
        byName
          ? vscode.l10n.t('The branch {branch} is named after this story. Click to set another one.', {
              branch,
            })
          : vscode.l10n.t('The active story of the branch {branch}. Click to set another one.', { branch }),
      ]);
      item.accessibilityInformation = { label: vscode.l10n.t('Active story {id} {title}', { id, title }) };
    }
    item.show();
  };
  draw();
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('refinery.commits.statusBar')) draw();
  });
  return vscode.Disposable.from(item, settings, active.onDidChange(draw));
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length <= MOST ? title : `${letters.slice(0, MOST - 1).join('')}…`;
}
