/** The hooks as git runs them, from a plain `git commit`. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolders } from '../node/temporaryFolder.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { builtProgram, buildsRefinery, refinery } from './refinery.ts';

buildsRefinery();
const folder = temporaryFolders();

const BACKLOG = `product: {name: Fieldnotes, key: FN}
stories:
  - {id: FN-12, title: Sync when back online}
  - {id: FN-13, title: Keep drafts}
`;

interface Place {
  readonly repository: GitRepository;
  /** Commits what is there by `git commit`, with hooks; gives the message that was kept and what was said. */
  readonly commit: (
    message: string,
    more?: { readonly env?: Record<string, string>; readonly args?: readonly string[] },
  ) => { readonly code: number | null; readonly message: string; readonly err: string };
}

function place(backlog = BACKLOG): Place {
  const repository = GitRepository.init(path.join(folder(), 'team'));
  repository.commit('Start\n', { 'backlog.yaml': backlog });
  return { repository, commit: commitsIn(repository) };
}

function commitsIn(repository: GitRepository): Place['commit'] {
  let count = 0;
  return (message, { env = {}, args = [] } = {}) => {
    repository.write('work.txt', `${repository.folder} ${count++}`);
    repository.git('add', '--all');
    const { code, err } = repository.run(['commit', '--message', message, ...args], { env, fails: true });
    return { code, err, message: repository.git('log', '-1', '--format=%B').trim() };
  };
}

function install(cwd: string, ...more: readonly string[]): string {
  const { code, out, err } = refinery(cwd, ['hooks', 'install', ...more]);
  expect(err).toBe('');
  expect(code).toBe(0);
  return out;
}

/** A PATH with git and a shell on it, and no Node. */
function withoutNode(): Record<string, string> {
  const bin = folder();
  for (const program of ['git', 'sh', 'dirname', 'env', 'cat', 'sed', 'uname', 'basename']) {
    const found = (process.env['PATH'] ?? '')
      .split(':')
      .map((each) => path.join(each, program))
      .find((file) => fs.existsSync(file));
    if (found !== undefined) fs.symlinkSync(found, path.join(bin, program));
  }
  return { PATH: bin };
}

