import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { COMMIT_COMMANDS } from '../../../src/protocol/commitCommands.ts';
import { outline } from '../support/tree.ts';

suite('Repositories in a folder that is not trusted', () => {
  test('no program of theirs runs, the tree shows nothing extra, and commands end with a sentence', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const lines = await outline((rows) => rows.length >= 3);
    assert.ok(lines.every((line) => !line.startsWith(' ')));
    const file = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
      'app/src/send.py',
    );
    await vscode.window.showTextDocument(file);
    for (const command of Object.keys(COMMIT_COMMANDS))
      await vscode.commands.executeCommand(command, { items: ['FN-12'], value: 'FN-12' });
    // Long enough for an index that should not be made.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.ok((await outline()).every((line) => !line.startsWith(' ')));
    assert.equal(existsSync(path.join(path.dirname(file.fsPath), '../../ran')), false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
