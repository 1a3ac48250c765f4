/** The index of repositories that are damaged, very large or unusual. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { git, held, open, OPTIONS, truth } from './openIndex.ts';
import { temporaryFolders } from './temporaryFolder.ts';

const folder = temporaryFolders();

function start(): GitRepository {
  return GitRepository.init(path.join(folder(), 'repository'));
}

describe('the index', () => {
  it('reads what is sound where a branch points at nothing, and says what is wrong where history itself has a hole', async () => {
    const repository = start();
    for (let nth = 0; nth < 4; nth++) repository.commit(`Commit ${nth} for FN-${nth + 1}\n`, { a: `${nth}` });
    // As after a crash.
    repository.write('.git/refs/heads/gone', `${'12'.repeat(20)}\n`);
    repository.write('.git/refs/heads/empty', '');
    const opened = await open(repository);
    await opened.update();
    expect(opened.index.size).toBe(4);
    expect(opened.refs).toMatchObject({ branch: 'main', refs: [{ name: 'main' }] });
    repository.commit('One more\n');
    await opened.update();
    expect(opened.index.size).toBe(5);

    fs.rmSync(path.join(repository.folder, '.git/refs/heads/gone'));
    const lost = repository.git('rev-parse', 'HEAD~2').trim();
    fs.rmSync(path.join(repository.folder, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    const again = await open(repository);
    await expect(again.update()).rejects.toThrow(/^Git says: .*[0-9a-f]{40}\.$/);
  });

  it('looks up only what moved where there are hundreds of branches and tags', async () => {
    const repository = start();
    for (let nth = 0; nth < 3; nth++) repository.commit(`Commit ${nth}\n`);
    const ids = repository.git('rev-list', 'HEAD').trim().split('\n');
    const input = Array.from({ length: 600 }, (_, nth) => {
      const kind = ['heads', 'tags', 'remotes/origin'][nth % 3] ?? '';
      return `create refs/${kind}/feature/FN-${nth} ${ids[nth % 2] ?? ''}\n`;
    }).join('');
    repository.run(['update-ref', '--stdin'], { input });
    repository.git('pack-refs', '--all');
    repository.git('tag', '--annotate', '--message', 'v1', 'v1', 'HEAD~1');
    repository.git('tag', 'tree', 'HEAD^{tree}');
    const asked: string[] = [];
    const real = nodeGit(git, undefined, OPTIONS);
    const opened = await open(repository, {
      ...real,
      run: (request) => {
        asked.push(request.args.join(' '));
        return real.run(request);
      },
    });
    const steps: readonly (() => void)[] = [
      () => undefined,
      () => void repository.commit('New\n'),
      () => void repository.git('branch', '-D', 'feature/FN-0'),
      () => void repository.git('tag', '--force', '--annotate', '--message', 'v1', 'v1', 'HEAD'),
      () => void repository.git('checkout', '--quiet', 'feature/FN-3'),
      () => void repository.git('pack-refs', '--all'),
      () =>
        void repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/feature/FN-2'),
      () => void repository.git('checkout', '--quiet', '--detach'),
    ];
    for (const [nth, step] of steps.entries()) {
      step();
      asked.length = 0;
      await opened.update();
      const anew = await open(repository);
      await anew.update();
      expect(opened.refs, `step ${nth}`).toEqual(anew.refs);
      expect(held(opened), `step ${nth}`).toEqual(truth(repository));
      // Dates and types make git open what each ref points at.
      const details = asked.filter((args) => args.includes('creatordate'));
      if (nth > 0) expect(details.every((args) => !args.endsWith('refs/tags'))).toBe(true);
    }
    expect(await opened.update()).toBe(false);
  });

  it('is right for an unborn branch, another hash, and whatever stands in a commit', async () => {
    const repository = GitRepository.init(path.join(folder(), 'sha256'), '--object-format=sha256');
    const storage = folder();
    repository.commit('Title\r\n\r\nStory: FN-2\r\n');
    const raw = (body: Buffer, encoding = ''): void => {
      const tree = repository.git('write-tree').trim();
      const who = 'Ana <a@x.example> 1790000000 +0000';
      const head = `tree ${tree}\nparent ${repository.head()}\nauthor ${who}\ncommitter ${who}\n${encoding}\n`;
      const { stdout } = spawnSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], {
        cwd: repository.folder,
        input: Buffer.concat([Buffer.from(head), body]),
        encoding: 'utf8',
      });
      repository.git('update-ref', 'refs/heads/main', stdout.trim());
    };
    raw(Buffer.from('FN-3 \0 behind a NUL FN-4\n'));
    raw(Buffer.from([0x46, 0x4e, 0x2d, 0x35, 0x20, 0xff, 0xc3, 0x28, 0x0a]));
    raw(Buffer.from('Tsch\xfcss FN-6\n', 'latin1'), 'encoding ISO-8859-1\n');
    raw(Buffer.from(''));
    repository.git('checkout', '--quiet', '--orphan', 'unborn');
    const opened = await open(repository, nodeGit(git, storage, OPTIONS));
    await opened.update();
    await opened.save();
    const again = await open(repository, nodeGit(git, storage, OPTIONS));
    await again.update();
    for (const { index, refs } of [opened, again]) {
      expect(refs.branch).toBeUndefined();
      expect(
        Array.from({ length: index.size }, (_, commit) => [
          index.subject(commit),
          ...index.mentions(commit).map(({ key, number }) => `${key}-${number}`),
        ]),
      ).toEqual([
        [''],
        ['Tschüss FN-6', 'FN-6'],
        ['FN-5 \ufffd\ufffd(', 'FN-5'],
        ['FN-3', 'FN-3'],
        ['Title', 'FN-2'],
      ]);
    }
  });
});
