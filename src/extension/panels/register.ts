/** Tells the editor that there are panels. They are loaded with the first one that is opened. */
import * as vscode from 'vscode';
import type { PanelKind } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import type { Handler } from '../commands/handler.ts';
import { PANEL_KINDS } from './kinds.ts';

export function registerPanels(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    ...PANEL_KINDS.map(([kind, type]) =>
      vscode.window.registerWebviewPanelSerializer(type, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const { restorePanel } = await import('./panels.ts');
          await restorePanel(app, panel, { kind, state });
        },
      }),
    ),
  );
}

/** Opens a panel about a whole backlog: the one whose file or row was clicked, else the one that is chosen. */
export function showPanel(kind: PanelKind): Handler {
  return async (app, args) => {
    const [clicked] = args;
    // The title bar of an editor gives the file that it shows.
    const wanted = clicked instanceof vscode.Uri ? clicked.toString() : readArguments(args).uri;
    const uri = wanted !== undefined && app.store.backlog(wanted) !== undefined ? wanted : app.view.view.only;
    await app.openPanel(kind, { state: uri === undefined ? {} : { uri } });
  };
}