describe('the hooks', () => {
  it('name the story of the branch, once, and leave messages alone that name one', () => {
    const { repository, commit } = place();
    install(repository.folder);
    expect(commit('On the main branch').message).toBe('On the main branch');
    repository.git('checkout', '--quiet', '-b', 'feature/fn-12-sync');
    expect(commit('Sync notes').message).toBe('Sync notes\n\nStory: FN-12');
    expect(commit('FN-13: drafts').message).toBe('FN-13: drafts');
    expect(commit('Drafts\n\nRefs: FN-13').message).toBe('Drafts\n\nRefs: FN-13');
    expect(commit('Sync\n\nSigned-off-by: A <a@x.example>').message).toBe(
      'Sync\n\nSigned-off-by: A <a@x.example>\nStory: FN-12',
    );
    const amended = repository.run(['commit', '--amend', '--allow-empty', '--message', 'Other words'], {});
    expect(amended.code).toBe(0);
    repository.git('checkout', '--quiet', '-b', 'feature/utf-8');
    expect(commit('Encoding').message).toBe('Encoding');
  });

  it('warn of stories that do not exist, or refuse them where the team wants that', () => {
    const { repository, commit } = place();
    install(repository.folder);
    const warned = commit('FN-99: what');
    expect(warned.code).toBe(0);
    expect(warned.err.trim()).toMatch(/^refinery: FN-99 is no story of backlog\.yaml;.*$/);
    repository.write('backlog.yaml', `${BACKLOG}commits: {hook: refuse}\n`);
    const before = repository.head();
    const refused = commit('FN-98 and UTF-8');
    expect(refused.code).not.toBe(0);
    expect(refused.err).toMatch(/FN-98 is no story/);
    expect(refused.err).not.toMatch(/UTF/);
    expect(repository.head()).toBe(before);
    expect(commit('FN-12: fine').code).toBe(0);
    expect(commit('FN-98', { args: ['--no-verify'] }).code).toBe(0);
  });

  it('call the hook that was there, heed it, and put it back byte for byte', () => {
    const { repository, commit } = place();
    const hook = path.join(repository.folder, '.git/hooks/commit-msg');
    const theirs =
      '#!/bin/sh\n# ours \u00e9\r\ngrep -q "stop" "$1" && { echo "no stopping" >&2; exit 3; }\nexit 0';
    fs.mkdirSync(path.dirname(hook), { recursive: true });
    fs.writeFileSync(hook, theirs.replace('\r', ''), { mode: 0o755 });
    const bytes = fs.readFileSync(hook);
    const { mode } = fs.statSync(hook);
    expect(install(repository.folder)).toMatch(/kept as commit-msg\.before-refinery and called first/);
    install(repository.folder);
    expect(commit('stop here').err).toContain('no stopping');
    expect(commit('FN-99').err).toContain('FN-99 is no story');
    expect(refinery(repository.folder, ['hooks', 'remove']).code).toBe(0);
    expect(fs.readFileSync(hook).equals(bytes)).toBe(true);
    expect(fs.statSync(hook).mode).toBe(mode);
    const left = fs.readdirSync(path.dirname(hook)).filter((name) => !name.endsWith('.sample'));
    expect(left).toEqual(['commit-msg']);
    expect(refinery(repository.folder, ['hooks', 'status']).out).toMatch(/are not installed/);
  });

  it('go where core.hooksPath says', () => {
    const { repository, commit } = place();
    repository.git('config', 'core.hooksPath', '.githooks');
    expect(install(repository.folder)).toContain('core.hooksPath');
    expect(fs.readdirSync(path.join(repository.folder, '.githooks')).sort()).toEqual([
      'commit-msg',
      'prepare-commit-msg',
    ]);
    expect(commit('FN-99').err).toContain('FN-99 is no story');
    refinery(repository.folder, ['hooks', 'remove']);
    expect(fs.readdirSync(path.join(repository.folder, '.githooks'))).toEqual([]);
  });

  it('work in a worktree, and from a folder below', () => {
    const { repository } = place();
    const tree = path.join(folder(), 'tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'FN-13-drafts', tree);
    fs.mkdirSync(path.join(tree, 'below'));
    install(path.join(tree, 'below'));
    expect(commitsIn(GitRepository.at(tree))('Drafts').message).toBe('Drafts\n\nStory: FN-13');
  });

  it('find a backlog in another repository where they were told of it', () => {
    const { repository } = place();
    const api = GitRepository.init(path.join(folder(), "the 'api' repository"));
    api.commit('Start\n');
    install(api.folder, '--file', path.join(repository.folder, 'backlog.yaml'));
    api.git('checkout', '--quiet', '-b', 'FN-12');
    expect(commitsIn(api)('Sync').message).toBe('Sync\n\nStory: FN-12');
  });

  it('let a commit through with one line of warning without Node on the PATH', () => {
    const { repository, commit } = place();
    install(repository.folder);
    // What was recorded at the installation is gone as well.
    for (const name of ['commit-msg', 'prepare-commit-msg']) {
      const file = path.join(repository.folder, '.git/hooks', name);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(process.execPath, '/nowhere/node'));
    }
    const env = withoutNode();
    const bare = commit('FN-99', { env });
    expect(bare.code).toBe(0);
    expect(bare.err).toMatch(/^refinery: not found, so this commit was neither linked nor checked;.*\n$/);
    // A refinery that is there and finds no Node is as good as none.
    fs.symlinkSync(builtProgram(), path.join(env['PATH'] ?? '', 'refinery'));
    const found = commit('FN-99', { env });
    expect(found.code).toBe(0);
    expect(found.err).toBe(bare.err);
  });

  it('run the recorded program where the PATH has none', () => {
    const { repository, commit } = place();
    install(repository.folder);
    repository.git('checkout', '--quiet', '-b', 'FN-12');
    expect(commit('Sync', { env: withoutNode() }).message).toBe('Sync\n\nStory: FN-12');
  });

  it('never stop a commit because of a backlog that is not there or broken', () => {
    const { repository, commit } = place();
    install(repository.folder);
    repository.git('checkout', '--quiet', '-b', 'FN-12');
    repository.write('backlog.yaml', 'stories: [}\n');
    expect(commit('Broken').code).toBe(0);
    fs.rmSync(path.join(repository.folder, 'backlog.yaml'));
    const gone = commit('Gone');
    expect(gone.code).toBe(0);
  });

  it('are only shown with --dry-run, and refuse to guess where somebody changed them', () => {
    const { repository } = place();
    const hooks = path.join(repository.folder, '.git/hooks');
    const dry = refinery(repository.folder, ['hooks', 'install', '--dry-run']);
    expect(dry.out).toMatch(/prepare-commit-msg +adds the story/);
    expect(fs.existsSync(path.join(hooks, 'commit-msg'))).toBe(false);
    fs.mkdirSync(hooks, { recursive: true });
    fs.writeFileSync(path.join(hooks, 'commit-msg'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    install(repository.folder);
    fs.writeFileSync(path.join(hooks, 'commit-msg'), '#!/bin/sh\n# mine now\n');
    const again = refinery(repository.folder, ['hooks', 'install']);
    expect(again.code).toBe(2);
    expect(again.err).toContain('not ours any more');
    expect(refinery(folder(), ['hooks', 'install']).err).toContain('no git repository');
  });

  it('are not written through a link that the repository has of the name of a temporary file', () => {
    const { repository } = place();
    const victim = path.join(folder({ victim: 'precious\n' }), 'victim');
    fs.mkdirSync(path.join(repository.folder, '.githooks'));
    fs.symlinkSync(victim, path.join(repository.folder, '.githooks/commit-msg.refinery-new'));
    repository.git('config', 'core.hooksPath', '.githooks');
    install(repository.folder);
    expect(fs.readFileSync(victim, 'utf8')).toBe('precious\n');
    const hook = fs.lstatSync(path.join(repository.folder, '.githooks/commit-msg'));
    expect([hook.isFile(), hook.mode & 0o777]).toEqual([true, 0o755]);
  });
});
