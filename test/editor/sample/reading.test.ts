import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, openBacklog } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { keepFresh } from '../support/fresh.ts';
import { outline } from '../support/tree.ts';

function some<T>(what: string, command: string, ...args: unknown[]): Promise<T[]> {
  return eventually(what, async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return found !== undefined && found.length > 0 ? found : undefined;
  });
}

function rangeOf({ document }: vscode.TextEditor, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, text);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

suite('Reading the file', () => {
  keepFresh();

  test('titles stand behind ids, and can be switched off', async () => {
    const editor = await openBacklog();
    const line = rangeOf(editor, 'epic: FN-3');
    const [hint] = await some<vscode.InlayHint>('hints', 'vscode.executeInlayHintProvider', file(), line);
    const label =
      typeof hint?.label === 'string' ? hint.label : hint?.label.map(({ value }) => value).join('');
    assert.equal(label, 'The team sees the day');
    const settings = vscode.workspace.getConfiguration('refinery');
    await settings.update('inlayHints.titles', false, vscode.ConfigurationTarget.Global);
    await eventually('no hints', async () => {
      const left = await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeInlayHintProvider',
        file(),
        line,
      );
      return left.length === 0;
    });
    await settings.update('inlayHints.titles', undefined, vscode.ConfigurationTarget.Global);
    await some('hints again', 'vscode.executeInlayHintProvider', file(), line);
  });

  test('a line over each epic and sprint says how far it is', async () => {
    const editor = await openBacklog();
    const lenses = await some<vscode.CodeLens>('lenses', 'vscode.executeCodeLensProvider', file(), 5);
    const over = rangeOf(editor, '- id: FN-1\n').start.line;
    const lens = lenses.find(({ range }) => range.start.line === over);
    assert.match(lens?.command?.title ?? '', /^\d+ of \d+ points, \d+ of \d+ stories done$/);
    assert.equal(lens?.command?.command, 'refinery.filter');
    const given: readonly unknown[] = lens.command.arguments ?? [];
    await vscode.commands.executeCommand(lens.command.command, ...given);
    const rows = await outline((lines) => lines.length > 3 && lines.length < 40);
    assert.ok(
      rows.some((row) => row.includes('FN-47')) && !rows.some((row) => row.includes('FN-14 ')),
      rows.join(),
    );
    await vscode.commands.executeCommand('refinery.clearFilter');
  });

  test('over stories, where somebody wants that, it says what they lack', async () => {
    const editor = await openBacklog();
    const settings = vscode.workspace.getConfiguration('refinery');
    await settings.update('codeLens.readiness', true, vscode.ConfigurationTarget.Global);
    const titles = await eventually('lenses over stories', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        editor.document.uri,
        200,
      );
      const found = lenses.flatMap(({ command }) => command?.title ?? []);
      return found.some((title) => title.startsWith('Ready')) && found;
    });
    assert.ok(
      titles.some((title) => title.startsWith('Lacks ')),
      titles.join('\n'),
    );
    await settings.update('codeLens.readiness', undefined, vscode.ConfigurationTarget.Global);
  });

  test('who, what and why have colours of their own', async () => {
    const editor = await openBacklog();
    const range = rangeOf(editor, 'story: As a');
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentRangeSemanticTokensLegend',
      file(),
      range,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      file(),
      range,
    );
    const kinds = new Set(
      [...tokens.data].flatMap((type, i) => (i % 5 === 3 ? legend.tokenTypes[type] : [])),
    );
    for (const kind of ['storyKeyword', 'storyRole', 'storyMeans', 'storyEnd', 'itemId'])
      assert.ok(kinds.has(kind), `${kind} of ${[...kinds].join(', ')}`);
  });

  test('the same label, item and persona are shown together', async () => {
    const editor = await openBacklog();
    for (const [text, words] of [
      ['epic: FN-3', 'FN-3'],
      ['As a field biologist', 'field biologist'],
    ] as const) {
      const { start } = rangeOf(editor, text);
      const at = start.translate(0, text.indexOf(words) + 2);
      const found = await some<vscode.DocumentHighlight>(
        `places of ${words}`,
        'vscode.executeDocumentHighlights',
        file(),
        at,
      );
      assert.ok(found.length > 3, words);
      for (const { range } of found)
        assert.equal(editor.document.getText(range).toLowerCase(), words.toLowerCase());
    }
  });

  test('links of the repository are opened by a click', async () => {
    const editor = await openBacklog();
    const links = await some<vscode.DocumentLink>('links', 'vscode.executeLinkProvider', file());
    const link = links.find(({ range }) => editor.document.getText(range) === 'research/sync.md');
    assert.equal(link?.target?.path, file('research/sync.md').path);
  });
});
