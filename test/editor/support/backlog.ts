/** The backlog file of the window's workspace, as a test sees and changes it. */
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The extension under test, activated. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('refinery.refinery');
  if (extension === undefined) throw new Error('the extension is not there');
  await extension.activate();
  return extension;
}

/** A file of the workspace, by its path in there. */
export function file(path = 'backlog.yaml'): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens the backlog in an editor, and waits until the server has judged it once. */
export async function openBacklog(path = 'backlog.yaml'): Promise<vscode.TextEditor> {
  await activated();
  const document = await vscode.workspace.openTextDocument(file(path));
  const editor = await vscode.window.showTextDocument(document);
  await eventually('symbols of the file', async () => {
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return symbols !== undefined && symbols.length > 0;
  });
  return editor;
}

/** What is on disk now. */
export async function diskText(path = 'backlog.yaml'): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
}

/** Writes to disk behind the editor's back. */
export async function writeDisk(text: string, path = 'backlog.yaml'): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

/** The rule ids of the findings on a file, once there are any that `accept` takes. */
export async function findings(
  accept: (rules: readonly string[]) => boolean,
  path = 'backlog.yaml',
): Promise<readonly string[]> {
  return eventually('findings', () => {
    const rules = vscode.languages.getDiagnostics(file(path)).map(ruleOf);
    return accept(rules) ? rules : undefined;
  });
}

/** The rule id of a finding. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : code);
}

/** Closes all editors without asking, and forgets what was not saved. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty && !document.isClosed) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
