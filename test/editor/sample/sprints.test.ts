import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diskText } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { keepFresh } from '../support/fresh.ts';

suite('Sprints from the palette', () => {
  const fresh = keepFresh();

  test('one is closed into another and taken back, one is started', async () => {
    const head = fresh.text.indexOf('\nstories:');
    const text = `${fresh.text.slice(0, head)}  - id: s25\n    goal: What was learned\n${fresh.text.slice(head)}`;
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(
        vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
        'backlog.yaml',
      ),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();

    await vscode.commands.executeCommand('refinery.closeSprint', { items: ['s24'], value: 's25' });
    const closed = await eventually('the closed sprint', async () => {
      const now = await diskText();
      return /closed: \d{4}-\d\d-\d\d\n +result:\n +committed: 21\n/.test(now.slice(now.indexOf('- id: s24')))
        ? now
        : undefined;
    });
    assert.ok(closed.includes('sprint: s25           # carried from s23'), 'a comment stays');
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), text);

    await vscode.commands.executeCommand('refinery.startSprint', { items: ['s25'] });
    const started = await diskText();
    assert.match(
      started,
      /- id: s25\n +goal: What was learned\n +started: \d{4}-\d\d-\d\d\n +committed: \[\]\n/,
    );
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), text);
  });
});
