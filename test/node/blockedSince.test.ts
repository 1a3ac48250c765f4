/** Since when items are blocked, asked of a real repository: the dates are tested through the server, the runs of git here. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../src/core/backlog/backlog.ts';
import { BlockedSince } from '../../src/core/commits/answers/blockedSince.ts';
import type { GitHost } from '../../src/core/workspace/gitHost.ts';
import { findGit } from '../../src/node/git/findGit.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { cleanEnvironment, GitRepository } from '../support/gitRepository.ts';
import { temporaryFolders } from './temporaryFolder.ts';

const folder = temporaryFolders();

const textOf = (title: string): string =>
  `product: {name: ${title}, key: FN}\nstories:\n  - {id: FN-1, title: ${title}, blocked: waiting}\n`;

describe('since when a story is blocked', () => {
  it('is asked of git once for each of several backlogs and each commit', async () => {
    const files = { 'one.yaml': textOf('One'), 'two.yaml': textOf('Two') };
    const repository = GitRepository.init(folder());
    const runs: string[] = [];
    const git = nodeGit(findGit() ?? '', undefined, { env: cleanEnvironment() });
    const host: GitHost = Object.assign(Object.create(git) as GitHost, {
      run: async (request: Parameters<GitHost['run']>[0]) => {
        runs.push(request.args[0] ?? '');
        return git.run(request);
      },
    });
    const since = new BlockedSince();
    const ask = async (path: keyof typeof files, head: string): Promise<readonly (number | undefined)[]> => {
      const backlog = Backlog.read(files[path]).finish();
      const items = backlog.list('stories');
      return since.of(host, { folder: repository.folder, head, path }, { backlog, items });
    };
    repository.commit('Block', files);
    const first = repository.git('rev-parse', 'HEAD').trim();
    const time = Number(repository.git('log', '-1', '--format=%ct'));
    for (let round = 0; round < 3; round++)
      for (const path of ['one.yaml', 'two.yaml'] as const) expect(await ask(path, first)).toEqual([time]);
    expect(runs).toEqual(['cat-file', 'blame', 'cat-file', 'blame']);
    repository.commit('Else', { 'a.txt': 'a' });
    const second = repository.git('rev-parse', 'HEAD').trim();
    expect(await ask('one.yaml', second)).toEqual([time]);
    expect(runs).toHaveLength(6);
  });
});
