import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diskText, file, openBacklog } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { keepFresh } from '../support/fresh.ts';
import { outline } from '../support/tree.ts';

/** The range of the first occurrence of some words, in a document. */
function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`the file does not say ${words}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

suite('Refactorings', () => {
  const fresh = keepFresh();

  test('a story is split, its criteria dealt out, and taken back in one step', async () => {
    await vscode.commands.executeCommand('refinery.splitStory', {
      items: ['FN-48'],
      fields: { title: 'Positions cost little', story: 'When I walk, I want positions, so I can map.' },
      criteria: [2],
    });
    await outline((lines) => lines.some((line) => line.includes('Positions cost little')));
    const text = await diskText();
    const second = text.slice(text.indexOf('title: Positions cost little'));
    const scenario = fresh.text.slice(
      fresh.text.indexOf('      - scenario: a position still costs little'),
      fresh.text.indexOf('\n', fresh.text.indexOf('then: [the position is read once')),
    );
    assert.ok(second.includes(scenario));
    assert.equal(text.split(scenario).length, 2, 'the scenario is there once');
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('duplicates are merged, and who named one names the other', async () => {
    await vscode.commands.executeCommand('refinery.mergeStories', {
      items: ['FN-12', 'FN-14'],
      value: 'FN-12',
    });
    await outline((lines) => !lines.some((line) => line.startsWith('FN-14 ')));
    const text = await diskText();
    assert.ok(!/^ *- id: FN-14$/m.test(text));
    assert.ok(text.includes('scenario: two phones edited one note'));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('an epic is made of stories', async () => {
    await vscode.commands.executeCommand('refinery.extractEpic', {
      items: ['FN-12', 'FN-14'],
      value: 'Everything syncs',
    });
    const text = await eventually('the epic', async () => {
      const now = await diskText();
      return now.includes('title: Everything syncs') ? now : undefined;
    });
    const id = /- id: (FN-\d+)\n *title: Everything syncs/.exec(text)?.[1] ?? '';
    assert.equal(text.split(`epic: ${id}\n`).length, 3);
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('a criterion moves to another story', async () => {
    await vscode.commands.executeCommand('refinery.moveCriterion', {
      items: ['FN-48'],
      criteria: [0],
      value: 'FN-14',
    });
    const text = await diskText();
    const criterion = '      - Given a battery at 15 percent, when the next percent is lost';
    assert.ok(text.indexOf(criterion) > text.indexOf('- id: FN-14'));
    assert.ok(text.indexOf(criterion) < text.indexOf('- id: FN-47'));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('a person gets another name everywhere', async () => {
    await vscode.commands.executeCommand('refinery.changeId', {
      uri: file().toString(),
      fields: { what: 'person', from: 'ana', to: 'ana-lima' },
    });
    const text = await diskText();
    assert.ok(text.includes('- id: ana-lima'));
    assert.ok(!/\bana\b(?![-@ ])/.test(text.replaceAll(/#.*/g, '')));
    await vscode.commands.executeCommand('refinery.undo');
    assert.equal(await diskText(), fresh.text);
  });

  test('the editor renames a persona in its sentences', async () => {
    const { document } = await openBacklog();
    const position = rangeOf(document, 'As a field biologist').end;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      'ornithologist',
    );
    assert.ok(edit.size > 0);
    await vscode.workspace.applyEdit(edit);
    const text = document.getText();
    assert.ok(text.includes('name: ornithologist'));
    assert.ok(text.includes('story: As an ornithologist, I want my notes to sync'));
    assert.ok(!text.includes('As a field biologist,'));
  });

  test('the light bulb offers what can be made of a criterion', async () => {
    const { document } = await openBacklog();
    const range = rangeOf(document, 'Given a battery at 15 percent');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'refactor',
    );
    const titles = actions.map(({ title }) => title);
    for (const title of [
      'Write this criterion as a mapping',
      'Write this criterion as Gherkin',
      'Move this criterion to another story…',
    ])
      assert.ok(titles.includes(title), titles.join('\n'));
    const mapping = actions.find(({ title }) => title === 'Write this criterion as a mapping');
    assert.ok(mapping?.edit);
    await vscode.workspace.applyEdit(mapping.edit);
    assert.ok(document.getText().includes('      - given: a battery at 15 percent\n'));
  });
});
