import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { findGit } from '../../src/node/git/findGit.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { hooks } from '../../src/node/hooks/hooks.ts';
import {
  commitCountsRequest,
  commitsChangedNotification,
  commitsSetUpRequest,
  type CommitsState,
  commitsStateRequest,
  type FinishProposal,
  finishProposalsRequest,
  type HooksResult,
  hooksRequest,
  type ItemCommits,
  itemCommitsRequest,
  type ItemDiff,
  itemDiffRequest,
  type ItemRef,
  branchStoriesRequest,
  linkMessageRequest,
  type MessageCompletion,
  messageCompletionRequest,
  messageHoverRequest,
  releaseNoteRequest,
  repositoryChangedNotification,
  type StartWork,
  startWorkRequest,
  type Unlinked,
  unlinkedRequest,
  type Why,
  whyRequest,
} from '../../src/protocol/commits.ts';
import type { CommitsHost } from '../../src/server/commits/host.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { cleanEnvironment, GitRepository } from '../support/gitRepository.ts';
import { Editor } from './editor.ts';

const folder = temporaryFolders();
const git = findGit() ?? '';
const NOW = 1_800_000_000;

const BACKLOG = `product: {name: Fieldnotes, key: FN, repositories: [., ../api]}
people:
  - {id: ana, name: Ana Lima, email: ana@fieldnotes.example}
objectives:
  - {id: same-day, title: Findings reach the team the same day}
insights:
  - {id: lost, text: Notes are lost.}
epics:
  - {id: FN-1, title: Offline notes, objective: same-day}
stories:
  - {id: FN-12, title: Sync when back online, status: doing, epic: FN-1, insights: [lost]}
  - {id: FN-13, title: Keep drafts, status: ready}
  - {id: FN-14, title: Share it, status: done}
`;

const host: CommitsHost = {
  open: (program, storage) => nodeGit(program, storage ?? undefined, { env: cleanEnvironment() }),
  now: () => NOW,
  hooks: (host_, where, action, backlog) =>
    hooks(host_, where, action, { node: process.execPath, cli: '/nowhere/cli.js', backlog }),
};

interface Team {
  readonly editor: Editor;
  readonly product: GitRepository;
  readonly api: GitRepository;
  readonly uri: string;
  readonly storage: string;
  /** Waits until every repository is read. */
  readonly ready: () => Promise<void>;
  /** Tells that a repository moved and waits until it was read. */
  readonly moved: (repository: GitRepository) => Promise<void>;
  readonly of: (id: string, more?: object) => Promise<ItemCommits>;
}

function uriOf(...parts: readonly string[]): string {
  return pathToFileURL(path.join(...parts)).href;
}

async function team(): Promise<Team> {
  const root = folder();
  const product = GitRepository.init(path.join(root, 'product'));
  const api = GitRepository.init(path.join(root, 'api'));
  product.commit('Start', { 'backlog.yaml': BACKLOG });
  api.commit('Start\n', { 'a.txt': 'one\n' });
  const uri = uriOf(product.folder, 'backlog.yaml');
  const editor = await Editor.start({ disk: { [uri]: BACKLOG }, commits: host });
  const storage = path.join(root, 'storage');
  await editor.request(commitsSetUpRequest.method, {
    setUp: { git, storage, repositories: [uriOf(product.folder)] },
  });
  const ready = async (): Promise<void> => {
    for (;;) {
      const state = await editor.request<CommitsState>(commitsStateRequest.method, { uri });
      if (state.state === 'ready') return;
      await new Promise((wake) => setTimeout(wake, 10));
    }
  };
  const moved = async (repository: GitRepository): Promise<void> => {
    const told = new Promise<void>((resolve) => {
      const { dispose } = editor.client.onNotification(commitsChangedNotification.method, () => {
        dispose();
        resolve();
      });
    });
    await editor.client.sendNotification(repositoryChangedNotification.method, {
      repository: uriOf(repository.folder),
    });
    await told;
  };
  const of = (id: string, more: object = {}): Promise<ItemCommits> =>
    editor.request(itemCommitsRequest.method, { uri, id, ...more });
  await ready();
  return { editor, product, api, uri, storage, ready, moved, of };
}

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

describe('writing a message', () => {
  it('is completed with the active story, then those in progress', async () => {
    const { editor, uri, api } = await team();
    const complete = (text: string, more: object = {}): Promise<MessageCompletion | null> =>
      editor.request(messageCompletionRequest.method, {
        repository: uriOf(api.folder),
        text,
        offset: text.length,
        ...more,
      });
    const ids = (answer: MessageCompletion | null): readonly string[] =>
      answer?.items.map(({ id }) => id) ?? [];
    expect(ids(await complete('Fix FN-'))).toEqual(['FN-12', 'FN-13', 'FN-1', 'FN-14']);
    expect(ids(await complete('', { active: { uri, id: 'FN-13' } }))[0]).toBe('FN-13');
    const trailer = await complete('Fix\n\nStory: FN-12, dra');
    expect(ids(trailer)).toEqual(['FN-13']);
    expect(trailer?.replace).toEqual({ start: 19, end: 22 });
    editor.stop();
  });

  it('is linked, hovered and read by its branch', async () => {
    const { editor } = await team();
    expect(await editor.request(linkMessageRequest.method, { text: 'Fix', ids: ['FN-12', 'FN-13'] })).toEqual(
      {
        text: 'Fix\n\nStory: FN-12\nStory: FN-13\n',
        cursor: 3,
      },
    );
    expect(await editor.request(messageHoverRequest.method, { text: 'Fix FN-12', offset: 6 })).toMatchObject({
      start: 4,
      end: 9,
      item: { id: 'FN-12' },
    });
    expect(await editor.request(messageHoverRequest.method, { text: 'Fix UTF-8', offset: 6 })).toBeNull();
    const stories = await editor.request<readonly ItemRef[]>(branchStoriesRequest.method, {
      branch: 'bug/fn-13-x',
    });
    expect(stories).toMatchObject([{ id: 'FN-13' }]);
    editor.stop();
  });

  it('starts work: a branch by the template, and what changes in the backlog', async () => {
    const { editor, api, product, uri } = await team();
    for (const repository of [api, product]) repository.git('config', 'user.email', 'ana@fieldnotes.example');
    const start = (repository: GitRepository): Promise<StartWork> =>
      editor.request(startWorkRequest.method, { uri, id: 'FN-13', repository: uriOf(repository.folder) });
    expect(await start(api)).toMatchObject({
      branch: 'feature/FN-13-keep-drafts',
      person: 'ana',
      change: 'Sets the status to doing and assigns ana.',
      operation: { type: 'sequence' },
    });
    expect((await start(api)).onBranchOnly).toBeUndefined();
    expect((await start(product)).onBranchOnly).toMatch(/product/);
    editor.stop();
  });

  it('plans hooks before it writes them', async () => {
    const { editor, api } = await team();
    const act = (action: string): Promise<HooksResult> =>
      editor.request(hooksRequest.method, { repository: uriOf(api.folder), action });
    expect(await act('planInstall')).toMatchObject({ ok: true, installed: false });
    expect(await act('status')).toMatchObject({ installed: false });
    expect(await act('install')).toMatchObject({ ok: true, installed: true });
    expect(await act('status')).toMatchObject({ installed: true });
    expect(await act('remove')).toMatchObject({ ok: true, installed: false });
    editor.stop();
  });
});
