import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  InitializeResult,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { linkTarget } from '../../src/server/linkTargets.ts';
import { ServerSettings } from '../../src/server/settings.ts';
import { Editor, insertion, type Setup, URI } from './editor.ts';

const TEXT = `epics:
  - id: FN-1
    title: Offline
stories:
  - id: FN-2
    title: 🦊 Sync
    status: done
    estimate: 5
    epic: FN-1
  - id: FN-3
    title: Merge
    epic: FN-1
    story: As a cook, I want salt, so that it tastes
    links: [notes/a.md, https://a.example, "command:x"]
`;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const textDocument = { uri: URI };

let editor: Editor | undefined;

async function start(setup?: Setup): Promise<Editor> {
  editor = await Editor.start(setup);
  await editor.open(TEXT);
  return editor;
}

afterEach(() => {
  editor?.stop();
  editor = undefined;
});

function hints(from: Editor): Promise<readonly InlayHint[] | null> {
  return from.request('textDocument/inlayHint', { textDocument, range: WHOLE });
}

function lenses(from: Editor): Promise<readonly CodeLens[]> {
  return from.request('textDocument/codeLens', { textDocument });
}

function set(from: Editor, refinery: unknown): Promise<void> {
  return from.client.sendNotification('workspace/didChangeConfiguration', { settings: { refinery } });
}

describe('titles behind ids', () => {
  it('are shown, lead to the item, and can be switched off', async () => {
    const editor = await start();
    const found = await hints(editor);
    expect(found?.map(({ position, label }) => [position.line, label])).toMatchObject([
      [8, [{ value: 'Offline', location: { uri: URI, range: { start: { line: 1, character: 8 } } } }]],
      [11, [{ value: 'Offline' }]],
    ]);
    await set(editor, { inlayHints: { titles: false } });
    expect(await hints(editor)).toBeNull();
    await set(editor, { inlayHints: { titles: 'yes' } });
    expect(await hints(editor)).toHaveLength(2);
  });

  it('are asked for again when a setting changes, where the editor can', async () => {
    const capabilities = {
      workspace: { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
    };
    const editor = await start({ capabilities });
    const asked: string[] = [];
    for (const method of ['workspace/inlayHint/refresh', 'workspace/codeLens/refresh'])
      editor.client.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    await set(editor, {});
    await editor.settled();
    await expect.poll(() => asked).toHaveLength(2);
  });
});

describe('lenses', () => {
  it('tell how far an epic is, and lead our own editor to its stories', async () => {
    expect(await lenses(await start())).toEqual([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        command: { title: '5 of 5 points, 1 of 2 stories done', command: '' },
      },
    ]);
    editor?.stop();
    const [lens] = await lenses(await start({ refinery: true }));
    expect(lens?.command).toMatchObject({
      command: 'refinery.filter',
      arguments: [{ value: 'epic:FN-1', show: true }],
    });
  });

  it('tell what stories lack, where that is wanted, and follow edits', async () => {
    const editor = await start();
    await set(editor, { codeLens: { progress: false, readiness: true } });
    const [lens] = await lenses(editor);
    expect(lens).toMatchObject({ range: { start: { line: 9 } } });
    expect(lens?.command).toBeUndefined();
    const resolve = (): Promise<CodeLens> => editor.request('codeLens/resolve', lens);
    expect((await resolve()).command?.title).toBe('Lacks acceptance criteria, estimate');
    await editor.change([insertion(10, 16, '\n    estimate: 2')]);
    expect((await resolve()).command?.title).toBe('Lacks acceptance criteria');
  });
});

/** Each token as line, character, length and type. */
function absolute(data: readonly number[]): readonly (readonly number[])[] {
  const tokens: number[][] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
    character = down === 0 ? character + right : right;
    line += down;
    tokens.push([line, character, length, type]);
  }
  return tokens;
}

describe('semantic tokens', () => {
  const inLines = (from: Editor, first: number, last: number): Promise<SemanticTokens> =>
    from.request('textDocument/semanticTokens/range', {
      textDocument,
      range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
    });

  it('are those of a range, and of the whole', async () => {
    const editor = await start();
    const all = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    expect(absolute(all.data)).toEqual([
      [1, 8, 4, 7],
      [4, 8, 4, 7],
      [8, 10, 4, 7],
      [9, 8, 4, 7],
      [11, 10, 4, 7],
      [12, 11, 4, 0],
      [12, 16, 4, 1],
      [12, 22, 6, 0],
      [12, 29, 4, 3],
      [12, 35, 7, 0],
      [12, 43, 9, 4],
    ]);
    expect(absolute((await inLines(editor, 1, 2)).data)).toEqual([[1, 8, 4, 7]]);
    await editor.change([insertion(0, 0, '# one more line\n')]);
    expect(absolute((await inLines(editor, 2, 3)).data)).toEqual([[2, 8, 4, 7]]);
  });

  it('have names that the editor knows', async () => {
    const types = async (options: object): Promise<unknown> => {
      const editor = await Editor.start();
      const answer = await editor.request<InitializeResult>('initialize', {
        processId: null,
        rootUri: null,
        capabilities: {},
        ...options,
      });
      editor.stop();
      return answer.capabilities.semanticTokensProvider;
    };
    expect(await types({})).toMatchObject({
      legend: { tokenTypes: expect.arrayContaining(['type']) as unknown },
      full: true,
    });
    expect(await types({ initializationOptions: { refineryFiles: true } })).toMatchObject({
      legend: { tokenTypes: expect.arrayContaining(['storyRole']) as unknown },
      full: false,
    });
  });
});

