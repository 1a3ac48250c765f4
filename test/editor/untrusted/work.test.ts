import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diskText, findings, openBacklog } from '../support/backlog.ts';
import { outline, says } from '../support/tree.ts';

suite('The main job in a folder that is not trusted', () => {
  test('the tree is there, the file is judged, and a status is set and taken back', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const text = await diskText();
    await outline((lines) => lines.length >= 60);
    await openBacklog();
    await findings((rules) => rules.length > 0);
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    await outline((lines) => says(lines, 'FN-48', 'review'));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), text);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
