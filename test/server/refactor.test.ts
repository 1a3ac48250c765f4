/** Renaming and refactoring as an editor asks for them, over the protocol. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Editor, URI } from './editor.ts';

const TEXT = `product: {name: Fieldnotes, key: FN}
people:
  - {id: ana}
personas:
  - {id: biologist, name: field biologist}
stories:
  - id: FN-1
    title: Sync
    story: As a field biologist, I want my notes to sync, so that my team sees them.
    acceptance:
      - works on the two oldest phones
      - Given a note, when I am online, then it syncs
    assignee: ana
  - id: FN-2
    title: Print
    depends_on: "FN-1"
    assignee: ana
`;

const CAPABILITIES = {
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: { rename: { prepareSupport: true } },
};

let editor: Editor | undefined;
afterEach(() => editor?.stop());

async function opened(text = TEXT, capabilities = CAPABILITIES, refinery = false): Promise<Editor> {
  editor = await Editor.start({ capabilities, refinery });
  await editor.open(text);
  return editor;
}

/** The text after an edit of the open file. */
function after(text: string, edit: WorkspaceEdit | undefined | null): string {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = change?.edits ?? edit?.changes?.[URI] ?? [];
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (current, { range, ...rest }) =>
        current.slice(0, offset(range.start)) +
        ('newText' in rest ? rest.newText : '') +
        current.slice(offset(range.end)),
      text,
    );
}

function lineOf(words: string): number {
  return TEXT.split('\n').findIndex((line) => line.includes(words));
}

describe('a new name', () => {
  it('is offered with the old one, without quotes, and given everywhere', async () => {
    const client = await opened();
    const line = lineOf('depends_on');
    const prepared = await client.at('textDocument/prepareRename', line, 19);
    expect(prepared).toEqual({
      range: { start: { line, character: 17 }, end: { line, character: 21 } },
      placeholder: 'FN-1',
    });
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', line, 19, { newName: 'FN-30' });
    expect(after(TEXT, edit)).toBe(
      TEXT.replaceAll('FN-1', 'FN-30')
        .replace('sees them.\n', 'sees them.\n')
        .replace('    assignee: ana\n  - id: FN-2', '    assignee: ana\n    was: [FN-1]\n  - id: FN-2'),
    );
    expect((edit.documentChanges?.[0] as TextDocumentEdit).textDocument).toEqual({ uri: URI, version: 1 });
  });

  it('that touches several items of the file is given at once, with nothing to tick', async () => {
    const client = await opened();
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 2, 9, { newName: 'ana-lima' });
    expect(edit.changeAnnotations).toBeUndefined();
    expect(after(TEXT, edit)).toBe(TEXT.replaceAll(': ana', ': ana-lima'));
  });

  it('of a role goes into the persona and its sentences', async () => {
    const client = await opened();
    const line = lineOf('story:');
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', line, 20, {
      newName: 'ornithologist',
    });
    expect(after(TEXT, edit)).toBe(
      TEXT.replace('name: field biologist', 'name: ornithologist').replace(
        'As a field biologist',
        'As an ornithologist',
      ),
    );
  });

  it('that is taken is refused with the reason', async () => {
    const client = await opened();
    await expect(
      client.at('textDocument/rename', lineOf('id: FN-1'), 10, { newName: 'FN-2' }),
    ).rejects.toThrow('FN-2 is there already: merge the two, or choose another id.');
  });

  it('is not offered for words', async () => {
    const client = await opened();
    expect(await client.at('textDocument/prepareRename', lineOf('title: Print'), 13)).toBeNull();
    expect(await client.at('textDocument/rename', lineOf('title: Print'), 13, { newName: 'x' })).toBeNull();
  });

  it('goes to a client that knows neither versions nor previews', async () => {
    const client = await opened(TEXT, { workspace: {}, textDocument: {} } as typeof CAPABILITIES);
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 2, 9, { newName: 'eva' });
    expect(edit.documentChanges).toBeUndefined();
    expect(after(TEXT, edit)).toBe(TEXT.replaceAll(': ana', ': eva'));
  });
});

function actionsAt(client: Editor, from: number, to: number, context: object = {}): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: { line: from, character: 8 }, end: { line: to, character: 12 } },
    context: { diagnostics: [], ...context },
  });
}

describe('a refactoring', () => {
  it('splits criteria off into a new story', async () => {
    const client = await opened();
    const line = lineOf('Given a note');
    const actions = await actionsAt(client, line, line);
    const split = actions.find(({ title }) => title === 'Split this criterion off into a new story');
    expect(split?.kind).toBe('refactor.extract');
    expect(split?.edit?.changeAnnotations).toBeUndefined();
    expect(after(TEXT, split?.edit)).toBe(
      TEXT.replace('      - Given a note, when I am online, then it syncs\n', '').replace(
        '  - id: FN-2',
        [
          '  - id: FN-3',
          '    title: I am online',
          '    acceptance:',
          '      - Given a note, when I am online, then it syncs',
          '    assignee: ana',
          '  - id: FN-2',
        ].join('\n'),
      ),
    );
  });

  it('is left to the commands of our own extension where something is asked', async () => {
    const client = await opened(TEXT, CAPABILITIES, true);
    const actions = await actionsAt(client, lineOf('title: Sync'), lineOf('title: Sync'));
    const command = actions.find(({ title }) => title === 'Split this story…')?.command;
    expect(command).toMatchObject({
      command: 'refinery.splitStory',
      arguments: [{ uri: URI, criteria: [] }],
    });
  });

  it('is offered by kind, and not while the cursor only rests', async () => {
    const client = await opened();
    const line = lineOf('Given a note');
    const kinds = async (only: string[]): Promise<string[]> =>
      (await actionsAt(client, line, line, { only })).map(({ kind = '' }) => kind);
    expect(new Set(await kinds(['refactor.extract']))).toEqual(new Set(['refactor.extract']));
    expect(await kinds(['quickfix'])).toEqual([]);
    expect(await kinds(['source'])).toEqual([]);
    const resting = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line, character: 10 }, end: { line, character: 10 } },
      context: { diagnostics: [], triggerKind: 2 },
    });
    expect(resting).toEqual([]);
  });
});

describe('all obvious fixes', () => {
  it('are made together where they are asked for', async () => {
    const text = `stories:\n  - id: FN-1\n    title: Fix issue #12\n    satus: idea\n`;
    const client = await opened(text);
    const [action, ...others] = await actionsAt(client, 0, 0, { only: ['source.fixAll'] });
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.refinery');
    expect(after(text, action?.edit)).toBe(
      `stories:\n  - id: FN-1\n    title: "Fix issue #12"\n    status: idea\n`,
    );
  });
});
