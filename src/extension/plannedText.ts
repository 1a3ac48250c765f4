/**
 * Shows what an operation would make of a file beside what it is, in the editor's own comparison. Nothing is changed
 * and nothing asked: the comparison stays open until the person closes it.
 */
import * as vscode from 'vscode';
import { type Operation, planRequest, type RangeEdit } from '../protocol/lsp.ts';
import type { App } from './app.ts';

const SCHEME = 'refinery-planned';

export type Compared = { readonly ok: true } | { readonly ok: false; readonly message: string };

export async function comparePlanned(
  app: App,
  uri: string,
  operation: Operation,
  title: string,
): Promise<Compared> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const plan = await app.link.request(planRequest, { uri, version: document.version, operation });
  if (!plan.ok) return { ok: false, message: plan.refusal.message };
  const planned = texts(app).keep(edited(document, plan.edits));
  // Beside: a view that asks for it stays in sight.
  const options = { preview: true, viewColumn: vscode.ViewColumn.Beside };
  await vscode.commands.executeCommand('vscode.diff', document.uri, planned, title, options);
  return { ok: true };
}

/** The text of a document after edits of it, which are sorted and don't overlap. */
export function edited(document: vscode.TextDocument, edits: readonly RangeEdit[]): string {
  const text = document.getText();
  let result = '';
  let at = 0;
  for (const { range, newText } of edits) {
    const offset = ({ line, character }: RangeEdit['range']['start']): number =>
      document.offsetAt(new vscode.Position(line, character));
    result += text.slice(at, offset(range.start)) + newText;
    at = offset(range.end);
  }
  return result + text.slice(at);
}

/** The texts that are shown, until their document is closed. */
class PlannedTexts implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  #count = 0;

  /** Not a name of a backlog file: the server is not to take it for one. */
  keep(text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#count}/planned.yaml` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  forget(uri: vscode.Uri): void {
    this.#texts.delete(uri.toString());
  }
}

let provider: PlannedTexts | undefined;

/** Registered with the first text that is shown. */
function texts({ context }: App): PlannedTexts {
  if (provider !== undefined) return provider;
  const made = new PlannedTexts();
  provider = made;
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, made),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) made.forget(uri);
    }),
  );
  return made;
}
