/**
 * A repository made to run programs when it is looked at: settings that name programs, filters, text converters,
 * signatures, transports, hooks and names that a shell or an option parser would take for something else. Everything
 * that Refinery asks of git is asked of it, and no program may have run.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../src/core/backlog/backlog.ts';
import { itemDiff } from '../../src/core/commits/answers/diff.ts';
import { finishProposals } from '../../src/core/commits/answers/finish.ts';
import { itemHistory } from '../../src/core/commits/answers/itemCommits.ts';
import { noteMarkdown, notedStory } from '../../src/core/commits/answers/releaseNotes.ts';
import { unlinkedCommits } from '../../src/core/commits/answers/unlinked.ts';
import { whyLine } from '../../src/core/commits/answers/why.ts';
import { Directory } from '../../src/core/commits/directory.ts';
import { Repositories } from '../../src/core/commits/repositories.ts';
import { findGit } from '../../src/node/git/findGit.ts';
import { nodeGit } from '../../src/node/git/nodeGit.ts';
import { runGit } from '../../src/node/git/runGit.ts';
import { hooks } from '../../src/node/hooks/hooks.ts';
import { cleanEnvironment, GitRepository } from '../support/gitRepository.ts';
import { temporaryFolders } from './temporaryFolder.ts';

const folder = temporaryFolders();
const git = findGit() ?? '';

const BACKLOG = `product: {name: Fieldnotes, key: FN, repositories: ["."]}
stories:
  - {id: FN-12, title: "Sync [x](command:evil) <img src=x>", status: doing}
  - {id: FN-13, title: Pick a map, was: FN-14}
  - {id: FN-14, title: Pick a layer}
`;

const BRANCHES = [
  '$(touch${IFS}pwned)-FN-12',
  '`touch${IFS}pwned`-FN-12',
  'FN-12;touch${IFS}pwned',
  'FN-12|touch${IFS}pwned',
  'feature/FN-12-"quoted"\'s',
];

interface Trap {
  readonly repository: GitRepository;
  /** What ran, a line each. */
  readonly ran: () => string;
}

function trap(): Trap {
  const root = folder();
  const log = path.join(root, 'ran');
  const program = path.join(root, 'program.sh');
  fs.writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${log}'\nexit 0\n`, {
    mode: 0o755,
  });
  const repository = GitRepository.init(path.join(root, 'evil'));
  repository.commit('Start\n', { 'backlog.yaml': BACKLOG, 'a.txt': 'one\n' });
  for (const branch of BRANCHES) repository.git('update-ref', `refs/heads/${branch}`, 'HEAD');
  // Git takes no branch that begins with a hyphen by itself; a hostile clone can hold one.
  fs.writeFileSync(
    path.join(repository.folder, '.git/refs/heads/--upload-pack=FN-12'),
    `${repository.head()}\n`,
  );
  fs.writeFileSync(path.join(repository.folder, '.git/refs/tags/--output=pwned'), `${repository.head()}\n`);
  repository.commit(
    'FN-12: [click](command:workbench.action.terminal.new) $(touch pwned) `touch pwned`\n\nStory: FN-14\n',
    { 'a.txt': 'one\ntwo\n', '--help': 'x\n', ':(top)x': 'x\n' },
    { name: '[Ana](command:evil) <b>', email: '$(touch pwned)@x.example' },
  );
  repository.write('.gitattributes', '* filter=evil diff=evil\n*.txt text eol=crlf\n');
  repository.git('add', '.gitattributes');
  repository.run(['commit', '--quiet', '--message', 'Attributes']);
  const evil: Readonly<Record<string, string>> = {
    'core.fsmonitor': program,
    'core.pager': program,
    'pager.log': program,
    'core.editor': program,
    'core.sshCommand': program,
    'core.askPass': program,
    'core.alternateRefsCommand': program,
    'diff.external': program,
    'diff.evil.command': program,
    'diff.evil.textconv': program,
    'filter.evil.clean': program,
    'filter.evil.smudge': program,
    'filter.evil.process': program,
    'log.showSignature': 'true',
    'gpg.program': program,
    'gpg.ssh.program': program,
    'credential.helper': program,
    'extensions.partialClone': 'origin',
    'remote.origin.promisor': 'true',
    'remote.origin.url': `ext::${program}`,
    'remote.origin.uploadpack': program,
    'protocol.ext.allow': 'always',
    'uploadpack.packObjectsHook': program,
    'alias.log': `!${program}`,
    'alias.rev-parse': `!${program}`,
    'log.mailmap': 'true',
    'mailmap.file': '/dev/null',
    'trailer.story.command': program,
    'trailer.story.cmd': program,
    'interactive.diffFilter': program,
  };
  for (const [key, value] of Object.entries(evil)) repository.git('config', key, value);
  repository.git('config', 'core.repositoryFormatVersion', '1');
  for (const name of fs.readdirSync(path.join(repository.folder, '.git/hooks')))
    fs.rmSync(path.join(repository.folder, '.git/hooks', name));
  for (const name of [
    'post-index-change',
    'reference-transaction',
    'post-checkout',
    'pre-commit',
    'fsmonitor-watchman',
  ])
    fs.copyFileSync(program, path.join(repository.folder, '.git/hooks', name));
  fs.rmSync(log, { force: true });
  return { repository, ran: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '') };
}

