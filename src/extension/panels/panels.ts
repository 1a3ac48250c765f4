/** The panels that are open: opening them, and bringing them back after a restart of the window. */
import * as vscode from 'vscode';
import { PANELS, type PanelKind } from '../../protocol/views.ts';
import type { App } from '../app.ts';
import { KINDS } from './kinds.ts';
import type { OpenPanel, PanelState } from './openPanel.ts';
import { scriptsOf } from './page.ts';

/** With the type by which the editor knows each. */
const open: { readonly type: string; readonly panel: OpenPanel }[] = [];

/** Shows what is asked for: in a panel that is about it already, else in a new one beside the editor. */
export async function openPanel(app: App, kind: PanelKind, state: PanelState): Promise<void> {
  const type = PANELS[kind];
  const there = open.find((one) => one.type === type && one.panel.isAbout(state));
  if (there !== undefined) {
    there.panel.reveal();
    return;
  }
  const column =
    vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  const panel = vscode.window.createWebviewPanel(type, KINDS[kind].title(), column, optionsOf(app));
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
  panel.iconPath = vscode.Uri.joinPath(app.context.extensionUri, 'media', 'refinery.svg');
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
  const id = 'id' in kept && typeof kept.id === 'string' ? { id: kept.id } : {};
  return { ...uri, ...id };
}

function optionsOf({ context }: App): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [scriptsOf(context.extensionUri)] };
}
