/** An editor with a backlog in one repository and code in another. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findGit } from '../../src/node/git/findGit.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { hooks } from '../../src/node/hooks/hooks.ts';
import {
  commitsChangedNotification,
  commitsSetUpRequest,
  type CommitsState,
  commitsStateRequest,
  type ItemCommits,
  itemCommitsRequest,
  repositoryChangedNotification,
} from '../../src/protocol/commits.ts';
import type { CommitsHost } from '../../src/server/commits/host.ts';
import { cleanEnvironment, GitRepository } from '../support/gitRepository.ts';
import { Editor } from './editor.ts';

export const git = findGit() ?? '';
const NOW = 1_800_000_000;

export const BACKLOG = `product: {name: Fieldnotes, key: FN, repositories: [., ../api]}
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

export const host: CommitsHost = {
  open: (program, storage) => nodeGit(program, storage ?? undefined, { env: cleanEnvironment() }),
  now: () => NOW,
  hooks: (host_, where, action, backlog) =>
    hooks(host_, where, action, { node: process.execPath, cli: '/nowhere/cli.js', backlog }),
};

export interface Team {
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

export function uriOf(...parts: readonly string[]): string {
  return pathToFileURL(path.join(...parts)).href;
}

/** `folder` makes a folder that is gone after the test. */
export async function startTeam(folder: () => string): Promise<Team> {
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
      const listening = editor.client.onNotification(commitsChangedNotification.method, () => {
        listening.dispose();
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
