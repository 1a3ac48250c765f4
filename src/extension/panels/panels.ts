/** The panels that are open: opening them, and bringing them back after a restart of the window. */
import * as vscode from 'vscode';
import type { ItemAddress } from '../../protocol/lsp.ts';
import { PANELS, type PanelKind } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import { KINDS } from './kinds.ts';
import type { Opening, OpenPanel, PanelState } from './openPanel.ts';
import { scriptsOf } from './page.ts';

/** With the type by which the editor knows each. */
const open: { readonly type: string; readonly panel: OpenPanel }[] = [];

/** Shows what is asked for: in a panel that is about it already, else in one that is free, else in a new one. */
export async function openPanel(
  app: App,
  kind: PanelKind,
  { state, keepFocus = false, beside = false }: Opening,
): Promise<void> {
  const type = PANELS[kind];
  const all = open.filter((one) => one.type === type);
  const there =
    all.find(({ panel }) => panel.isAbout(state)) ??
    (beside ? undefined : all.find(({ panel }) => panel.isFree));
  if (there !== undefined) {
    there.panel.reveal(state, keepFocus);
    return;
  }
  const { Active, Beside } = vscode.ViewColumn;
  const viewColumn = vscode.window.activeTextEditor === undefined && !beside ? Active : Beside;
  const where = { viewColumn, preserveFocus: keepFocus };
  const panel = vscode.window.createWebviewPanel(type, KINDS[kind].title(), where, optionsOf(app));
  await attach(app, panel, { kind, state });
}

/** A panel of before the restart gets its content again. */
export async function restorePanel(
  app: App,
  panel: vscode.WebviewPanel,
  kept: { readonly kind: PanelKind; readonly state: unknown },
): Promise<void> {
  panel.webview.options = optionsOf(app);
  await attach(app, panel, { kind: kept.kind, state: readState(kept.state) });
}

async function attach(
  app: App,
  panel: vscode.WebviewPanel,
  { kind, state }: { readonly kind: PanelKind; readonly state: PanelState },
): Promise<void> {
  const icon = (theme: string) => vscode.Uri.joinPath(app.context.extensionUri, 'media', `tab-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  const life = { over: false };
  panel.onDidDispose(() => {
    life.over = true;
  });
  const content = await KINDS[kind].create(app, panel, state);
  // It may be closed while its code is loaded.
  if (life.over) {
    content.dispose();
    return;
  }
  const entry = { type: PANELS[kind], panel: content };
  open.push(entry);
  panel.onDidDispose(() => {
    open.splice(open.indexOf(entry), 1);
    content.dispose();
  });
  content.start();
}

/** What the view kept: its own words, but perhaps those of another version. */
function readState(kept: unknown): PanelState {
  if (typeof kept !== 'object' || kept === null) return {};
  const uri = 'uri' in kept && typeof kept.uri === 'string' ? { uri: kept.uri } : {};
  const item = 'item' in kept ? readAddress(kept.item) : undefined;
  return item === undefined ? uri : { ...uri, item };
}

function readAddress(kept: unknown): ItemAddress | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const list = 'list' in kept && (kept.list === 'stories' || kept.list === 'epics') ? kept.list : undefined;
  if ('id' in kept && typeof kept.id === 'string')
    return list === undefined ? { id: kept.id } : { id: kept.id, list };
  const index = 'index' in kept && Number.isInteger(kept.index) ? Number(kept.index) : undefined;
  return list === undefined || index === undefined ? undefined : { list, index };
}

function optionsOf({ context }: App): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [scriptsOf(context.extensionUri)] };
}
