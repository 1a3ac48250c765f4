/**
 * Shows what an operation would make of a file beside what it is, and asks whether to do it. The text comes from the
 * server's plan; nothing is changed until the person agrees, and then by the one way of `edits.ts`.
 */
import * as vscode from 'vscode';
import { type ItemAddress, type Operation, planRequest } from '../../protocol/lsp.ts';
import type { App } from '../app.ts';
import { apply } from '../commands/apply.ts';
import { edited } from '../plannedText.ts';

const SCHEME = 'refinery-preview';

/** Tells previews apart, so that no editor shows an old one. */
let count = 0;

/**
 * The items that were touched; undefined where the person did not want it or it was refused.
 * @param always also where it is a change at one place
 */
export async function applyWithPreview(
  app: App,
  uri: string,
  operation: Operation,
  label: string,
  always = false,
): Promise<readonly ItemAddress[] | undefined> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const plan = await app.link.request(planRequest, { uri, version: document.version, operation });
  if (!plan.ok && plan.refusal.code !== 'stale-version') {
    void vscode.window.showWarningMessage(plan.refusal.message);
    return undefined;
  }
  // A change at one place needs no preview: it is seen where it is made, and undone with one key.
  const alone = !always && plan.ok && plan.edits.length <= 1 && plan.items.length <= 1;
  if (plan.ok && !alone && !(await isWanted(document, edited(document, plan.edits), label))) return undefined;
  return apply(app, uri, [operation], label);
}

async function isWanted(document: vscode.TextDocument, text: string, label: string): Promise<boolean> {
  // Not a name of a backlog file: the server is not to take the preview for one.
  const preview = vscode.Uri.from({ scheme: SCHEME, path: `/${++count}/preview.yaml` });
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => text,
  });
  try {
    await vscode.commands.executeCommand('vscode.diff', document.uri, preview, label, { preview: true });
    return await agreed(label);
  } finally {
    await close(preview);
    provider.dispose();
  }
}

/** Enter does it, Escape does not; both leave the editor as it was before. */
async function agreed(label: string): Promise<boolean> {
  const yes = { label: `$(check) ${vscode.l10n.t('Apply')}`, description: label };
  const no = { label: `$(close) ${vscode.l10n.t('Cancel')}` };
  const placeHolder = vscode.l10n.t('The editor below shows what would change');
  return (await vscode.window.showQuickPick([yes, no], { placeHolder, ignoreFocusOut: true })) === yes;
}

async function close(preview: vscode.Uri): Promise<void> {
  const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const ours = shown.filter(
    ({ input }) =>
      input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview.toString(),
  );
  if (ours.length > 0) await vscode.window.tabGroups.close(ours, true);
}
