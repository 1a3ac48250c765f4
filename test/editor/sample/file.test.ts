import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diskText, file, findings, openBacklog, ruleOf, writeDisk } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { keepFresh } from '../support/fresh.ts';
import { ids, outline, says } from '../support/tree.ts';

async function replace(editor: vscode.TextEditor, old: string, text: string, after = ''): Promise<void> {
  const { document } = editor;
  const from = after === '' ? 0 : document.getText().indexOf(after);
  const at = document.getText().indexOf(old, from);
  assert.notEqual(at, -1, old);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + old.length));
  await editor.edit((edit) => {
    edit.replace(range, text);
  });
}

/** The text with FN-48 in review. */
function inReview(text: string): string {
  return text.replace(/(- id: FN-48\b[^]*?status: )doing/, '$1review');
}

suite('The file itself', () => {
  const fresh = keepFresh();

  test('is judged while somebody types', async () => {
    const editor = await openBacklog();
    const before = await findings((rules) => rules.length > 0);
    assert.ok(!before.includes('reference/unknown'));
    await replace(editor, 'epic: FN-1', 'epic: FN-9999', '- id: FN-48');
    await findings((rules) => rules.includes('reference/unknown'));
    const finding = vscode.languages
      .getDiagnostics(file())
      .find((diagnostic) => ruleOf(diagnostic) === 'reference/unknown');
    assert.equal(finding && editor.document.getText(finding.range), 'FN-9999');
    await replace(editor, 'FN-9999', 'FN-1');
    await findings((rules) => !rules.includes('reference/unknown'));
    assert.equal(editor.document.getText(), fresh.text);
  });

  test('offers a quick fix that removes the finding', async () => {
    const editor = await openBacklog();
    await replace(editor, 'status: doing', 'status: doign', '- id: FN-48');
    const finding = await eventually('a finding at the misspelt status', () =>
      vscode.languages.getDiagnostics(file()).find(({ range }) => editor.document.getText(range) === 'doign'),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file(),
      finding.range,
    );
    const fix = actions.find(({ title, edit }) => title.includes('doing') && edit !== undefined);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(editor.document.getText(), fresh.text);
    await eventually('no finding there', () =>
      vscode.languages.getDiagnostics(file()).every(({ range }) => !range.isEqual(finding.range)),
    );
  });

  test('that is broken in one place keeps every other story in view', async () => {
    const editor = await openBacklog();
    await replace(editor, 'title: Save energy when the battery is low', 'title: "Save energy [', '');
    await findings((rules) => rules.some((rule) => rule.startsWith('yaml/')));
    const expected = ids(fresh.tree).filter((id) => id !== 'FN-48');
    const lines = await outline((rows) => !says(rows, 'FN-48', 'Save energy when the battery is low'));
    assert.deepEqual(
      ids(lines).filter((id) => id !== 'FN-48'),
      expected,
    );
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-14'], value: 'review' });
    await outline((rows) => says(rows, 'FN-14', 'review'));
    assert.ok(editor.document.getText().includes('title: "Save energy ['));
  });

  test('follows what is typed before it is saved', async () => {
    const editor = await openBacklog();
    await replace(editor, 'Save energy when the battery is low', 'Typed just now');
    await outline((rows) => says(rows, 'FN-48', 'Typed just now'));
    assert.equal(await diskText(), fresh.text);
    await vscode.commands.executeCommand('undo');
    await outline((rows) => says(rows, 'FN-48', 'Save energy'));
  });

  test('changed on disk while it is closed: the tree follows', async () => {
    await writeDisk(fresh.text.replace('Save energy when the battery is low', 'Changed by a pull'));
    await outline((rows) => says(rows, 'FN-48', 'Changed by a pull'));
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    const text = await diskText();
    assert.ok(text.includes('title: Changed by a pull'));
    await outline((rows) => says(rows, 'FN-48', 'review'));
  });

  test('changed on disk while it is dirty: what was typed stays, and no edit is made on top of it', async () => {
    const editor = await openBacklog();
    await replace(editor, 'Save energy when the battery is low', 'Typed and not saved');
    await outline((rows) => says(rows, 'FN-48', 'Typed and not saved'));
    await writeDisk(fresh.text.replace('Two phones edited one note', 'Changed by a pull'));
    const typed = editor.document.getText();
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    assert.equal(editor.document.getText(), typed);
    assert.equal(editor.document.isDirty, true);
    const lines = await outline((rows) => says(rows, 'FN-48', 'doing'));
    assert.ok(says(lines, 'FN-48', 'Typed and not saved') && says(lines, 'FN-14', 'Two phones edited'));
    assert.ok((await diskText()).includes('Changed by a pull'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await outline((rows) => says(rows, 'FN-14', 'Changed by a pull'));
  });

  test('given other line ends on disk: a change is saved at once, in those ends', async () => {
    for (const ends of ['\r\n', '\n']) {
      const text = fresh.text.replaceAll('\n', ends);
      await openBacklog();
      await writeDisk(text);
      await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
      assert.equal(await diskText(), inReview(text));
      await vscode.commands.executeCommand('refinery.undo');
      assert.equal(await diskText(), text);
    }
  });

  suite('written again by another tool in the moment of a save', () => {
    /** Sets a status while the file becomes newer and longer than the editor knows: it refuses to write over that. */
    async function reviewedWhileWritten(text: string): Promise<vscode.TextDocument> {
      const { document } = await openBacklog();
      const once = vscode.workspace.onWillSaveTextDocument((save) => {
        once.dispose();
        save.waitUntil(writeDisk(text));
      });
      await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
      return document;
    }

    test('in other line ends: the change is made on that, and saved', async () => {
      const text = fresh.text.replaceAll('\n', '\r\n');
      const document = await reviewedWhileWritten(text);
      assert.equal(document.isDirty, false);
      assert.equal(await diskText(), inReview(text));
    });

    test('in both line ends, as the editor never would: the change stays to be saved', async () => {
      const text = fresh.text.replace('\n', '\r\n');
      const document = await reviewedWhileWritten(text);
      assert.equal(document.isDirty, true);
      assert.equal(document.getText(), inReview(fresh.text));
      assert.equal(await diskText(), text);
    });
  });

  test('a second backlog stands beside the first, each under its own root', async () => {
    await writeDisk(
      'product: {name: Api, key: API}\nstories:\n  - {id: API-1, title: First}\n',
      'api/backlog.yaml',
    );
    const lines = await outline((rows) => rows.some((row) => row.startsWith('Api ')));
    assert.ok(lines.some((line) => line.startsWith('  API-1 First')));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(file(), '../api'), { recursive: true });
    await outline((rows) => rows.length === fresh.tree.length);
  });

  test('a backlog whose file is deleted goes from view, and comes back with it', async () => {
    const text = 'product: {name: Api, key: API}\nstories:\n  - {id: API-1, title: First}\n';
    const here = (rows: readonly string[]) => rows.some((row) => row.includes('API-1 First'));
    await writeDisk(text, 'api.backlog.yaml');
    await outline(here);
    await vscode.workspace.fs.delete(file('api.backlog.yaml'));
    await outline((rows) => !here(rows));
    await writeDisk(text, 'api.backlog.yaml');
    await outline(here);
    await vscode.workspace.fs.delete(file('api.backlog.yaml'));
  });

  test('is shown again after the server was restarted', async () => {
    await vscode.commands.executeCommand('refinery.restartServer');
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    await outline((rows) => says(rows, 'FN-48', 'review'));
  });
});
