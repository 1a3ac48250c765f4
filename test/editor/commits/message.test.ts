import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { outline } from '../support/tree.ts';
import { commitBox, folderOf, repositoryOf } from './git.ts';

/** What completion offers at the end of a text in the commit box: ids, the likely ones first. */
async function offers(document: vscode.TextDocument): Promise<readonly string[]> {
  const end = document.positionAt(document.getText().length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end,
  );
  return list.items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Reference)
    .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? '', 'en'))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function write(name: string, text: string): Promise<vscode.TextDocument> {
  const { inputBox } = await repositoryOf(name);
  const box = await commitBox(name);
  inputBox.value = text;
  await eventually('the text in the box', () => box.getText() === text);
  return box;
}

suite('The commit box', () => {
  suiteSetup(async () => {
    await outline((lines) => lines.length >= 3);
    // What stands in the box is a document's text only where the box is shown.
    await vscode.commands.executeCommand('workbench.view.scm');
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
  teardown(async () => {
    await write('app', '');
    await closeAll();
  });

  test('offers ids after a key, and in a trailer', async () => {
    const box = await write('app', 'Queue notes, FN-');
    const ids = await eventually('ids', async () => {
      const offered = await offers(box);
      return offered.length > 0 ? offered : undefined;
    });
    for (const id of ['FN-12', 'FN-13', 'FN-14']) assert.ok(ids.includes(id), ids.join(' '));
    await write('app', 'Queue notes\n\nStory: ');
    assert.deepEqual(await offers(box), ids);
  });

  test('finds a story by its words after #', async () => {
    const box = await write('app', 'Warn early #batt');
    assert.ok((await offers(box)).includes('FN-13'));
  });

  test('offers nothing while words are typed', async () => {
    const box = await write('app', 'Queue the notes');
    assert.deepEqual(await offers(box), []);
  });

  test('says at an id which story it means', async () => {
    const box = await write('app', 'Queue notes, FN-12');
    const hovers = await eventually('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        box.uri,
        box.positionAt(15),
      );
      return found.length > 0 ? found : undefined;
    });
    assert.equal(hovers.length, 1);
    const [content] = hovers[0]?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString);
    assert.match(content.value, /Sync when back online/);
    assert.ok(content.isTrusted !== true);
  });

  test('gets trailers at its end, and keeps what stands there', async () => {
    const box = await write(
      'app',
      'Queue notes\n\nThey are kept in order.\n\nSigned-off-by: Chika <c@x.example>',
    );
    await vscode.commands.executeCommand('refinery.commits.link', { value: 'FN-12,FN-13' });
    await eventually('the trailers', () => /Story: FN-13\s*$/.test(box.getText()));
    assert.match(
      box.getText(),
      /^Queue notes\n\nThey are kept in order\.\n\nSigned-off-by: Chika <c@x\.example>\nStory: FN-12(?:, FN-13|\nStory: FN-13)\s*$/,
    );
    const before = box.getText();
    await vscode.commands.executeCommand('refinery.commits.link', { value: 'FN-12' });
    assert.equal(box.getText(), before);
  });

  test('so does git’s own editor', async () => {
    const file = vscode.Uri.file(`${folderOf('app')}/.git/COMMIT_EDITMSG`);
    const text = 'Queue notes\n\n# Please enter the commit message\n#\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'git-commit');
    await vscode.commands.executeCommand('refinery.commits.link', { value: 'FN-14' });
    await eventually('the trailer', () => document.getText().includes('Story: FN-14'));
    assert.match(document.getText(), /^Queue notes\n\nStory: FN-14\n\n?# Please enter/);
  });
});
