/** The index over the life of a repository: everything that moves, shortens, cuts off or cleans up a history. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../src/core/backlog/backlog.ts';
import { itemHistory } from '../../src/core/commits/answers/itemCommits.ts';
import { Directory } from '../../src/core/commits/directory.ts';
import { reached } from '../../src/core/commits/index/graph.ts';
import { Repositories } from '../../src/core/commits/repositories.ts';
import { itemsOf } from '../../src/core/commits/links.ts';
import { DEFAULT_COMMITS } from '../../src/core/commits/settings.ts';
import { RepositoryView } from '../../src/core/commits/view.ts';
import type { GitHost, GitRequest } from '../../src/core/workspace/gitHost.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { git, held, open, OPTIONS, truth } from './openIndex.ts';
import { temporaryFolders } from './temporaryFolder.ts';

const folder = temporaryFolders();

interface Counted extends GitHost {
  /** The first words of what was run. */
  readonly ran: string[];
}

function counted(storage?: string): Counted {
  const ran: string[] = [];
  const host = nodeGit(git, storage, OPTIONS);
  const run = (request: GitRequest): ReturnType<GitHost['run']> => {
    ran.push(request.args[0] ?? '');
    return host.run(request);
  };
  return { ...host, run, ran };
}

function start(): GitRepository {
  return GitRepository.init(path.join(folder(), 'repository'));
}

