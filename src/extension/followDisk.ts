/**
 * Follows the disk for open backlogs. What somebody wrote while a document has changes of its own is told; what they
 * wrote in the very moment of a save, which the editor takes for its own, is read.
 */
import * as vscode from 'vscode';
import { FILE_PATTERNS } from '../protocol/views.ts';
import { behindDisk, type OnDisk } from './onDisk.ts';

/** Milliseconds from the last news of a file to the look whether the editor has read it. */
const QUIET = 1000;

export function followDisk(onDisk: OnDisk): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(
    `**/{${FILE_PATTERNS.join(',')}}`,
    true,
    false,
    true,
  );
  const warned = new WeakSet<vscode.TextDocument>();
  const looks = new Map<string, NodeJS.Timeout>();

  async function warn(document: vscode.TextDocument): Promise<void> {
    if (warned.has(document) || !(await onDisk.isBehind(document))) return;
    warned.add(document);
    const compare = vscode.l10n.t('Compare');
    const chosen = await vscode.window.showWarningMessage(behindDisk(document), compare);
    warned.delete(document);
    if (chosen === compare)
      await vscode.commands.executeCommand('workbench.files.action.compareWithSaved', document.uri);
  }

  function lookLater(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(looks.get(key));
    const look = setTimeout(() => {
      looks.delete(key);
      if (!document.isClosed && !document.isDirty) void onDisk.settled(document);
    }, QUIET);
    looks.set(key, look);
  }

  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange((uri) => {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (document === undefined) return;
      void warn(document);
      lookLater(document);
    }),
    {
      dispose: () => {
        looks.forEach((look) => {
          clearTimeout(look);
        });
      },
    },
  );
}
