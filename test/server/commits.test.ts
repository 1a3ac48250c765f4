import { describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol';
import {
  blockedSinceRequest,
  commitCountsRequest,
  commitsSetUpRequest,
  type CommitsState,
  commitsStateRequest,
  type FinishProposal,
  finishProposalsRequest,
  gitPersonRequest,
  type ItemDiff,
  itemDiffRequest,
  releaseNoteRequest,
  type Unlinked,
  unlinkedRequest,
  type Why,
  whyRequest,
} from '../../src/protocol/commits.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { BACKLOG, git, host, startTeam, type Team, uriOf } from './commitTeam.ts';
import { Editor } from './editor.ts';

const folder = temporaryFolders();
const team = (): Promise<Team> => startTeam(folder);

describe('the person at the machine', () => {
  it('is who git is set up for where the backlog lies', async () => {
    const { editor, product, uri } = await team();
    product.git('config', 'user.name', 'Ben Okafor');
    product.git('config', 'user.email', 'ben@fieldnotes.example');
    const asked = (): Promise<unknown> => editor.request(gitPersonRequest.method, { uri });
    expect(await asked()).toEqual({ name: 'Ben Okafor', email: 'ben@fieldnotes.example' });
    product.git('config', 'user.email', 'ANA@fieldnotes.example');
    expect(await asked()).toEqual({
      name: 'Ben Okafor',
      email: 'ANA@fieldnotes.example',
      person: 'ana',
    });
  });

  it('is not asked for where git is not set up', async () => {
    const { editor, uri } = await team();
    await editor.request(commitsSetUpRequest.method, { setUp: null });
    expect(await editor.request(gitPersonRequest.method, { uri })).toBeNull();
  });
});

describe('commits of an item', () => {
  it('are found in every repository, and follow amending, rebasing, squashing and pushing by force', async () => {
    const { editor, api, of, moved } = await team();
    expect(await of('FN-12')).toMatchObject({ state: 'ready', commits: [], total: 0, merged: 'none' });
    api.git('checkout', '--quiet', '-b', 'feature/FN-12-sync');
    const first = api.commit('Sync notes\n\nStory: FN-12\n', { 'a.txt': 'one\ntwo\n' });
    await moved(api);
    const history = await of('FN-12', { stats: true });
    expect(history.commits).toMatchObject([
      { id: first, subject: 'Sync notes', person: 'ana', strength: 'trailer', merged: false },
    ]);
    expect(history.commits[0]?.stats).toEqual({ files: 1, added: 1, removed: 0 });
    expect(history.branches).toMatchObject([{ name: 'feature/FN-12-sync', current: true, merged: false }]);
    expect(history.people).toMatchObject([{ person: 'ana', commits: 1 }]);

    api.git('commit', '--quiet', '--amend', '--message', 'Sync notes\n\nStory: FN-13');
    await moved(api);
    // The branch still says FN-12; the commit says something else.
    expect((await of('FN-12')).commits).toEqual([]);
    expect((await of('FN-13')).commits).toMatchObject([{ subject: 'Sync notes', strength: 'trailer' }]);

    api.git('checkout', '--quiet', 'main');
    const base = api.commit('Another\n', { 'b.txt': 'b\n' });
    api.git('rebase', '--quiet', 'main', 'feature/FN-12-sync');
    await moved(api);
    const rebased = await of('FN-13');
    expect(rebased.commits).toMatchObject([{ id: api.head() }]);
    expect(base).not.toBe(api.head());

    api.git('checkout', '--quiet', 'main');
    api.git('merge', '--quiet', '--squash', 'feature/FN-12-sync');
    api.git('commit', '--quiet', '--no-edit');
    api.git('branch', '--quiet', '-D', 'feature/FN-12-sync');
    await moved(api);
    expect((await of('FN-13')).commits).toMatchObject([
      { id: api.head(), merged: true, strength: 'trailer' },
    ]);
    editor.stop();
  });

  it('tell tags, counts and a release note', async () => {
    const { editor, api, uri, of, moved } = await team();
    api.commit('FN-12: one\n', { 'a.txt': '1\n' });
    api.git('tag', 'v1');
    api.commit(
      'FN-12: two [link](command:x)\n',
      { 'a.txt': '2\n' },
      { name: 'Ben [x](http://y)', email: 'ben@x.example' },
    );
    api.git('tag', '--annotate', '--message', 'v2', 'v2');
    await moved(api);
    const history = await of('FN-12');
    expect(history).toMatchObject({ total: 2, merged: 'all', tags: [{ name: 'v2' }] });
    expect(history.first).toBeLessThan(history.last ?? 0);
    expect(await editor.request(commitCountsRequest.method, { uri })).toMatchObject([
      { id: 'FN-12', commits: 2, people: 2, merged: 'all' },
    ]);
    const note = await editor.request<{ markdown: string }>(releaseNoteRequest.method, { uri, id: 'FN-12' });
    expect(note.markdown).toBe(
      '- **FN-12** Sync when back online (Ben \\[x\\](http://y), Ana Lima, 2 commits)',
    );
    editor.stop();
  });

  it('stand over the stories of the file, where somebody wants them', async () => {
    const { editor, api, uri, moved } = await team();
    api.commit('FN-12: one\n');
    await moved(api);
    const lenses = (): Promise<readonly CodeLens[]> =>
      editor.request('textDocument/codeLens', { textDocument: { uri } });
    const titles = async (): Promise<readonly (string | undefined)[]> =>
      (await lenses()).map(({ command }) => command?.title);
    expect(await titles()).not.toContain('1 commit, merged');
    await editor.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { refinery: { codeLens: { commits: true } } },
    });
    const lens = (await lenses()).find(({ command }) => command?.title === '1 commit, merged');
    const line = BACKLOG.split('\n').findIndex((each) => each.includes('FN-12'));
    expect(lens?.range.start.line).toBe(line);
    editor.stop();
  });

  it('give the files that the item changed', async () => {
    const { editor, api, uri, moved } = await team();
    const before = api.head();
    api.commit('FN-12: one\n', { 'a.txt': '1\n' });
    api.commit('Else\n', { 'c.txt': 'c\n' });
    const last = api.commit('FN-12: two\n', { 'a.txt': '2\n', 'b c.txt': 'new\n' });
    await moved(api);
    api.git('rm', '--quiet', 'c.txt');
    const gone = api.commit('FN-12: three\n');
    await moved(api);
    const diff = await editor.request<ItemDiff>(itemDiffRequest.method, { uri, id: 'FN-12' });
    expect(diff.mixed).toBe(true);
    expect(diff.files).toMatchObject([
      {
        uri: uriOf(api.folder, 'a.txt'),
        before: { revision: before },
        after: { revision: last },
        commits: 2,
      },
      { uri: uriOf(api.folder, 'b c.txt'), after: { revision: last }, commits: 1 },
      { uri: uriOf(api.folder, 'c.txt'), before: { revision: last }, commits: 1 },
    ]);
    expect(diff.files[1]?.before).toBeUndefined();
    expect(diff.files[2]?.after).toBeUndefined();
    expect(gone).not.toBe(last);
    editor.stop();
  });

  it('are none where nothing was set up, and again when it is taken away', async () => {
    const { editor, uri, of } = await team();
    await editor.request(commitsSetUpRequest.method, { setUp: null });
    expect(await of('FN-12')).toBeNull();
    expect(await editor.request(commitsStateRequest.method, { uri })).toEqual({
      state: 'off',
      repositories: [],
    });
    expect(await editor.request(unlinkedRequest.method, { uri })).toMatchObject({
      state: 'off',
      message: 'Git is not set up here.',
    });
    editor.stop();
  });

  it('say what is missing where there is no git or no repository', async () => {
    const root = folder({ 'backlog.yaml': BACKLOG });
    const uri = uriOf(root, 'backlog.yaml');
    for (const [program, words] of [
      [git, /no git repository/],
      ['/nowhere/git', /can't be run/],
    ] as const) {
      const editor = await Editor.start({ disk: { [uri]: BACKLOG }, commits: host });
      await editor.request(commitsSetUpRequest.method, {
        setUp: { git: program, storage: null, repositories: [] },
      });
      const state = await editor.request<CommitsState>(commitsStateRequest.method, { uri });
      expect(state.state).toBe('off');
      expect(state.message).toMatch(words);
      editor.stop();
    }
  });
});