describe('places', () => {
  it('that are the same are highlighted', async () => {
    const editor = await start();
    const found = await editor.at<DocumentHighlight[]>('textDocument/documentHighlight', 8, 12);
    expect(found.map(({ range, kind }) => [range.start.line, kind])).toEqual([
      [1, 3],
      [8, 2],
      [11, 2],
    ]);
    expect(await editor.at('textDocument/documentHighlight', 10, 13)).toBeNull();
  });

  it('grow from word to file', async () => {
    const editor = await start();
    const positions = [{ line: 12, character: 30 }];
    const [first] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions,
    });
    const sizes: string[] = [];
    for (let at: SelectionRange | undefined = first; at; at = at.parent)
      sizes.push(
        `${at.range.start.line}:${at.range.start.character}-${at.range.end.line}:${at.range.end.character}`,
      );
    expect(sizes[0]).toBe('12:29-12:33');
    expect(sizes[1]).toBe('12:22-12:33');
    expect(sizes.at(-1)).toBe('0:0-14:0');
  });

  it('that links lead to are inside the folder or on the web', async () => {
    const editor = await start();
    const links = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    expect(links.map(({ target }) => target)).toEqual(['file:///team/notes/a.md', 'https://a.example']);
  });
});

describe('the target of a link', () => {
  const file = 'file:///team/plan/backlog.yaml';
  it.each([
    ['a.md', 'file:///team/plan/a.md'],
    ['../src/a b.ts#L12', 'file:///team/src/a%20b.ts#L12'],
    ['./x/./y//z.md', 'file:///team/plan/x/y/z.md'],
    ['100%.md', 'file:///team/plan/100%25.md'],
    ['https://a.example/b?c#d', 'https://a.example/b?c#d'],
  ])('%s is %s', (target, expected) => {
    expect(linkTarget(target, file, ['file:///team'])).toBe(expected);
  });

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    '//host/share',
    '\\\\host\\share',
    'a\\..\\..\\b',
    'http://a.example',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'C:/x',
    'https://a.example" onclick="x',
    'a\u0000b',
    '',
    '#L1',
    '.',
  ])('%j is none', (target) => {
    expect(linkTarget(target, file, ['file:///team/'])).toBeUndefined();
  });

  it('stays beside a file that is in no open folder', () => {
    expect(linkTarget('a.md', file, ['file:///other'])).toBe('file:///team/plan/a.md');
    expect(linkTarget('../a.md', file, ['file:///tea'])).toBeUndefined();
  });
});

describe('settings', () => {
  it('are the defaults where nothing usable is given', () => {
    for (const given of [
      undefined,
      null,
      3,
      {},
      { refinery: 4 },
      { refinery: { codeLens: { progress: 'no' } } },
    ])
      expect(new ServerSettings(given).get('refinery.codeLens.progress')).toBe(true);
  });

  it('may be nested or given by their whole names', () => {
    const nested = new ServerSettings({ refinery: { codeLens: { readiness: true } } });
    expect(nested.get('refinery.codeLens.readiness')).toBe(true);
    expect(
      new ServerSettings({ 'refinery.codeLens.readiness': true }).get('refinery.codeLens.readiness'),
    ).toBe(true);
  });
});

describe('search over several backlogs', () => {
  it('gives the best answers first, whichever file they are in', async () => {
    editor = await Editor.start({
      disk: {
        'file:///team/a/backlog.yaml': 'stories:\n  - {id: A-1, title: The resync of notes, status: done}\n',
        'file:///team/b/backlog.yaml': 'stories:\n  - {id: B-1, title: Notes in sync}\n',
      },
    });
    const find = async (query: string): Promise<readonly string[]> =>
      (await (editor as Editor).request<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name }) => name,
      );
    await expect.poll(() => find('sync notes')).toEqual(['B-1 Notes in sync', 'A-1 The resync of notes']);
  });
});
