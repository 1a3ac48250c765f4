/** Opens an item where the person likes to read it: on its page, or in the file. */
import * as vscode from 'vscode';
import { type ItemAddress, itemRequest } from '../../protocol/lsp.ts';
import { settingDefault } from '../../protocol/settings.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Backlog } from '../../views/snapshots.ts';
import type { App } from '../app.ts';
import { readArguments } from './arguments.ts';
import type { Handler } from './handler.ts';
import { isPlanned, targetsOf } from './targets.ts';

/** As the setting says; what has no page is opened in the file. */
export const openStory: Handler = async (app, args) => {
  const wanted = { fits: () => true, question: vscode.l10n.t('Open which item?') };
  const [target] = await targetsOf(app, args, wanted);
  const [row] = target?.rows ?? [];
  if (target === undefined || row === undefined) return;
  await openRow(app, target.backlog, row, readArguments(args).keepFocus === true);
};

export const openPage: Handler = async (app, args) => {
  const wanted = { fits: isPlanned, question: vscode.l10n.t('Open the page of which item?') };
  const [target] = await targetsOf(app, args, wanted);
  const [row] = target?.rows ?? [];
  if (target === undefined || row === undefined) return;
  await openPageAt(app, target.backlog.uri, row.address, readArguments(args).keepFocus === true);
};

export const openItem: Handler = async (app, args) => {
  const wanted = { fits: () => true, question: vscode.l10n.t('Open which item?') };
  const [target] = await targetsOf(app, args, wanted);
  const [row] = target?.rows ?? [];
  if (target === undefined || row === undefined) return;
  await openAt(app, target.backlog, row.address, readArguments(args).keepFocus === true);
};

export async function openRow(app: App, backlog: Backlog, row: Row, keepFocus: boolean): Promise<void> {
  if (isPlanned(row) && opensPages()) await openPageAt(app, backlog.uri, row.address, keepFocus);
  else await openAt(app, backlog, row.address, keepFocus);
}

export function opensPages(): boolean {
  const where = vscode.workspace.getConfiguration('refinery').get<unknown>('openStoryIn');
  return (where ?? settingDefault('refinery.openStoryIn')) !== 'file';
}

/** In the page that is open for it, or in one that nobody works in. */
export async function openPageAt(app: App, uri: string, item: ItemAddress, keepFocus = false): Promise<void> {
  await app.openPanel('storyPage', { state: { uri, item }, keepFocus });
}

/** Opens the file with the item's title selected. */
export async function openAt(
  app: App,
  backlog: Backlog,
  item: ItemAddress,
  preserveFocus: boolean,
): Promise<void> {
  const [document, details] = await Promise.all([
    vscode.workspace.openTextDocument(vscode.Uri.parse(backlog.uri)),
    app.link.request(itemRequest, { uri: backlog.uri, item }),
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
