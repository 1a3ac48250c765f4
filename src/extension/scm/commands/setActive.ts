/** Says which story the checked out branch is for, or that it is for none. */
import * as vscode from 'vscode';
import { gitOf, say, type Scm, tell } from '../context.ts';
import { storyItems } from '../pickStories.ts';
import type { StoryRef } from '../scmCommands.ts';

/** @param given an id where a script calls; empty for none */
export async function setActive(
  scm: Scm,
  story: StoryRef | undefined,
  given: string | undefined,
): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const repository = scm.git.current;
  const branch = repository && scm.git.branchOf(repository);
  if (repository === undefined || branch === undefined) {
    tell(vscode.l10n.t('No branch is checked out: an active story belongs to a branch.'));
    return;
  }
  const chosen = story ?? (given === undefined ? await ask(scm, branch) : find(scm, given));
  if (chosen === undefined) return;
  if (chosen !== 'none' && chosen.id === '') return;
  await scm.active.set(repository, branch, chosen === 'none' ? undefined : chosen);
  say(
    chosen === 'none'
      ? vscode.l10n.t('The branch {branch} has no active story now.', { branch })
      : vscode.l10n.t('{id} is the active story of {branch} now.', { id: chosen.id, branch }),
  );
}

function find({ app }: Scm, id: string): StoryRef | 'none' | undefined {
  if (id === '') return 'none';
  const backlog = app.store.backlogs.find(({ rows }) => rows.some((row) => row.id === id));
  if (backlog === undefined) tell(vscode.l10n.t('No backlog has {id}.', { id }));
  return backlog && { uri: backlog.uri, id };
}

interface Choice extends vscode.QuickPickItem {
  readonly story: StoryRef | 'none';
}

async function ask(scm: Scm, branch: string): Promise<StoryRef | 'none' | undefined> {
  const { current } = scm.active;
  const items = await storyItems(scm, current?.repository, current?.story);
  const none: Choice = { label: vscode.l10n.t('No story'), description: '', story: 'none' };
  const choices: readonly Choice[] = current?.story === undefined ? items : [none, ...items];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Active story of {branch}', { branch }),
    matchOnDescription: true,
    placeHolder: vscode.l10n.t('Id or words'),
  });
  return picked?.story;
}