describe('a hostile repository', () => {
  it('runs programs where git is asked without care, so that this test can fail', () => {
    const { repository, ran } = trap();
    spawnSync('git', ['status'], {
      cwd: repository.folder,
      env: cleanEnvironment(),
      input: '',
      timeout: 10_000,
    });
    expect(ran()).not.toBe('');
  });

  it('runs nothing, whatever Refinery asks of it', async () => {
    const { repository, ran } = trap();
    const host = nodeGit(git, undefined, { env: { ...cleanEnvironment(), GIT_EXTERNAL_DIFF: '/bin/false' } });
    const uri = pathToFileURL(path.join(repository.folder, 'backlog.yaml')).href;
    const named = { uri, backlog: Backlog.read(BACKLOG) };
    const repositories = new Repositories(host);
    const { repositories: found, missing } = await repositories.of(uri, named.backlog);
    expect(missing).toEqual([]);
    await repositories.refreshAll();
    const [tracked] = found;
    if (tracked === undefined) throw new Error('the repository was not found');
    expect(tracked.message).toBeUndefined();
    expect(tracked.view.index.size).toBe(3);
    const asked = {
      host,
      directory: new Directory([named]),
      repositories: [{ uri: tracked.uri, view: tracked.view }],
    };
    const target = (id: string) => {
      const [item] = named.backlog.byId(id);
      if (item === undefined) throw new Error(`there is no ${id}`);
      return { ...named, item };
    };
    const history = await itemHistory(asked, target('FN-12'), { limit: 100, stats: true });
    expect(history.commits).toHaveLength(1);
    expect(history.commits[0]?.stats?.files).toBe(3);
    expect(history.branches.map(({ name }) => name)).toEqual(expect.arrayContaining(BRANCHES));
    // Read as it stood in that commit, which takes a look into its tree.
    expect((await itemHistory(asked, target('FN-14'), { limit: 100, stats: false })).total).toBe(1);
    expect((await itemDiff(asked, target('FN-12'))).files).toHaveLength(3);
    for (const file of ['a.txt', '--help', ':(top)x']) {
      const why = await whyLine(
        asked,
        { uri: tracked.uri, view: tracked.view },
        { path: file, line: 0, text: undefined, now: 0 },
      );
      expect(why.found, file).toBe(true);
      if (why.found) {
        expect(why.markdown).not.toMatch(/(?<!\\)\]\(/);
        expect(why.markdown).not.toMatch(/<[a-z]/i);
      }
    }
    const note = noteMarkdown(await notedStory(asked, target('FN-12')));
    expect(note).not.toMatch(/(?<!\\)\]\(|<[a-z]/i);
    expect(unlinkedCommits(asked, named, 10).total).toBe(2);
    await finishProposals(asked, named);
    await hooks(host, repository.folder, 'planInstall', { node: '/x', cli: '/y' });
    for (const revision of ['--output=pwned', '--upload-pack=x', '-h', '@{-1}..', 'a b'])
      await host.run({ folder: repository.folder, args: ['rev-list', '--end-of-options', revision, '--'] });
    expect(ran()).toBe('');
    expect(fs.existsSync(path.join(repository.folder, 'pwned'))).toBe(false);
    expect(fs.readdirSync(repository.folder).sort()).toEqual(
      ['--help', '.git', '.gitattributes', ':(top)x', 'a.txt', 'backlog.yaml'].sort(),
    );
  });

  it('fetches nothing that is missing', async () => {
    const { repository, ran } = trap();
    const head = repository.head();
    const blob = repository.git('rev-parse', `${head}:a.txt`).trim();
    fs.rmSync(path.join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    const result = await runGit(
      git,
      { folder: repository.folder, args: ['cat-file', 'blob', blob] },
      { env: cleanEnvironment() },
    );
    expect(result.code).not.toBe(0);
    expect(ran()).toBe('');
  });

  it('inside of a working tree is not taken for one', async () => {
    const root = folder();
    const bare = GitRepository.init(path.join(root, 'fixtures'), '--bare');
    const result = await runGit(
      git,
      { folder: bare.folder, args: ['rev-parse', '--show-toplevel'] },
      { env: cleanEnvironment() },
    );
    expect(result.code).not.toBe(0);
  });
});

describe('running git', () => {
  it('never takes a program from the folder it works in, nor variables that lead it elsewhere', async () => {
    const root = folder({ git: '#!/bin/sh\necho pwned\n' });
    fs.chmodSync(path.join(root, 'git'), 0o755);
    expect(findGit({ PATH: `.:${path.delimiter}:bin` })).toBeUndefined();
    const repository = GitRepository.init(path.join(root, 'r'));
    const env = {
      ...cleanEnvironment(),
      GIT_DIR: '/nowhere',
      GIT_WORK_TREE: '/',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'alias.x',
      GIT_CONFIG_VALUE_0: '!echo pwned',
    };
    const top = await runGit(
      git,
      { folder: repository.folder, args: ['rev-parse', '--show-toplevel'] },
      { env },
    );
    expect(top.out.trim()).toBe(fs.realpathSync(repository.folder));
    expect((await runGit(git, { folder: repository.folder, args: ['x'] }, { env })).code).not.toBe(0);
  });

  it('stops what takes too long, and what is given up', async () => {
    const root = folder();
    const slow = path.join(root, 'slow');
    fs.writeFileSync(slow, '#!/bin/sh\nexec sleep 30\n', { mode: 0o755 });
    await expect(runGit(slow, { folder: root, args: ['log'] }, { limit: 100 })).rejects.toThrow(
      /took longer/,
    );
    let stop = (): void => undefined;
    const given = runGit(slow, {
      folder: root,
      args: [],
      cancel: { cancelled: false, onCancel: (listener) => (stop = listener) },
    });
    stop();
    expect(await given).toEqual({ code: null, out: '', err: '' });
  });

  it('says plainly that there is no git', async () => {
    await expect(runGit('/nowhere/git', { folder: '/', args: [] })).rejects.toThrow(/can't be run/);
  });
});
