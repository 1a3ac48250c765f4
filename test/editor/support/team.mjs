// A team's folder as it often is: the backlog in one repository, the code in two others. Real git, nothing of the
// person's own settings.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export const BACKLOG = `version: 1
product:
  name: Fieldnotes
  key: FN
  repositories: [., ../app, ../service]

workflow:
  statuses: [idea, ready, doing, review, done, dropped]
  active: [doing, review]
  done: [done]
  dropped: [dropped]

people:
  - {id: chika, name: Chika Mori, role: engineering, email: chika@fieldnotes.example}
  - {id: ben, name: Ben Okafor, role: engineering, email: ben@fieldnotes.example}

objectives:
  - id: no-loss
    title: Nobody loses an observation

insights:
  - id: cold-phones
    source: interview
    date: 2026-03-02
    text: Phones die in the cold, and take the notes of the day with them.

epics:
  - id: FN-3
    title: Offline notes
    objective: no-loss
    status: doing

stories:
  - id: FN-12
    title: Sync when back online
    story: As a field biologist, I want my notes to sync when I am back online, so that nothing is lost.
    status: ready                 # after the beta
    epic: FN-3
    insights: [cold-phones]
    estimate: 5
    acceptance:
      - The notes of a day are on the server within a minute.
  - id: FN-13
    title: Warn before the battery dies
    story: As a field biologist, I want a warning at ten percent, so that I can save my notes.
    status: ready
    epic: FN-3
    estimate: 2
    acceptance:
      - At ten percent the phone says so once.
  - id: FN-14
    title: Export to a spreadsheet
    status: idea
`;

const CODE = `# Sends what was noted.
def send(notes):
    return len(notes)
`;

/**
 * Runs git in a folder and gives what it printed.
 * @param {string} folder
 * @param {...string} args
 * @returns {string}
 */
export function git(folder, ...args) {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'true',
  };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete env[name];
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Makes a repository with one commit of these files.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} files
 */
function repository(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Chika Mori');
  git(folder, 'config', 'user.email', 'chika@fieldnotes.example');
  git(folder, 'config', 'commit.gpgsign', 'false');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Begin');
}

/**
 * A folder becomes a working tree of a bare repository beside it, as in a team that works on several branches at once:
 * its `.git` is a file.
 * @param {string} folder
 */
function inWorkingTree(folder) {
  const bare = `${folder}.git`;
  renameSync(path.join(folder, '.git'), bare);
  rmSync(folder, { recursive: true });
  git(bare, 'config', 'core.bare', 'true');
  git(bare, 'worktree', 'add', '--quiet', folder, 'main');
}

/** @param {string} folder the folder that the window opens */
export function makeTeam(folder) {
  repository(path.join(folder, 'product'), { 'backlog.yaml': BACKLOG });
  repository(path.join(folder, 'app'), { 'src/send.py': CODE });
  repository(path.join(folder, 'service'), { 'receive.py': CODE.replaceAll('send', 'receive') });
  inWorkingTree(path.join(folder, 'service'));
}

/**
 * The same team at work, in repositories whose settings name programs: each leaves a file `ran` in the folder.
 * @param {string} folder
 */
export function makeHostileTeam(folder) {
  makeTeamAtWork(folder);
  const program = path.join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch ${JSON.stringify(path.join(folder, 'ran'))}\n`, { mode: 0o755 });
  for (const name of ['product', 'app', 'service'])
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'core.sshCommand', 'core.editor'])
      git(path.join(folder, name), 'config', key, program);
}

/**
 * The same team in the middle of a story: a branch with two commits of two people, and a change that is not committed.
 * @param {string} folder
 */
export function makeTeamAtWork(folder) {
  makeTeam(folder);
  const ago = (hours) => `${Math.floor(Date.now() / 1000) - hours * 3600} +0000`;
  const begun = BACKLOG.replace(/status: ready( +# after the beta)/, 'status: doing$1\n    assignee: chika');
  writeFileSync(path.join(folder, 'product/backlog.yaml'), begun);
  git(
    path.join(folder, 'product'),
    'commit',
    '--quiet',
    '--all',
    '--date',
    ago(51),
    '--message',
    'Begin with the sync (FN-12)',
  );
  const app = path.join(folder, 'app');
  const write = (text) => writeFileSync(path.join(app, 'src/send.py'), text);
  git(app, 'checkout', '--quiet', '-b', 'feature/FN-12-sync-when-back-online');
  write(CODE.replace('# Sends what was noted.', '# Queues what was noted while there is no network.'));
  git(
    app,
    'commit',
    '--quiet',
    '--all',
    '--date',
    ago(50),
    '--message',
    'Queue notes while offline',
    '--trailer',
    'Story: FN-12',
  );
  write('# Queues what was noted while there is no network.\ndef send(notes):\n    return sorted(notes)\n');
  const author = 'Ben Okafor <ben@fieldnotes.example>';
  git(
    app,
    'commit',
    '--quiet',
    '--all',
    '--date',
    ago(5),
    '--author',
    author,
    '--message',
    'Queue notes in order (FN-12)',
  );
  write('# Queues what was noted.\ndef send(notes):\n    return sorted(notes)\n');
}
