import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ids, outline, says } from '../support/tree.ts';

async function storiesOfFile(): Promise<readonly string[]> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, 'backlog.yaml');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const stories = text.slice(text.search(/^stories:/m));
  return [...stories.matchAll(/^ *- id: (\S+)/gm)].map(([, id = '']) => id);
}

suite('The tree of the sample', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('refinery.groupBy', 'none');
    await vscode.commands.executeCommand('refinery.clearFilter');
  });

  test('has every story in the order of the file', async () => {
    const expected = await storiesOfFile();
    assert.ok(expected.length >= 60);
    assert.deepEqual(ids(await outline((lines) => lines.length >= expected.length)), expected);
  });

  test('says status, estimate and people of a row', async () => {
    const lines = await outline((rows) => rows.length > 20);
    assert.ok(says(lines, 'FN-12', '(doing · 5 · Chika Mori, Ben Okafor)'), lines[0]);
  });

  test('groups by epic, sprint, status and assignee, and loses no story', async () => {
    const expected = new Set(await storiesOfFile());
    for (const [grouping, group] of [
      ['epic', 'FN-1 '],
      ['sprint', 's24 '],
      ['status', 'doing '],
      ['assignee', 'Chika Mori '],
    ] as const) {
      await vscode.commands.executeCommand('refinery.groupBy', grouping);
      const lines = await outline((rows) => rows.some((row) => row.startsWith(group)));
      const rows = lines.filter((line) => line.startsWith('  '));
      assert.deepEqual(new Set(ids(rows)), expected, grouping);
    }
  });

  test('filters by words and terms', async () => {
    await vscode.commands.executeCommand('refinery.filter', 'type:bug is:done');
    const lines = await outline((rows) => rows.length < 40 && rows.some((row) => row.includes('FN-49')));
    assert.ok(lines.every((line) => line.includes('bug') && line.includes('done')));
    await vscode.commands.executeCommand('refinery.filter', 'nothing has these words');
    await outline((rows) => rows.length === 0);
    await vscode.commands.executeCommand('refinery.clearFilter');
    await outline((rows) => rows.length >= 60);
  });

  test('a row opens the file at its title', async () => {
    await vscode.commands.executeCommand('refinery.openItem', { items: ['FN-48'] });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.languageId, 'backlog');
    assert.equal(editor.document.getText(editor.selection), 'Save energy when the battery is low');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
