/** Tells the editor that there are panels. They are loaded with the first one that is opened. */
import * as vscode from 'vscode';
import { BOARD_VIEW_TYPE } from '../../protocol/panels/board.ts';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import type { Handler } from '../commands/handler.ts';

export function registerPanels(app: App): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(BOARD_VIEW_TYPE, {
    deserializeWebviewPanel: async (panel, state: unknown) => {
      const { restoreBoard } = await import('./panels.ts');
      restoreBoard(app, panel, state);
    },
  });
}

export const showBoard: Handler = async (app, args) => {
  const { openBoard } = await import('./panels.ts');
  const [clicked] = args;
  // The title bar of an editor gives the file that it shows.
  const uri = clicked instanceof vscode.Uri ? clicked.toString() : readArguments(args).uri;
  openBoard(app, uri !== undefined && app.store.backlog(uri) !== undefined ? uri : app.view.view.only);
};