describe('the index', () => {
  it('is what git says after amending, rebasing, resetting, merging, deleting branches and tidying up', async () => {
    const repository = start();
    repository.commit('One\n', { a: '1' });
    const opened = await open(repository);
    await opened.update();
    const steps: readonly (() => void)[] = [
      () => void repository.commit('Two 修复 ✨\n\nStory: FN-12\n', { a: '2' }),
      () => void repository.git('commit', '--quiet', '--amend', '--message', 'Two again'),
      () => void repository.git('checkout', '--quiet', '-b', 'side', 'HEAD~1'),
      () => void repository.commit('Side\n', { b: '1' }),
      () => void repository.git('rebase', '--quiet', 'main'),
      () => void repository.git('checkout', '--quiet', 'main'),
      () => void repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'side'),
      () => void repository.git('branch', '--quiet', '-D', 'side'),
      () => void repository.git('tag', '--annotate', '--message', 'v1', 'v1'),
      () => void repository.git('reset', '--quiet', '--hard', 'HEAD~1'),
      () => void repository.git('checkout', '--quiet', '--orphan', 'other'),
      () => void repository.commit('Another root\n', { c: '1' }),
      () => void repository.git('checkout', '--quiet', '--detach'),
      () => void repository.commit('Without a branch\n'),
      () => void repository.git('tag', '-d', 'v1'),
      () => void repository.git('checkout', '--quiet', 'main'),
      () => void repository.git('reflog', 'expire', '--expire=now', '--all'),
      () => void repository.git('gc', '--quiet', '--prune=now'),
      () => void repository.commit('After tidying up\n', { a: '3' }),
      () => void repository.git('branch', 'a', 'HEAD~1'),
      () => void repository.git('branch', 'b', 'HEAD~1'),
      () =>
        void repository.git(
          'merge',
          '--quiet',
          '--no-ff',
          '-s',
          'ours',
          '--message',
          'Octopus',
          'other',
          '--allow-unrelated-histories',
        ),
    ];
    for (const [nth, step] of steps.entries()) {
      step();
      await opened.update();
      expect(held(opened), `step ${nth}`).toEqual(truth(repository));
    }
  });

  it('is the same when it is opened again, and reads only what is new', async () => {
    const repository = start();
    const storage = folder();
    for (let nth = 0; nth < 30; nth++)
      repository.commit(`Commit ${nth} für FN-${nth}\n\nStory: fn-${nth + 1}\n`);
    const first = await open(repository, counted(storage));
    await first.update();
    await first.save();
    const host = counted(storage);
    const again = await open(repository, host);
    await again.update();
    expect(held(again)).toEqual(truth(repository));
    expect(again.index.mentions(3)).toEqual(first.index.mentions(3));
    expect(host.ran).toEqual(['rev-parse', 'for-each-ref']);
    repository.commit('New\n');
    await again.update();
    expect(held(again)).toEqual(truth(repository));
    expect(host.ran.filter((word) => word === 'log')).toHaveLength(1);
  });

  it('is read anew where what was stored is cut off, changed or of something else', async () => {
    const repository = start();
    const storage = folder();
    for (let nth = 0; nth < 5; nth++) repository.commit(`Commit ${nth}\n`);
    const first = await open(repository, nodeGit(git, storage, OPTIONS));
    await first.update();
    await first.save();
    const [name = ''] = fs.readdirSync(storage);
    const file = path.join(storage, name);
    const bytes = fs.readFileSync(file);
    const broken = [
      bytes.subarray(0, bytes.length - 3),
      bytes.subarray(0, 10),
      Buffer.from('nonsense'),
      Buffer.alloc(0),
      Buffer.concat([bytes.subarray(0, 16), Buffer.from('{'.repeat(bytes.length - 16))]),
      Buffer.concat([bytes.subarray(0, bytes.length - 8), Buffer.alloc(8, 0xff)]),
    ];
    for (const each of broken) {
      fs.writeFileSync(file, each);
      const again = await open(repository, nodeGit(git, storage, OPTIONS));
      await again.update();
      expect(held(again).length).toBe(5);
    }
  });

  it('can be given up at any time, and goes on where it was', async () => {
    const repository = start();
    const input = Array.from({ length: 6000 }, (_, nth) => {
      const message = `Commit ${nth}\n\nStory: FN-${nth}\n`;
      return `commit refs/heads/main\ncommitter Ana <ana@x.example> ${1_700_000_000 + nth} +0000\ndata ${message.length}\n${message}`;
    }).join('\n');
    repository.run(['fast-import', '--quiet'], { input });
    const storage = folder();
    const opened = await open(repository, nodeGit(git, storage, OPTIONS));
    let stop = (): void => undefined;
    const cancel = { cancelled: false, onCancel: (listener: () => void) => (stop = listener) };
    await opened.update({
      cancel,
      progress: () => {
        cancel.cancelled = true;
        stop();
      },
    });
    expect(opened.isPartial).toBe(true);
    expect(opened.index.size).toBeGreaterThanOrEqual(2000);
    expect(opened.index.size).toBeLessThan(6000);
    await opened.save();
    const host = counted(storage);
    const again = await open(repository, host);
    await again.update();
    expect(again.isPartial).toBe(false);
    expect(held(again)).toEqual(truth(repository));
  });

  it('reads a shallow clone as far as it goes, and the rest when it is there', async () => {
    const repository = start();
    for (let nth = 0; nth < 6; nth++) repository.commit(`FN-12: ${nth}\n`);
    const clone = path.join(folder(), 'clone');
    repository.git('clone', '--quiet', '--depth=2', pathToFileURL(repository.folder).href, clone);
    const shallow = GitRepository.at(clone);
    const opened = await open(shallow);
    await opened.update();
    expect(opened.isShallow).toBe(true);
    expect(opened.index.size).toBe(2);
    shallow.git('fetch', '--quiet', '--unshallow');
    await opened.update();
    expect(opened.isShallow).toBe(false);
    expect(opened.index.size).toBe(6);
  });

  it('of a repository without commits is empty, and full after the first one', async () => {
    const repository = start();
    const opened = await open(repository);
    await opened.update();
    expect(opened.index.size).toBe(0);
    repository.commit('First\n');
    await opened.update();
    expect(held(opened)).toEqual(truth(repository));
  });

  it('reads ids of 64 digits', async () => {
    const repository = GitRepository.init(path.join(folder(), 'sha256'), '--object-format=sha256');
    repository.commit('FN-12: one\n');
    const id = repository.commit('Two\n');
    const opened = await open(repository);
    await opened.update();
    expect(opened.index.id(opened.index.find(id))).toBe(id);
    expect(id).toHaveLength(64);
  });

  it('names people as .mailmap has them', async () => {
    const repository = start();
    repository.commit(
      'One\n',
      { '.mailmap': 'Ana Lima <ana@fieldnotes.example> <old@x.example>\n' },
      { name: 'ana', email: 'old@x.example' },
    );
    const opened = await open(repository);
    await opened.update();
    expect(opened.index.author(0)).toEqual({ name: 'Ana Lima', email: 'ana@fieldnotes.example' });
  });

  it('reads one repository at a time', async () => {
    let running = 0;
    let most = 0;
    const host = nodeGit(git, undefined, OPTIONS);
    const repositories = new Repositories({
      ...host,
      run: async (request) => {
        if (request.onBytes === undefined) return host.run(request);
        // The host decides; what is counted are those that it lets run.
        return host.run({
          ...request,
          onBytes: (bytes) => {
            running++;
            most = Math.max(most, running);
            request.onBytes?.(bytes);
            running--;
          },
        });
      },
    });
    for (let nth = 0; nth < 3; nth++) {
      const repository = GitRepository.init(path.join(folder(), `r${nth}`));
      repository.commit('One\n');
      await repositories.at(repository.folder);
    }
    await repositories.refreshAll();
    expect(repositories.all.map(({ state, commits }) => `${state} ${commits}`)).toEqual(
      Array(3).fill('ready 1'),
    );
    expect(most).toBe(1);
  });

  it('is held while it is paused, and goes on', async () => {
    const repository = start();
    repository.commit('One\n');
    const repositories = new Repositories(nodeGit(git, undefined, OPTIONS));
    const tracked = await repositories.at(repository.folder);
    repositories.pause(true);
    await repositories.refresh(tracked);
    expect(tracked.state).toBe('waiting');
    repositories.pause(false);
    await repositories.refresh(tracked);
    expect(tracked.state).toBe('ready');
  });
});

