import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentSymbol, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { BacklogsResult, ItemDetails, PlanResult } from '../../src/protocol/lsp.ts';
import type { Snapshot } from '../../src/protocol/snapshot.ts';
import { Editor, insertion, type Setup, URI } from './editor.ts';

const CLEAN = `product: {name: Fieldnotes, key: FN}
stories:
  - id: FN-1
    title: Sync
    status: idea
  - id: FN-2
    title: Merge
    depends_on: [FN-1]
`;

let editor: Editor | undefined;

async function start(setup?: Setup): Promise<Editor> {
  editor = await Editor.start(setup);
  return editor;
}

afterEach(() => {
  editor?.stop();
  editor = undefined;
});

describe('diagnostics', () => {
  it('are published with the version after each change, also when nothing is wrong', async () => {
    const editor = await start();
    expect(await editor.open(CLEAN)).toMatchObject({ uri: URI, version: 1, diagnostics: [] });
    const wrong = await editor.change([insertion(4, 16, 'x')]);
    expect(wrong.version).toBe(2);
    expect(wrong.diagnostics).toMatchObject([
      {
        source: 'refinery',
        code: 'workflow/status',
        range: { start: { line: 4, character: 12 }, end: { line: 4, character: 17 } },
      },
    ]);
    expect(wrong.diagnostics[0]?.codeDescription?.href).toMatch(/^https:.*workflow\/status/);
    const right = await editor.change([
      { at: { line: 4, character: 16 }, to: { line: 4, character: 17 }, text: '' },
    ]);
    expect(right).toMatchObject({ version: 3, diagnostics: [] });
    expect(await editor.change([insertion(3, 15, 's')])).toMatchObject({ version: 4, diagnostics: [] });
  });

  it('count lines and characters as the editor does, behind CRLF and characters of two units', async () => {
    const editor = await start();
    const text = 'stories:\r\n  - title: 🦊🦊\r\n    status: 🦊x\r\n';
    const { diagnostics } = await editor.open(text);
    expect(diagnostics[0]?.range).toEqual({
      start: { line: 2, character: 12 },
      end: { line: 2, character: 15 },
    });
    await editor.change([{ at: { line: 2, character: 12 }, to: { line: 2, character: 15 }, text: 'idea' }]);
    const snapshot = await editor.request<Snapshot>('refinery/snapshot', { uri: URI });
    expect(snapshot).toMatchObject({ rows: [{ title: '🦊🦊', status: 'idea' }] });
  });

  it('follow several edits in one message, in either order', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    await editor.change([insertion(6, 16, '!'), insertion(3, 15, '?')]);
    await editor.change([insertion(3, 11, 'A '), insertion(3, 11, 'B '), insertion(6, 11, 'C ')]);
    const snapshot = await editor.request<Snapshot>('refinery/snapshot', { uri: URI });
    expect(snapshot).toMatchObject({ rows: [{ title: 'B A Sync?' }, { title: 'C Merge!' }] });
  });

  it('take a change that gives the whole text', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    const answer = editor.next();
    await editor.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: CLEAN.replace('idea', 'nope') }],
    });
    expect((await answer).diagnostics).toHaveLength(1);
  });

  it('of a burst of changes are published once, for the last', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    const before = editor.published.length;
    await Promise.all(Array.from({ length: 50 }, (_, i) => editor.send([insertion(3, 15 + i, 'x')])));
    await editor.settled();
    const after = editor.published.slice(before);
    expect(after.length).toBeLessThan(10);
    expect(after.at(-1)?.version).toBe(51);
    const snapshot = await editor.request<Snapshot>('refinery/snapshot', { uri: URI });
    expect(snapshot).toMatchObject({ rows: [{ title: `Sync${'x'.repeat(50)}` }, {}] });
  });

  it('are 500 at most: the worst, then the nearest to the edit, and one that says how many more', async () => {
    const editor = await start();
    const story = (i: number): string =>
      `  - title: A\n    status: no${i}\n${i === 650 ? '    estimate: [\n' : ''}`;
    const { diagnostics } = await editor.open(
      `stories:\n${Array.from({ length: 700 }, (_, i) => story(i)).join('')}`,
    );
    expect(diagnostics).toHaveLength(501);
    expect(diagnostics.at(-1)).toMatchObject({
      severity: 3,
      message: expect.stringMatching(/^\d+ more of \d+ /) as string,
    });
    const line = 1 + 600 * 2;
    const near = await editor.change([insertion(line, 12, 'B')]);
    expect(near.diagnostics.some(({ range }) => range.start.line === line + 1)).toBe(true);
    expect(near.diagnostics.some(({ range }) => range.start.line === 2)).toBe(false);
  });
});