describe('since when a story is blocked', () => {
  it('is when the line that says so was committed, whatever was changed around it since', async () => {
    const { editor, product, uri, moved } = await team();
    const ask = (): Promise<readonly (number | null)[]> =>
      editor.request(blockedSinceRequest.method, {
        uri,
        items: ['FN-12', 'FN-13', 'FN-99'].map((id) => ({ id })),
      });
    const blocked = BACKLOG.replace(
      'title: Keep drafts, status: ready}',
      'title: Keep drafts, status: ready, blocked: waiting for phones}',
    );
    await editor.open(blocked, uri);
    expect(await ask()).toEqual([null, null, null]);
    product.commit('Block', { 'backlog.yaml': blocked });
    await moved(product);
    const time = Number(product.git('log', '-1', '--format=%ct'));
    expect(await ask()).toEqual([null, time, null]);
    // Lines above it come, and are not committed; another commit touches another story.
    await editor.send([{ at: { line: 0, character: 0 }, text: '# a note\n' }], uri);
    expect(await ask()).toEqual([null, time, null]);
    product.commit('Else', { 'backlog.yaml': blocked.replace('Share it', 'Share them') });
    await moved(product);
    expect(await ask()).toEqual([null, time, null]);
    await editor.request(commitsSetUpRequest.method, { setUp: null });
    expect(await ask()).toEqual([]);
    editor.stop();
  });
});

