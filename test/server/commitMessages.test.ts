import { describe, expect, it } from 'vitest';
import {
  branchStoriesRequest,
  type HooksResult,
  hooksRequest,
  type ItemRef,
  linkMessageRequest,
  type MessageCompletion,
  messageCompletionRequest,
  messageHoverRequest,
  type StartWork,
  startWorkRequest,
} from '../../src/protocol/commits.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import type { GitRepository } from '../support/gitRepository.ts';
import { startTeam, type Team, uriOf } from './commitTeam.ts';

const folder = temporaryFolders();
const team = (): Promise<Team> => startTeam(folder);

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
    expect((await start(product)).onBranchOnly).toMatch(/once the branch is merged/);
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