describe('files on disk', () => {
  const disk = { [URI]: CLEAN.replace('idea', 'nope'), 'file:///team/app.backlog.yaml': CLEAN };

  it('are found, read and judged without being opened', async () => {
    const editor = await start({ disk });
    const { uris } = await editor.request<BacklogsResult>('refinery/backlogs', null);
    expect(uris).toEqual(['file:///team/app.backlog.yaml', URI]);
    const about = editor.published.find(({ uri }) => uri === URI);
    expect(about?.diagnostics).toHaveLength(1);
    expect(about?.version).toBeUndefined();
  });

  it('are read through an editor that has Refinery in it, which hears of every change', async () => {
    const editor = await start({ disk, refinery: true });
    const { uris } = await editor.request<BacklogsResult>('refinery/backlogs', null);
    expect(uris).toHaveLength(2);
    await editor.outside(undefined);
    await editor.settled();
    expect(editor.told).toEqual(expect.arrayContaining([`changed ${URI}`, `removed ${URI}`]));
    expect((await editor.request<BacklogsResult>('refinery/backlogs', null)).uris).toHaveLength(1);
  });

  it('that change while they are closed are judged again', async () => {
    const editor = await start({ disk });
    await editor.request('refinery/backlogs', null);
    const answer = editor.next();
    await editor.outside(CLEAN);
    expect(await answer).toMatchObject({ uri: URI, diagnostics: [] });
  });

  it('that change while they are open and dirty wait until they are closed', async () => {
    const editor = await start({ disk });
    await editor.request('refinery/backlogs', null);
    await editor.open(CLEAN);
    await editor.change([insertion(3, 15, ' mine')]);
    const before = editor.published.length;
    await editor.outside(CLEAN.replace('Sync', 'Theirs'));
    await editor.settled();
    expect(editor.published).toHaveLength(before);
    expect(await editor.request('refinery/snapshot', { uri: URI })).toMatchObject({
      rows: [{ title: 'Sync mine' }, {}],
    });
    await editor.close();
    expect(await editor.request('refinery/snapshot', { uri: URI })).toMatchObject({
      rows: [{ title: 'Theirs' }, {}],
    });
  });

  it('keep what was saved when they are closed', async () => {
    const editor = await start({ disk });
    await editor.request('refinery/backlogs', null);
    await editor.open(CLEAN);
    await editor.change([insertion(3, 15, ' saved')]);
    await editor.save();
    await editor.close();
    expect(await editor.request('refinery/snapshot', { uri: URI })).toMatchObject({
      rows: [{ title: 'Sync saved' }, {}],
    });
  });

  it('that are renamed or deleted lose their diagnostics', async () => {
    const editor = await start({ disk });
    await editor.request('refinery/backlogs', null);
    const renamed = 'file:///team/new.backlog.yaml';
    await editor.outside(undefined);
    await editor.outside(disk[URI], renamed);
    const { uris } = await editor.request<BacklogsResult>('refinery/backlogs', null);
    await editor.settled();
    expect(uris).not.toContain(URI);
    expect(editor.latest(URI)).toEqual([]);
    expect(editor.latest(renamed)).toHaveLength(1);
  });

  it('of installed packages are not judged', async () => {
    const editor = await start();
    await editor.request('refinery/backlogs', null);
    await editor.outside(disk[URI], 'file:///team/node_modules/x/backlog.yaml');
    await editor.outside(disk[URI]);
    expect((await editor.request<BacklogsResult>('refinery/backlogs', null)).uris).toEqual([URI]);
  });

  it('of a folder that leaves the workspace are forgotten, those of a new one read', async () => {
    const editor = await start({ disk });
    await editor.request('refinery/backlogs', null);
    editor.disk.clear();
    editor.disk.set('file:///other/backlog.yaml', CLEAN);
    const event = {
      added: [{ uri: 'file:///other', name: 'other' }],
      removed: [{ uri: 'file:///team', name: 'team' }],
    };
    await editor.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    const { uris } = await editor.request<BacklogsResult>('refinery/backlogs', null);
    expect(uris).toEqual(['file:///other/backlog.yaml']);
    expect(editor.latest(URI)).toEqual([]);
  });

  it('are watched through the client where it can', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const editor = await start({ capabilities });
    await editor.request('refinery/backlogs', null);
    await editor.settled();
    expect(JSON.stringify(editor.watched)).toContain('**/*.backlog.yml');
  });
});

