/** What the extension does with git, put together: a bundle of its own, loaded after activation. */
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { ActiveStory } from './active.ts';
import { Candidates } from './candidates.ts';
import { copyReleaseNote, openChanges, openCommit, showFiles } from './commands/changes.ts';
import { finish } from './commands/finish.ts';
import { installHooks, removeHooks } from './commands/hooks.ts';
import { link } from './commands/link.ts';
import { setActive } from './commands/setActive.ts';
import { startWork } from './commands/startWork.ts';
import { unlinked } from './commands/unlinked.ts';
import { why } from './commands/why.ts';
import { completeMessages } from './completion.ts';
import type { Scm } from './context.ts';
import { Git } from './git.ts';
import type { StartedScm } from './scmCommands.ts';
import { showActiveStory } from './statusBar.ts';

export async function startScm(app: App): Promise<StartedScm> {
  const git = new Git(app);
  const active = new ActiveStory(app, git);
  const candidates = new Candidates(app, git, active);
  const scm: Scm = { app, git, active, candidates };
  const parts = vscode.Disposable.from(
    git,
    active,
    candidates,
    showActiveStory(app, active),
    completeMessages(app, git, candidates),
  );
  await git.update();
  return {
    startWork: (story, given) => startWork(scm, story, given),
    setActive: (story, given) => setActive(scm, story, given),
    finish: (given) => finish(scm, given),
    link: (root, given) => link(scm, root, given),
    openChanges: (story) => openChanges(scm, story),
    showFiles: (story) => showFiles(scm, story),
    copyReleaseNote: (story) => copyReleaseNote(scm, story),
    openCommit: (commit) => openCommit(scm, commit),
    why: () => why(scm),
    unlinked: () => unlinked(scm),
    installHooks: () => installHooks(scm),
    removeHooks: () => removeHooks(scm),
    dispose: () => {
      parts.dispose();
    },
  };
}
