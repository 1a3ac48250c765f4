/**
 * Starts work on a story: its branch is checked out (made where there is none), status and assignee are set by the
 * same operation as everywhere, and the story becomes the active one of that branch.
 */
import * as vscode from 'vscode';
import {
  type BranchInfo,
  commitsStateRequest,
  type StartWork,
  startWorkRequest,
} from '../../../protocol/commits.ts';
import type { Operation } from '../../../protocol/lsp.ts';
import { apply } from '../../commands/apply.ts';
import { peopleItems } from '../../commands/setAssignee.ts';
import { repositoryName } from '../../tree/gitNodes.ts';
import { setAssignees } from '../../tree/moves.ts';
import { rowOf } from '../active.ts';
import { gitError, gitOf, say, type Scm, tell } from '../context.ts';
import type { Repository } from '../gitApi.ts';
import { pickRepository } from '../pickRepository.ts';
import { withoutIcons } from '../plain.ts';
import type { StoryRef } from '../scmCommands.ts';
import { goneStory } from '../sentences.ts';

/** @param given the folder's name of the repository, where a script calls */
export async function startWork(scm: Scm, story: StoryRef, given: string | undefined): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const { app } = scm;
  const title = vscode.l10n.t('Work on {id} in which repository?', { id: story.id });
  const repositories = await repositoriesOf(scm, story);
  const repository =
    given === undefined
      ? await pickRepository(repositories, title)
      : repositories.find(({ rootUri }) => repositoryName(rootUri.toString()) === given);
  if (repository === undefined) {
    if (given !== undefined) tell(vscode.l10n.t('There is no repository {name}.', { name: given }));
    return;
  }
  const uri = repository.rootUri.toString();
  const ask = (): Promise<StartWork | null> =>
    app.link.request(startWorkRequest, { ...story, repository: uri });
  const plan = await ask();
  const branch = plan === null ? undefined : await branchOf(story, plan);
  if (plan === null) tell(goneStory(story.id));
  if (plan === null || branch === undefined) return;
  const assignee = plan.person === undefined ? await askWho(scm, story) : undefined;
  try {
    await checkOut(repository, plan, branch);
  } catch (error) {
    tell(vscode.l10n.t('Git can’t switch to {branch}: {error}', { branch, error: gitError(error) }));
    return;
  }
  await scm.active.set(repository, branch, story);
  // The branch may have a backlog of its own: what is to be set is asked for on that one.
  if (plan.onBranchOnly !== undefined) await reloaded(story.uri);
  await change(scm, story, (await ask()) ?? plan, assignee, branch);
}

/** Those whose commits the backlog's stories are looked for in, the one at hand first. */
async function repositoriesOf({ app, git }: Scm, { uri }: StoryRef): Promise<readonly Repository[]> {
  const state = await app.link.request(commitsStateRequest, { uri });
  const opened = await Promise.all(
    state.repositories.map((repository) => git.open(repository.uri).catch(() => undefined)),
  );
  const found = opened.filter((repository) => repository !== undefined);
  const { current } = git;
  const all = found.length > 0 ? [...new Set(found)] : git.repositories;
  return [...all].sort((a, b) => Number(b === current) - Number(a === current));
}

/** Undefined where the person changed their mind. */
async function branchOf({ id }: StoryRef, { branch, existing }: StartWork): Promise<string | undefined> {
  const current = existing.find((one) => one.current);
  if (current !== undefined) return current.name;
  const local = existing.filter((one) => !one.remote && !one.merged);
  const names = (local.length > 0 ? local : existing.filter((one) => !one.merged)).map(localName);
  const choices = [...new Set(names)];
  if (choices.length < 2) return choices[0] ?? branch;
  const items = [
    ...choices.map((name) => ({ label: `$(git-branch) ${withoutIcons(name)}`, description: '', name })),
    {
      label: `$(add) ${withoutIcons(branch)}`,
      description: vscode.l10n.t('a new branch'),
      name: branch,
    },
  ];
  const title = vscode.l10n.t('Several branches are named after {id}', { id });
  return (await vscode.window.showQuickPick(items, { title }))?.name;
}

/** What a branch of a remote is called here: `feature/FN-12` for `origin/feature/FN-12`. */
function localName({ name, remote }: BranchInfo): string {
  return remote ? name.slice(name.indexOf('/') + 1) : name;
}

async function checkOut(repository: Repository, { existing }: StartWork, branch: string): Promise<void> {
  if (existing.some((one) => one.current && one.name === branch)) return;
  const there = existing.some((one) => localName(one) === branch);
  // For a branch that only a remote has, git makes the one here and lets it follow.
  if (there) await repository.checkout(branch);
  else await repository.createBranch(branch, true);
}

async function change(
  { app }: Scm,
  story: StoryRef,
  plan: StartWork,
  assignee: string | undefined,
  branch: string,
): Promise<void> {
  const row = rowOf(app, story);
  const assign = assignee === undefined || row === undefined ? [] : [setAssignees(row.address, [assignee])];
  const operations: readonly Operation[] = [...(plan.operation === null ? [] : [plan.operation]), ...assign];
  const label = vscode.l10n.t('Start work on {id}', { id: story.id });
  const done = operations.length === 0 || (await apply(app, story.uri, operations, label)) !== undefined;
  const parts = [vscode.l10n.t('On {branch} for {id}.', { branch, id: story.id })];
  if (done && operations.length > 0) {
    parts.push(plan.change);
    if (plan.onBranchOnly !== undefined) parts.push(plan.onBranchOnly);
  }
  say(parts.join(' '));
}

/** Who does it, where git's address tells nobody of the backlog and nobody has the story yet. */
async function askWho({ app }: Scm, story: StoryRef): Promise<string | undefined> {
  const backlog = app.store.backlog(story.uri);
  const row = rowOf(app, story);
  if (backlog === undefined || backlog.people.size === 0 || (row?.assignees ?? []).length > 0)
    return undefined;
  const nobody = { label: vscode.l10n.t('Nobody for now'), ids: [] };
  const picked = await vscode.window.showQuickPick([...peopleItems(backlog), nobody], {
    title: vscode.l10n.t('Who works on {id}?', { id: story.id }),
    placeHolder: vscode.l10n.t('Git’s user.email is not the address of anybody in the backlog'),
    matchOnDescription: true,
  });
  return picked?.ids === 'several' ? undefined : picked?.ids[0];
}

/** Milliseconds that the editor gets to read a file again that git has changed. */
const PATIENCE = 3000;

async function reloaded(uri: string): Promise<void> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open === undefined) return;
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && !open.isDirty && !open.isClosed) {
    const bytes = await vscode.workspace.fs.readFile(open.uri);
    const text = new TextDecoder().decode(bytes);
    if (text.replaceAll('\r\n', '\n') === open.getText().replaceAll('\r\n', '\n')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
