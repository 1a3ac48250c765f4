// A team's folder as it often is: the backlog in one repository, the code in two others. Real git, nothing of the
// person's own settings.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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

/** @param {string} folder the folder that the window opens */
export function makeTeam(folder) {
  repository(path.join(folder, 'product'), { 'backlog.yaml': BACKLOG });
  repository(path.join(folder, 'app'), { 'src/send.py': CODE });
  repository(path.join(folder, 'service'), { 'receive.py': CODE.replaceAll('send', 'receive') });
}
