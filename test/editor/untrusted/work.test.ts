import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diskText, file, findings, openBacklog } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
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

  test('an id in another file says which story it means', async () => {
    const document = await vscode.workspace.openTextDocument(file('README.md'));
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('FN-12') + 1);
    const said = await eventually('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.length > 0 ? hovers : undefined;
    });
    assert.equal(said.length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