describe('language features over the protocol', () => {
  it('answer with ranges of the document', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    const hover = await editor.at<Hover>('textDocument/hover', 7, 18);
    expect(hover.range).toEqual({ start: { line: 7, character: 17 }, end: { line: 7, character: 21 } });
    const definition = await editor.at<Location[]>('textDocument/definition', 7, 18);
    expect(definition).toEqual([
      { uri: URI, range: { start: { line: 2, character: 8 }, end: { line: 2, character: 12 } } },
    ]);
    const references = await editor.at<Location[]>('textDocument/references', 2, 9, {
      context: { includeDeclaration: true },
    });
    expect(references.map(({ range }) => range.start.line)).toEqual([2, 7]);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    expect(symbols.map(({ name, children = [] }) => [name, children.length])).toEqual([
      ['product', 0],
      ['stories', 2],
    ]);
    const named = await editor.request<{ name: string }[]>('workspace/symbol', { query: 'merge' });
    expect(named.map(({ name }) => name)).toEqual(['FN-2 Merge']);
    expect(await editor.request('textDocument/foldingRange', { textDocument: { uri: URI } })).toHaveLength(3);
  });

  it('complete right after an edit, with snippets only for clients that know them', async () => {
    const plain = await start();
    await plain.open(CLEAN);
    await plain.send([insertion(8, 0, '    la')]);
    const list = await plain.at<{ items: { label: string; textEdit: object }[] }>(
      'textDocument/completion',
      8,
      6,
    );
    expect(list.items.find(({ label }) => label === 'labels')?.textEdit).toEqual({
      range: { start: { line: 8, character: 4 }, end: { line: 8, character: 6 } },
      newText: 'labels: []',
    });
    plain.stop();
    const able = await start({
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    await able.open(CLEAN);
    await able.send([insertion(8, 0, '    la')]);
    const snippets = await able.at<typeof list>('textDocument/completion', 8, 6);
    expect(snippets.items.find(({ label }) => label === 'labels')?.textEdit).toMatchObject({
      newText: 'labels: [$0]',
    });
  });

  it('offer fixes for what is wrong, and the fix removes it', async () => {
    const editor = await start();
    const { diagnostics } = await editor.open(CLEAN.replace('idea', 'ideaa'));
    const [diagnostic] = diagnostics;
    if (diagnostic === undefined) throw new Error('nothing is wrong');
    const actions = await editor.actions(diagnostic.range, diagnostics);
    const action = actions?.find(({ title }) => title.includes('idea'));
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'workflow/status' }] });
    const edits = action?.edit?.changes?.[URI] ?? [];
    expect(edits.length).toBeGreaterThan(0);
    const fixed = await editor.change(
      edits.map(({ range, newText }) => ({ at: range.start, to: range.end, text: newText })),
    );
    expect(fixed.diagnostics).toEqual([]);
  });
});

