/** Installs and removes the git hooks. What will be done is shown first, file by file, and done only when agreed to. */
import * as vscode from 'vscode';
import { type HooksParams, hooksRequest, type HooksResult } from '../../../protocol/commits.ts';
import { repositoryName } from '../../tree/gitNodes.ts';
import { gitOf, say, type Scm, tell } from '../context.ts';
import { pickRepository } from '../pickRepository.ts';

export function installHooks(scm: Scm): Promise<void> {
  return change(scm, 'install');
}

export function removeHooks(scm: Scm): Promise<void> {
  return change(scm, 'remove');
}

async function change(scm: Scm, action: 'install' | 'remove'): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const title =
    action === 'install'
      ? vscode.l10n.t('Install the git hooks in which repository?')
      : vscode.l10n.t('Remove the git hooks from which repository?');
  const repository = await pickRepository(scm.git.repositories, title);
  if (repository === undefined) return;
  const ask = (wanted: HooksParams['action']): Promise<HooksResult> =>
    scm.app.link.request(hooksRequest, { repository: repository.rootUri.toString(), action: wanted });
  const plan = await ask(action === 'install' ? 'planInstall' : 'planRemove');
  if (!plan.ok || plan.files.length === 0) {
    tell(plan.message);
    return;
  }
  if (!(await agreed(plan, action, repositoryName(repository.rootUri.toString())))) return;
  const done = await ask(action);
  if (done.ok) say(done.message);
  else tell(done.message);
}

async function agreed(plan: HooksResult, action: 'install' | 'remove', name: string): Promise<boolean> {
  const answer = action === 'install' ? vscode.l10n.t('Install') : vscode.l10n.t('Remove');
  const question =
    action === 'install'
      ? vscode.l10n.t('Install git hooks in {name}?', { name })
      : vscode.l10n.t('Remove git hooks from {name}?', { name });
  const detail = [plan.message, '', ...plan.files.map(({ path, what }) => `${path}\n${what}`)].join('\n');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, answer)) === answer;
}
