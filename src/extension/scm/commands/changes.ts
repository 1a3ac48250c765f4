/** What was changed for a story or by a commit: in the editor for many files, or as a list of files. */
import * as vscode from 'vscode';
import { type ItemDiff, itemDiffRequest, releaseNoteRequest } from '../../../protocol/commits.ts';
import { gitError, gitOf, say, type Scm, tell } from '../context.ts';
import { ADDED, type Change, DELETED, type GitApi } from '../gitApi.ts';
import { withoutIcons } from '../plain.ts';
import type { CommitRef, StoryRef } from '../scmCommands.ts';
import { goneStory, noCommits } from '../sentences.ts';
import { SHORT } from '../../tree/gitNodes.ts';

/** A file with its two sides; one that is not there is undefined. */
type Sides = readonly [vscode.Uri, vscode.Uri | undefined, vscode.Uri | undefined];

/** What git takes for a commit without files: the first commit of a repository is compared with it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

export async function openChanges(scm: Scm, story: StoryRef): Promise<void> {
  const api = gitOf(scm);
  const diff = api && (await diffOf(scm, story));
  if (api === undefined || diff === undefined) return;
  await openRepositories(scm, diff);
  await show(
    diff.title,
    diff.files.map((file): Sides => sidesOf(api, file)),
  );
  if (diff.mixed)
    say(vscode.l10n.t('Other commits lie between those of {id}: some files show their changes too.', story));
}

export async function showFiles(scm: Scm, story: StoryRef): Promise<void> {
  const api = gitOf(scm);
  const diff = api && (await diffOf(scm, story));
  if (api === undefined || diff === undefined) return;
  const items = diff.files.map((file) => {
    const uri = vscode.Uri.parse(file.uri, true);
    const path = vscode.workspace.asRelativePath(uri, true);
    const count =
      file.commits === 1
        ? vscode.l10n.t('1 commit')
        : vscode.l10n.t('{count} commits', { count: file.commits });
    const gone = file.after === undefined ? ` · ${vscode.l10n.t('deleted')}` : '';
    return { label: withoutIcons(path), description: `${count}${gone}`, uri, file };
  });
  const title = vscode.l10n.t('Files of {id}', story);
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (picked === undefined) return;
  const there = await vscode.workspace.fs.stat(picked.uri).then(
    () => true,
    () => false,
  );
  if (there) await vscode.commands.executeCommand('vscode.open', picked.uri);
  else {
    await openRepositories(scm, diff);
    await show(diff.title, [sidesOf(api, picked.file)]);
  }
}

export async function copyReleaseNote(scm: Scm, story: StoryRef): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const note = await scm.app.link.request(releaseNoteRequest, story);
  if (note === null) {
    tell(goneStory(story.id));
    return;
  }
  await vscode.env.clipboard.writeText(note.markdown);
  say(vscode.l10n.t('Copied {id} as a release note.', { id: story.id }));
}

export async function openCommit(scm: Scm, { repository: uri, commit }: CommitRef): Promise<void> {
  const api = gitOf(scm);
  if (api === undefined) return;
  const repository = await scm.git.open(uri);
  if (repository === undefined) {
    tell(vscode.l10n.t('The repository of this commit can’t be opened.'));
    return;
  }
  const short = commit.slice(0, SHORT);
  try {
    const { hash, parents } = await repository.getCommit(commit);
    const before = parents[0] ?? EMPTY_TREE;
    const changes = await repository.diffBetween(before, hash);
    if (changes.length === 0) tell(vscode.l10n.t('The commit {short} changed no file.', { short }));
    else
      await show(
        vscode.l10n.t('Commit {short}', { short }),
        changes.map((change) => sidesOfChange(api, change, before, hash)),
      );
  } catch (error) {
    tell(vscode.l10n.t('The commit {short} can’t be shown: {error}', { short, error: gitError(error) }));
  }
}

/** Undefined where the person was told that there is nothing. */
async function diffOf({ app }: Scm, story: StoryRef): Promise<ItemDiff | undefined> {
  const diff = await app.link.request(itemDiffRequest, story);
  if (diff.files.length > 0) return diff;
  tell(diff.message ?? noCommits(story.id));
  return undefined;
}

/** The editor reads revisions of files only in repositories that the git extension has open. */
async function openRepositories({ git }: Scm, { files }: ItemDiff): Promise<void> {
  const uris = new Set(files.map(({ repository }) => repository));
  await Promise.all([...uris].map((uri) => git.open(uri).catch(() => undefined)));
}

function sidesOf(api: GitApi, { uri, before, after }: ItemDiff['files'][number]): Sides {
  const side = (one: typeof before) => one && api.toGitUri(vscode.Uri.parse(one.uri, true), one.revision);
  return [vscode.Uri.parse(uri, true), side(before), side(after)];
}

function sidesOfChange(
  api: GitApi,
  { uri, originalUri, renameUri, status }: Change,
  before: string,
  after: string,
): Sides {
  const now = renameUri ?? uri;
  return [
    now,
    ADDED.has(status) ? undefined : api.toGitUri(originalUri, before),
    DELETED.has(status) ? undefined : api.toGitUri(now, after),
  ];
}

async function show(title: string, files: readonly Sides[]): Promise<void> {
  await vscode.commands.executeCommand('vscode.changes', title, files);
}