describe('snapshots', () => {
  it('come whole first, then as what changed', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    const whole = await editor.request<Snapshot>('refinery/snapshot', { uri: URI });
    expect(whole).toMatchObject({
      kind: 'whole',
      name: 'Fieldnotes',
      productKey: 'FN',
      counts: { errors: 0 },
      rows: [
        {
          key: 'FN-1',
          address: { id: 'FN-1' },
          list: 'stories',
          title: 'Sync',
          type: 'story',
          status: 'idea',
        },
        { key: 'FN-2', title: 'Merge' },
      ],
    });
    await editor.change([insertion(6, 16, ' it')]);
    const change = await editor.request<Snapshot>('refinery/snapshot', { uri: URI, since: whole.revision });
    expect(change).toMatchObject({
      kind: 'change',
      since: whole.revision,
      splices: [{ from: 1, removed: 1, rows: [{ key: 'FN-2', title: 'Merge it' }] }],
    });
    expect(await editor.request('refinery/snapshot', { uri: URI, since: 999_999 })).toMatchObject({
      kind: 'whole',
    });
    expect(await editor.request('refinery/snapshot', { uri: 'file:///none' })).toBeNull();
  });

  it('find rows by words, and tell their details', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    expect(await editor.request('refinery/find', { uri: URI, query: 'mer', limit: 5 })).toEqual(['FN-2']);
    const details = await editor.request<ItemDetails>('refinery/item', { uri: URI, item: { id: 'FN-2' } });
    expect(details).toMatchObject({
      selection: { start: { line: 6, character: 11 }, end: { line: 6, character: 16 } },
    });
    expect(details.markdown).toContain('Merge');
    expect(await editor.request('refinery/item', { uri: URI, item: { id: 'FN-9' } })).toBeNull();
  });
});

describe('operations', () => {
  const operation = { type: 'set', item: { id: 'FN-1' }, field: 'status', value: 'ready' };

  it('are planned on the version that the asker has, and refused on any other', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    const plan = await editor.request<PlanResult>('refinery/plan', { uri: URI, version: 1, operation });
    expect(plan).toMatchObject({
      ok: true,
      version: 1,
      edits: [{ range: { start: { line: 4 }, end: { line: 4 } } }],
    });
    await editor.change([insertion(3, 15, '!')]);
    const stale = await editor.request<PlanResult>('refinery/plan', { uri: URI, version: 1, operation });
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'stale-version' } });
    const unknown = await editor.request<PlanResult>('refinery/plan', { uri: 'file:///none', operation });
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
  });

  it('can be applied by any editor, with a command', async () => {
    const editor = await start();
    const applied: WorkspaceEdit[] = [];
    editor.client.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      applied.push(edit);
      return { applied: true };
    });
    await editor.open(CLEAN);
    const params = { command: 'refinery.apply', arguments: [{ uri: URI, operation }] };
    expect(await editor.request('workspace/executeCommand', params)).toMatchObject({ ok: true });
    expect(applied[0]?.changes?.[URI]).toMatchObject([{ range: { start: { line: 4 } } }]);
    const wrong = {
      command: 'refinery.apply',
      arguments: [{ uri: URI, operation: { ...operation, item: { id: 'FN-9' } } }],
    };
    const shown: string[] = [];
    editor.client.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void shown.push(message),
    );
    expect(await editor.request('workspace/executeCommand', wrong)).toMatchObject({ ok: false });
    expect(shown).toEqual([expect.stringContaining('FN-9')]);
    expect(
      await editor.request('workspace/executeCommand', {
        command: 'refinery.apply',
        arguments: ['nonsense'],
      }),
    ).toBeNull();
  });
});

describe('bad messages', () => {
  it('cost one answer and leave the server working', async () => {
    const editor = await start();
    await editor.open(CLEAN);
    expect(await editor.request('textDocument/hover', { textDocument: null })).toBeNull();
    expect(
      await editor.request('refinery/plan', { uri: URI, operation: { type: 'no such thing' } }),
    ).toMatchObject({ ok: false });
    await editor.send([insertion(0, 0, 'x')], 'file:///never-opened.yaml');
    expect(editor.logged.join('\n')).toContain('textDocument/hover'.split('/')[1]);
    expect(await editor.at('textDocument/hover', 7, 18)).not.toBeNull();
  });
});