describe('repositories of a backlog', () => {
  const of = async (file: string, text: string) => {
    const repositories = new Repositories(nodeGit(git, undefined, OPTIONS));
    return repositories.of(pathToFileURL(file).href, Backlog.read(text));
  };

  it('are its own, in a folder below, in a worktree and in a submodule', async () => {
    const repository = start();
    repository.commit('One\n', { 'apps/notes/backlog.yaml': 'stories: []\n' });
    const tree = path.join(folder(), 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'other', tree);
    const library = GitRepository.init(path.join(folder(), 'library'));
    library.commit('One\n', { 'backlog.yaml': 'stories: []\n' });
    repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      library.folder,
      'library',
    );
    for (const [file, top] of [
      [path.join(repository.folder, 'apps/notes/backlog.yaml'), repository.folder],
      [path.join(tree, 'apps/notes/backlog.yaml'), tree],
      [path.join(repository.folder, 'library/backlog.yaml'), path.join(repository.folder, 'library')],
    ] as const) {
      const { repositories, missing } = await of(file, 'stories: []\n');
      expect(missing).toEqual([]);
      expect(repositories.map(({ repository: { place } }) => place.top)).toEqual([fs.realpathSync(top)]);
    }
  });

  it('are those that it names, each once, and what is missing is said', async () => {
    const root = folder();
    const one = GitRepository.init(path.join(root, 'one'));
    GitRepository.init(path.join(root, 'two'));
    one.commit('One\n', { 'backlog.yaml': '', 'below/x': '' });
    const text = 'product: {key: FN, repositories: [., below, ../two, ../three, ../]}\n';
    const { repositories, missing } = await of(path.join(one.folder, 'backlog.yaml'), text);
    expect(repositories.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(missing).toEqual(['../three: There is no such folder.', '../: There is no git repository.']);
  });
});

