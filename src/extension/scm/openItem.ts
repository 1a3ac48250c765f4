/** Opens a backlog file at an item that the server has named. */
import * as vscode from 'vscode';
import type { ItemRef } from '../../protocol/commits.ts';

export async function openItem({ uri, position }: ItemRef): Promise<void> {
  const at = new vscode.Position(position.line, position.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { selection: new vscode.Range(at, at) });
}
