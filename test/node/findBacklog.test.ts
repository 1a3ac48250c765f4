import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeFiles } from '../../src/node/files.ts';
import { findBacklog, findBelow, findUpwards } from '../../src/node/findBacklog.ts';
import { temporaryFolders } from './temporaryFolder.ts';

const folder = temporaryFolders();
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('finding the backlog of a folder', () => {
  it('looks in the folder, then in the folders above it', () => {
    const root = folder({ 'backlog.yaml': '', 'src/deep/down/main.ts': '' });
    expect(findBacklog(path.join(root, 'src/deep/down'))).toBe(path.join(root, 'backlog.yaml'));
  });

  it('takes the nearest one', () => {
    const root = folder({ 'backlog.yaml': '', 'api/backlog.yml': '', 'api/src/main.ts': '' });
    expect(findBacklog(path.join(root, 'api/src'))).toBe(path.join(root, 'api/backlog.yml'));
  });

  it('takes a file of any name as it is given', () => {
    const root = folder({ 'plan.yaml': '', 'backlog.yaml': '' });
    expect(findBacklog(path.join(root, 'plan.yaml'))).toBe(path.join(root, 'plan.yaml'));
  });

  it('prefers backlog.yaml to its parts, and takes a named one where it is alone', () => {
    const both = folder({ 'backlog.yaml': '', 'mobile.backlog.yaml': '' });
    expect(findBacklog(both)).toBe(path.join(both, 'backlog.yaml'));
    const alone = folder({ 'mobile.backlog.yml': '' });
    expect(findBacklog(alone)).toBe(path.join(alone, 'mobile.backlog.yml'));
  });

  it('names the candidates where several have equal right', () => {
    const named = folder({ 'api.backlog.yaml': '', 'app.backlog.yaml': '' });
    expect(() => findBacklog(named)).toThrow(
      `Several backlogs in ${named}: api.backlog.yaml, app.backlog.yaml; say which one.`,
    );
    const main = folder({ 'backlog.yaml': '', 'backlog.yml': '' });
    expect(() => findBacklog(main)).toThrow('backlog.yaml, backlog.yml');
  });

  it('takes no other backlog for one that is a link to nowhere', () => {
    const root = folder({ 'backlog.yaml': '', 'api/main.ts': '' });
    fs.symlinkSync('missing.yaml', path.join(root, 'api/backlog.yaml'));
    expect(() => findBacklog(path.join(root, 'api'))).toThrow(
      `${path.join(root, 'api/backlog.yaml')} is a link that leads nowhere`,
    );
  });

  it('ends at the root of the repository, also where that is a linked worktree', () => {
    const root = folder({
      'other.backlog.yaml': '',
      'app/.git/HEAD': '',
      'app/src/main.ts': '',
      'tree/.git': 'gitdir: ../app/.git/worktrees/tree',
      'tree/src/main.ts': '',
    });
    expect(findUpwards(path.join(root, 'app/src'))).toBeUndefined();
    expect(findUpwards(path.join(root, 'tree/src'))).toBeUndefined();
    expect(findUpwards(root)).toBe(path.join(root, 'other.backlog.yaml'));
  });

  it('ends at the home folder outside of a repository', () => {
    const root = folder({ 'backlog.yaml': '', 'ana/notes/today.md': '' });
    vi.stubEnv('HOME', path.join(root, 'ana'));
    vi.stubEnv('USERPROFILE', path.join(root, 'ana'));
    expect(findUpwards(path.join(root, 'ana/notes'))).toBeUndefined();
    expect(findUpwards(root)).toBe(path.join(root, 'backlog.yaml'));
  });

  it.runIf(process.platform !== 'win32')('takes none from a folder that everybody may write to', () => {
    const root = folder({ 'shared/stray.backlog.yaml': '', 'shared/mine/src/main.ts': '' });
    fs.chmodSync(path.join(root, 'shared'), 0o1777);
    expect(findUpwards(path.join(root, 'shared/mine/src'))).toBeUndefined();
  });

  it('does not take a folder of that name', () => {
    const root = folder({ 'backlog.yaml': '', 'sub/backlog.yaml/readme.md': '' });
    expect(findBacklog(path.join(root, 'sub'))).toBe(path.join(root, 'backlog.yaml'));
  });

  it('says so where there is none, and where the path is mistyped', () => {
    const root = folder({ 'src/main.ts': '' });
    expect(() => findBacklog(root)).toThrow('No backlog.yaml in');
    expect(() => findBacklog(path.join(root, 'scr'))).toThrow('it does not exist');
  });
});

describe('finding all backlogs below a folder', () => {
  it('finds them sorted, and leaves out folders that are not the person’s own', async () => {
    const root = folder({
      'backlog.yaml': '',
      'b/backlog.yml': '',
      'a/app.backlog.yaml': '',
      'a/notes.yaml': '',
      'node_modules/x/backlog.yaml': '',
      'dist/backlog.yaml': '',
      '.git/backlog.yaml': '',
    });
    const found = await findBelow(root);
    expect(found.map((file) => path.relative(root, file))).toEqual([
      path.join('a', 'app.backlog.yaml'),
      path.join('b', 'backlog.yml'),
      'backlog.yaml',
    ]);
  });

  it('ends where links form a loop, and follows links to files', async () => {
    const root = folder({ 'real/plan.yaml': '', 'a/b/readme.md': '' });
    fs.symlinkSync(root, path.join(root, 'a/b/loop'));
    fs.symlinkSync(path.join(root, 'real/plan.yaml'), path.join(root, 'a/backlog.yaml'));
    fs.symlinkSync(path.join(root, 'nowhere'), path.join(root, 'backlog.yaml'));
    expect(await findBelow(root)).toEqual([path.join(root, 'a/backlog.yaml')]);
  });

  it('finds every one of many in deep folders', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 60; i += 1) files[`${'d/'.repeat(i % 12)}p${i}/backlog.yaml`] = '';
    expect(await findBelow(folder(files))).toHaveLength(60);
  });
});

describe('the files of a workspace', () => {
  it('are found once each and read by URI, without a byte order mark', async () => {
    const root = folder({ 'a b/backlog.yaml': '\ufeffversion: 1\n' });
    const uri = pathToFileURL(root).href;
    const found = await nodeFiles.findBacklogs([uri, uri, 'untitled:other']);
    expect(found).toEqual([pathToFileURL(path.join(root, 'a b/backlog.yaml')).href]);
    expect(await nodeFiles.readFile(found[0] ?? '')).toBe('version: 1\n');
  });

  it('say why a file that is there can’t be read', async () => {
    const root = folder({ 'backlog.yaml/readme.md': '' });
    const uri = pathToFileURL(path.join(root, 'backlog.yaml')).href;
    await expect(nodeFiles.readFile(uri)).rejects.toThrow('Cannot read backlog.yaml: it is a folder.');
  });

  it('answer nothing for what is not there', async () => {
    expect(await nodeFiles.readFile(pathToFileURL(path.join(folder(), 'backlog.yaml')).href)).toBeUndefined();
    expect(await nodeFiles.readFile('vscode-vfs://github/x/backlog.yaml')).toBeUndefined();
    expect(await nodeFiles.readFile('not a uri')).toBeUndefined();
  });
});
