import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diskText, file, openBacklog, writeDisk } from '../support/backlog.ts';
import { eventually } from '../support/eventually.ts';
import { outline } from '../support/tree.ts';

/** Opens a file and puts the cursor in front of a text. */
async function openAt(path: string, text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const editor = await vscode.window.showTextDocument(document);
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${path} holds no ${text}`);
  const position = document.positionAt(at);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

async function hovers(path: string, text: string): Promise<readonly string[]> {
  const { document, selection } = await openAt(path, text);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    selection.active,
  );
  return found.flatMap(({ contents }) =>
    contents.map((content) =>
      content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content),
    ),
  );
}

function hovered(path: string, text: string): Promise<readonly string[]> {
  return eventually(`a hover on ${text}`, async () => {
    const found = await hovers(path, text);
    return found.length > 0 ? found : undefined;
  });
}

async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('refinery').update(key, value, vscode.ConfigurationTarget.Global);
}

suite('Ids in other files', () => {
  suiteSetup(() => outline((lines) => lines.length > 20));
  teardown(closeAll);

  for (const [path, where] of [
    ['src/sync.ts', 'a comment'],
    ['README.md', 'Markdown'],
    ['COMMIT_EDITMSG', 'a commit message'],
  ] as const)
    test(`say in ${where} which story they mean`, async () => {
      const said = await hovered(path, 'FN-14');
      assert.equal(said.filter((text) => text.includes('Two phones edited one note')).length, 1, said.join());
    });

  test('may be former ones', async () => {
    const said = await hovered('src/sync.ts', 'FIELD-2');
    assert.ok(
      said.some((text) => text.includes('Notes that survive the field')),
      said.join(),
    );
  });

  test('lead to the page, from the backlog itself as well', async () => {
    for (const path of ['src/sync.ts', 'backlog.yaml']) {
      const said = await eventually(`both in ${path}`, async () => {
        const found = await hovers(path, 'FN-14');
        const all = found.join('\n');
        return all.includes('Two phones edited one note') && all.includes('refinery.openPage')
          ? found
          : undefined;
      });
      assert.equal(said.filter((text) => text.includes('refinery.openPage')).length, 1, said.join('\n'));
      assert.equal(said.join('\n').split('Two phones edited one note').length, 2, said.join('\n'));
    }
  });

  test('say nothing where no item is called so, and no word beside them does', async () => {
    await hovered('src/sync.ts', 'FN-14');
    assert.deepEqual(await hovers('src/sync.ts', 'FN-9999'), []);
    assert.deepEqual(await hovers('src/sync.ts', 'after'), []);
  });

  test('lead to the item', async () => {
    const { document, selection } = await openAt('src/sync.ts', 'FN-14');
    const [link] = await eventually('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        selection.active,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.equal(link?.targetUri.toString(), file().toString());
    const backlog = await vscode.workspace.openTextDocument(file());
    assert.ok(backlog.getText(link.targetRange).includes('id: FN-14'));
  });

  test('are said once in the backlog itself', async () => {
    await openBacklog();
    const said = await hovered('backlog.yaml', 'FN-14');
    assert.equal(said.filter((text) => text.includes('Two phones edited one note')).length, 1);
  });

  test('are left alone where somebody wants that', async () => {
    await hovered('src/sync.ts', 'FN-14');
    await set('hover.everywhere', false);
    assert.deepEqual(await hovers('src/sync.ts', 'FN-14'), []);
    await set('hover.everywhere', undefined);
    await hovered('src/sync.ts', 'FN-14');
  });

  test('are links where somebody wants that', async () => {
    const { document } = await openAt('src/sync.ts', 'FN-14');
    const links = async (): Promise<readonly vscode.DocumentLink[]> =>
      vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.deepEqual(await links(), []);
    await set('links.underline', true);
    const found = await eventually('links', async () => {
      const some = await links();
      return some.length > 0 ? some : undefined;
    });
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['FN-14', 'FIELD-2'],
    );
    assert.match(found[0]?.target?.toString(true) ?? '', /backlog\.yaml#L\d+,\d+$/);
    await set('links.underline', undefined);
    await eventually('no links', async () => (await links()).length === 0);
  });
});

suite('A TODO', () => {
  let text: string;
  setup(async () => {
    text = await diskText();
  });
  teardown(async () => {
    await closeAll();
    await writeDisk(text);
  });

  async function offered(path: string, at: string): Promise<vscode.CodeAction | undefined> {
    const { document, selection } = await openAt(path, at);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
    );
    return actions.find(({ title }) => title === 'Create story from this comment');
  }

  test('becomes a story with a link to its line', async () => {
    await outline((lines) => lines.length > 20);
    const action = await eventually('the light bulb', () => offered('src/sync.ts', 'TODO'));
    const place: unknown = action.command?.arguments?.[0];
    assert.ok(typeof place === 'object' && place !== null);
    const made = await vscode.commands.executeCommand<{ readonly id: string } | undefined>(
      'refinery.createStoryFromComment',
      { ...place, title: 'Wait longer each time' },
    );
    assert.match(made?.id ?? '', /^FN-\d+$/);
    const after = await diskText();
    const story = after.slice(after.indexOf(`id: ${made?.id ?? ''}`));
    assert.match(story, /^id: FN-\d+\n {4}title: Wait longer each time\n {4}status: idea\n/);
    assert.match(story.slice(0, 200), /links:[\s\S]{0,12}src\/sync\.ts#L4/);
    await outline((lines) => lines.some((line) => line.includes('Wait longer each time')));
  });

  test('is offered on its line alone, and not in the backlog', async () => {
    await eventually('the light bulb', () => offered('src/sync.ts', 'TODO'));
    assert.equal(await offered('src/sync.ts', 'export'), undefined);
    const backlog = await openBacklog();
    await backlog.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# TODO: sort this\n');
    });
    assert.equal(await offered('backlog.yaml', 'TODO'), undefined);
  });
});