describe('why a line is there', () => {
  it('goes from the line to the commit, the story, the epic, the objective and the insight', async () => {
    const { editor, api, moved } = await team();
    api.commit('Sync\n\nStory: FN-12\n', { 'a.txt': 'one\ntwo\nthree\n' });
    await moved(api);
    const why = (line: number, text?: string): Promise<Why> =>
      editor.request(whyRequest.method, {
        uri: uriOf(api.folder, 'a.txt'),
        line,
        ...(text === undefined ? {} : { text }),
      });
    const answer = await why(1);
    expect(answer).toMatchObject({
      found: true,
      commit: { subject: 'Sync', person: 'ana' },
      stories: [
        { id: 'FN-12', epic: { id: 'FN-1' }, objective: { id: 'same-day' }, insights: [{ id: 'lost' }] },
      ],
    });
    // The first line is older, and names nothing.
    expect(await why(0)).toMatchObject({ found: true, commit: { subject: 'Start' }, stories: [] });
    // What is typed moves lines; a new line is nobody's.
    expect(await why(3, 'one\r\nnew\r\ntwo\r\nthree\r\n')).toMatchObject({
      found: true,
      commit: { subject: 'Sync' },
    });
    expect(await why(1, 'one\nnew\ntwo\n')).toEqual({
      found: false,
      message: 'This line is not committed yet.',
    });
    const other = await editor.request(whyRequest.method, { uri: uriOf(api.folder, 'none.txt'), line: 0 });
    expect(other).toMatchObject({ found: false });
    editor.stop();
  });
});

describe('what is not linked, and what looks done', () => {
  it('lists commits without a story and done stories without a commit', async () => {
    const { editor, api, uri, moved } = await team();
    api.commit('UTF-8 everywhere\n');
    api.commit('FN-12: x\n');
    await moved(api);
    const unlinked = await editor.request<Unlinked>(unlinkedRequest.method, { uri });
    expect(unlinked.commits.map(({ subject }) => subject).sort()).toEqual([
      'Start',
      'Start',
      'UTF-8 everywhere',
    ]);
    expect(unlinked.stories).toMatchObject([{ id: 'FN-14' }]);
    editor.stop();
  });

  it('proposes stories whose branch was merged or that a trailer closes, as operations', async () => {
    const { editor, api, uri, moved } = await team();
    const proposals = (): Promise<readonly FinishProposal[]> =>
      editor.request(finishProposalsRequest.method, { uri });
    api.git('checkout', '--quiet', '-b', 'FN-12-sync');
    api.commit('Work\n', { 'w.txt': 'w' });
    await moved(api);
    expect(await proposals()).toEqual([]);
    api.git('checkout', '--quiet', 'main');
    api.git('merge', '--quiet', '--no-ff', 'FN-12-sync');
    api.commit('Drafts\n\nCloses: FN-13\n');
    await moved(api);
    expect(await proposals()).toMatchObject([
      { item: { id: 'FN-12' }, why: 'merged-branch', to: 'done', likely: true },
      { item: { id: 'FN-13' }, why: 'closes', operation: { type: 'set', field: 'status', value: 'done' } },
    ]);
    editor.stop();
  });
});
