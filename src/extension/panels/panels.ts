/** All panels with web views: opening them, and bringing them back after a restart of the window. */
import * as vscode from 'vscode';
import { BOARD_VIEW_TYPE } from '../../protocol/panels/board.ts';
import type { App } from '../app.ts';
import { BoardPanel, type BoardState } from './board/boardPanel.ts';
import { scriptsOf } from './page.ts';

const open = new Set<BoardPanel>();

/** Shows the board of a backlog: the one that is open already, else a new one beside the editor. */
export function openBoard(app: App, uri: string | undefined): void {
  for (const panel of open) {
    if (uri === undefined || panel.uri === uri) {
      panel.reveal();
      return;
    }
  }
  const title = vscode.l10n.t('Board');
  const column =
    vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  const panel = vscode.window.createWebviewPanel(BOARD_VIEW_TYPE, title, column, optionsOf(app));
  attach(app, panel, uri === undefined ? {} : { uri });
}

/** A panel of before the restart gets its content again. */
export function restoreBoard(app: App, panel: vscode.WebviewPanel, state: unknown): void {
  panel.webview.options = optionsOf(app);
  const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
  attach(app, panel, typeof uri === 'string' ? { uri } : {});
}

function attach(app: App, panel: vscode.WebviewPanel, state: BoardState): void {
  panel.iconPath = vscode.Uri.joinPath(app.context.extensionUri, 'media', 'refinery.svg');
  const board = new BoardPanel(app, panel, state);
  open.add(board);
  panel.onDidDispose(() => {
    open.delete(board);
    board.dispose();
  });
}

function optionsOf({ context }: App): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [scriptsOf(context.extensionUri)] };
}
