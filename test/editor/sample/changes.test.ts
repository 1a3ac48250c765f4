import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diskText, file, openBacklog } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { keepFresh } from '../support/fresh.ts';
import { ids, outline, says } from '../support/tree.ts';

/** Both texts have the same lines, in any order. */
function sameLines(actual: string, expected: string): void {
  assert.deepEqual(actual.split('\n').sort(), expected.split('\n').sort());
}

/** The comment line directly above an item. */
function commentAbove(text: string, id: string): string {
  const comment = new RegExp(`^( *#.*)\\n *- id: ${id}$`, 'm').exec(text)?.[1];
  if (comment === undefined) throw new Error(`there is no comment above ${id}`);
  return comment;
}

async function diskIs(what: string, accept: (text: string) => boolean): Promise<string> {
  return eventually(what, async () => {
    const text = await diskText();
    return accept(text) ? text : undefined;
  });
}

suite('Changes from the tree', () => {
  const fresh = keepFresh();

  test('a status is set in the closed file, and taken back with refinery.undo', async () => {
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    await outline((lines) => says(lines, 'FN-48', 'review'));
    const changed = await diskText();
    assert.equal(changed.length, fresh.text.length - 'doing'.length + 'review'.length);
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
    await outline((lines) => says(lines, 'FN-48', 'doing'));
  });

  test('a status is one step of the editor’s undo', async () => {
    const editor = await openBacklog();
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    assert.notEqual(editor.document.getText(), fresh.text);
    assert.equal(editor.document.isDirty, false, 'a file that was clean is saved');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), fresh.text);
    await outline((lines) => says(lines, 'FN-48', 'doing'));
  });

  test('a file that is dirty stays dirty, and what was typed stays', async () => {
    const editor = await openBacklog();
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# typed\n');
    });
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    assert.equal(editor.document.isDirty, true);
    assert.ok(editor.document.getText().startsWith('# typed\n'));
    assert.equal(await diskText(), fresh.text);
  });

  test('several items are one change', async () => {
    const items = ['FN-48', 'FN-50', 'FN-12'];
    await vscode.commands.executeCommand('refinery.setStatus', { items, value: 'done' });
    await outline((lines) => items.every((id) => says(lines, id, 'done')));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('estimate, assignee, sprint and epic are set and taken away', async () => {
    const on = { items: ['FN-66'] };
    await vscode.commands.executeCommand('refinery.setEstimate', { ...on, value: '8' });
    await vscode.commands.executeCommand('refinery.setAssignee', { ...on, value: 'ana,ben' });
    await vscode.commands.executeCommand('refinery.setSprint', { ...on, value: 's24' });
    await vscode.commands.executeCommand('refinery.setEpic', { ...on, value: 'FN-2' });
    await outline((lines) => says(lines, 'FN-66', '8 · Ana Lima, Ben Okafor'));
    for (let step = 0; step < 4; step++) await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('a story moves to the top with its comments, and every line stays', async () => {
    await vscode.commands.executeCommand('refinery.moveTop', { items: ['FN-49'] });
    const lines = await outline((rows) => ids(rows)[0] === 'FN-49');
    assert.deepEqual(ids(lines).slice(0, 3), ['FN-49', 'FN-12', 'FN-14']);
    const text = await diskText();
    sameLines(text, fresh.text);
    assert.ok(text.includes(`${commentAbove(fresh.text, 'FN-49')}\n  - id: FN-49\n`));
    assert.ok(text.indexOf('- id: FN-49') < text.indexOf('- id: FN-12'));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('up and down change places with the neighbour', async () => {
    const before = ids(fresh.tree);
    await vscode.commands.executeCommand('refinery.moveDown', { items: ['FN-12'] });
    await outline((rows) => ids(rows)[1] === 'FN-12');
    await vscode.commands.executeCommand('refinery.moveUp', { items: ['FN-12'] });
    await outline((rows) => ids(rows).join() === before.join());
    await vscode.commands.executeCommand('refinery.moveBottom', { items: ['FN-12'] });
    await outline((rows) => ids(rows).at(-1) === 'FN-12');
    sameLines((await diskText()).trimEnd(), fresh.text.trimEnd());
  });

  test('a new story gets the next number and goes behind the last open one', async () => {
    const numbers = [...fresh.text.matchAll(/\bFN-(\d+)/g)].map(([, number]) => Number(number));
    const next = `FN-${Math.max(...numbers) + 1}`;
    const fields = { title: 'Warn before: the storage is full', estimate: 3 };
    await vscode.commands.executeCommand('refinery.newStory', { fields });
    const lines = await outline((rows) => says(rows, next, 'Warn before: the storage is full'));
    assert.ok(says(lines, next, '3'));
    await diskIs('the new story on disk', (text) => text.includes(`- id: ${next}`));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('a new story after another stands right below it', async () => {
    await vscode.commands.executeCommand('refinery.newStoryAfter', {
      items: ['FN-14'],
      fields: { title: 'Merge two notes by hand' },
    });
    const lines = await outline((rows) => rows.some((row) => row.includes('Merge two notes by hand')));
    assert.equal(
      lines.findIndex((line) => line.includes('Merge two notes by hand')),
      lines.findIndex((line) => line.startsWith('FN-14 ')) + 1,
    );
  });

  test('an item is dropped with its reason', async () => {
    const value = 'No phone of ours can do that.';
    await vscode.commands.executeCommand('refinery.dropItem', { items: ['FN-66'], value });
    await outline((lines) => says(lines, 'FN-66', 'dropped'));
    assert.ok((await diskText()).includes(`dropped_because: ${value}`));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('items are blocked with the reason, and go on', async () => {
    const items = ['FN-14', 'FN-48'];
    const value = 'waiting for phones';
    await vscode.commands.executeCommand('refinery.block', { items, value });
    const blocked = await diskIs('both reasons', (text) => text.split(`blocked: ${value}`).length === 3);
    assert.equal(blocked.replaceAll(`    blocked: ${value}\n`, ''), fresh.text);
    // Called without a reason on what is blocked already, it asks nothing.
    await vscode.commands.executeCommand('refinery.block', { items });
    await diskIs('neither of them', (text) => text === fresh.text);
  });

  test('an item is deleted, with nothing else', async () => {
    const config = vscode.workspace.getConfiguration('refinery');
    await config.update('confirmDelete', false, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('refinery.deleteItem', { items: ['FN-48'] });
    await config.update('confirmDelete', undefined, vscode.ConfigurationTarget.Global);
    await outline((lines) => !ids(lines).includes('FN-48'));
    const text = await diskText();
    assert.ok(!text.includes('- id: FN-48') && text.includes('- id: FN-49'));
    assert.ok(text.includes(commentAbove(fresh.text, 'FN-49')));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('commands act on the item at the cursor of the file', async () => {
    const editor = await openBacklog();
    const offset = editor.document.getText().indexOf('Save energy when the battery is low');
    const place = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('refinery.copyId');
    assert.equal(await vscode.env.clipboard.readText(), 'FN-48');
  });

  test('a change that was overwritten since is not taken back blindly', async () => {
    const editor = await openBacklog();
    await vscode.commands.executeCommand('refinery.setStatus', { items: ['FN-48'], value: 'review' });
    const story = editor.document.getText().indexOf('- id: FN-48');
    const at = editor.document.getText().indexOf('status: review', story);
    const range = new vscode.Range(
      editor.document.positionAt(at),
      editor.document.positionAt(at + 'status: review'.length),
    );
    await editor.edit((edit) => {
      edit.replace(range, 'status: dropped');
    });
    const before = editor.document.getText();
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(editor.document.getText(), before);
    await vscode.workspace.save(file());
  });
});
