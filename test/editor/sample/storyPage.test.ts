/** The page of a story as a tab: what opens it, and which tab is taken. What stands on it is tested with a browser. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openBacklog } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { keepFresh } from '../support/fresh.ts';
import { outline } from '../support/tree.ts';

function pages(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('refinery.storyPage'),
    );
}

/** The labels of all pages, once they begin like this. */
async function pagesAre(...ids: readonly string[]): Promise<void> {
  await eventually(`pages of ${ids.join(', ')}`, () => {
    const labels = pages().map(({ label }) => label);
    const isThere = (id: string) => labels.some((label) => label.startsWith(`${id} `));
    if (labels.length === ids.length && ids.every(isThere)) return true;
    throw new Error(`there are ${JSON.stringify(labels)}`);
  });
}

function opensIn(where: 'page' | 'file' | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration('refinery').update('openStoryIn', where, true);
}

suite('The page of a story', () => {
  keepFresh();
  suiteSetup(async () => {
    await outline();
  });
  teardown(async () => {
    await opensIn(undefined);
    await closeAll();
  });

  test('is what an item opens, and the next one takes the same tab', async () => {
    await opensIn('page');
    await vscode.commands.executeCommand('refinery.openStory', { items: ['FN-12'] });
    await pagesAre('FN-12');
    await vscode.commands.executeCommand('refinery.openStory', { items: ['FN-1'] });
    await pagesAre('FN-1');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  test('is not what an item opens where the person wants the file', async () => {
    await opensIn('file');
    await vscode.commands.executeCommand('refinery.openStory', { items: ['FN-12'] });
    const editor = await eventually('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.getText(editor.selection), 'Sync when back online');
    assert.deepEqual(pages(), []);
    await vscode.commands.executeCommand('refinery.openPage', { items: ['FN-12'] });
    await pagesAre('FN-12');
  });

  test('has the new title in its tab when the title is typed in the editor beside it', async () => {
    const editor = await openBacklog();
    await vscode.commands.executeCommand('refinery.openPage', { items: ['FN-12'] });
    await pagesAre('FN-12');
    const at = editor.document.getText().indexOf('Sync when back online');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, editor.document.positionAt(at), 'Quickly ');
    await vscode.workspace.applyEdit(edit);
    await eventually('the new title', () =>
      pages().some(({ label }) => label.startsWith('FN-12 Quickly Sync')),
    );
  });
});