describe('what follows from the graph', () => {
  it('counts commits to the branch that brought them in, by the name in the merge or of the branch', async () => {
    const repository = start();
    repository.commit('Root\n');
    repository.git('checkout', '--quiet', '-b', 'feature/FN-12');
    const own = repository.commit('Work\n', { a: '1' });
    repository.git('checkout', '--quiet', 'main');
    const between = repository.commit('On main\n', { b: '1' });
    repository.git('checkout', '--quiet', 'feature/FN-12');
    repository.git('merge', '--quiet', '--no-edit', 'main');
    const second = repository.commit('More work\n\nAs FN-13 says.\n', { a: '2' });
    const other = repository.commit('FN-13: something else\n', { c: '1' });
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-edit', '--no-ff', 'feature/FN-12');
    repository.git('branch', '--quiet', '-D', 'feature/FN-12');
    repository.git('checkout', '--quiet', '-b', 'FN-13-open');
    const open_ = repository.commit('Open work\n', { d: '1' });
    const opened = await open(repository);
    await opened.update();
    const view = new RepositoryView(opened);
    const backlog = Backlog.read(
      'product: {key: FN}\nstories:\n  - {id: FN-12, title: a}\n  - {id: FN-13, title: b}\n',
    );
    const directory = new Directory([{ uri: 'file:///b', backlog }]);
    const itemsBy = (id: string): readonly string[] =>
      itemsOf(view, directory, opened.index.find(id), DEFAULT_COMMITS).map(
        ({ strength, target }) => `${strength} ${target.item.id ?? ''}`,
      );
    expect(itemsBy(own)).toEqual(['branch FN-12']);
    expect(itemsBy(between)).toEqual([]);
    expect(itemsBy(second)).toEqual(['mention FN-13', 'branch FN-12']);
    expect(itemsBy(other)).toEqual(['subject FN-13']);
    expect(itemsBy(open_)).toEqual(['branch FN-13']);
    expect(view.isMerged(opened.index.find(own))).toBe(true);
    expect(view.isMerged(opened.index.find(open_))).toBe(false);
    expect(reached(opened.index, [opened.index.find(own)]).filter((mark) => mark === 1)).toHaveLength(2);
  });

  it('reads an id with the backlog as it stood in that commit', async () => {
    const repository = start();
    const before = 'product: {key: FN}\nstories:\n  - {id: FN-12, title: Sync}\n';
    const after =
      'product: {key: FN}\nstories:\n  - {id: FN-12, title: Maps}\n  - {id: FN-20, title: Sync, was: FN-12}\n';
    const old = repository.commit('FN-12: sync\n', { 'backlog.yaml': before });
    repository.commit('Renumber\n', { 'backlog.yaml': after });
    const late = repository.commit('FN-12: maps\n', { x: '1' });
    repository.git('rm', '--quiet', 'backlog.yaml');
    const lost = repository.commit('FN-12: which?\n');
    const host: GitHost = nodeGit(git, undefined, OPTIONS);
    const opened = await open(repository, host);
    await opened.update();
    const uri = pathToFileURL(path.join(repository.folder, 'backlog.yaml')).href;
    const backlog = Backlog.read(after);
    const asked = {
      host,
      directory: new Directory([{ uri, backlog }]),
      repositories: [{ uri: host.uriOf(repository.folder), view: new RepositoryView(opened) }],
    };
    const of = async (id: string): Promise<readonly string[]> => {
      const [item] = backlog.byId(id);
      if (item === undefined) throw new Error(id);
      const { commits } = await itemHistory(asked, { uri, backlog, item }, { limit: 10, stats: false });
      return commits.map((commit) => `${commit.id}${commit.uncertain === true ? '?' : ''}`);
    };
    expect(await of('FN-12')).toEqual([`${lost}?`, late]);
    expect(await of('FN-20')).toEqual([`${lost}?`, old]);
  });
});
