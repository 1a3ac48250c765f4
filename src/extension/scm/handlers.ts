/**
 * Handlers of the commands about commits: which story or commit is meant is found out here, where the tree's elements
 * are known; the rest is done by the bundle that knows git.
 */
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { readArguments } from '../commands/arguments.ts';
import type { Handler } from '../commands/handler.ts';
import { isPlanned, isStory, targetsOf, type Wanted } from '../commands/targets.ts';
import { Element } from '../tree/model.ts';
import type { CommitRef, ScmCommands, StoryRef } from './scmCommands.ts';

export const startWork = onStory('startWork', () => ({
  fits: isStory,
  question: vscode.l10n.t('Start work on which story?'),
}));
export const openChanges = onStory('openChanges', () => ({
  fits: isPlanned,
  question: vscode.l10n.t('Open the changes of which item?'),
}));
export const showFiles = onStory('showFiles', () => ({
  fits: isPlanned,
  question: vscode.l10n.t('Show the files of which item?'),
}));
export const copyReleaseNote = onStory('copyReleaseNote', () => ({
  fits: isPlanned,
  question: vscode.l10n.t('Copy which item as a release note?'),
}));

export const setActive: Handler = async (app, args) => {
  const { value } = readArguments(args);
  const scm = await app.scm.load();
  // From a row: that one. From the palette or the status bar: what the branch suggests is asked about.
  const story = args[0] instanceof Element ? await storyOf(app, args, meant()) : undefined;
  if (args[0] instanceof Element && story === undefined) return;
  await scm.setActive(story, value);
};

export const finish: Handler = async (app, args) => (await app.scm.load()).finish(readArguments(args).value);

export const link: Handler = async (app, args) => {
  const [clicked] = args;
  await (await app.scm.load()).link(rootOf(clicked), readArguments(args).value);
};

export const openCommit: Handler = async (app, args) => {
  const commit = commitOf(args[0]);
  if (commit !== undefined) await (await app.scm.load()).openCommit(commit);
};

export const copyCommit: Handler = async (_app, args) => {
  const commit = commitOf(args[0]);
  if (commit !== undefined) await vscode.env.clipboard.writeText(commit.commit);
};

export const why: Handler = async (app) => (await app.scm.load()).why();
export const unlinked: Handler = async (app) => (await app.scm.load()).unlinked();
export const installHooks: Handler = async (app) => (await app.scm.load()).installHooks();
export const removeHooks: Handler = async (app) => (await app.scm.load()).removeHooks();

type OnStory = 'startWork' | 'openChanges' | 'showFiles' | 'copyReleaseNote';

function onStory(command: OnStory & keyof ScmCommands, wanted: () => Wanted): Handler {
  return async (app, args) => {
    const story = await storyOf(app, args, wanted());
    if (story !== undefined) await (await app.scm.load())[command](story, readArguments(args).value);
  };
}

function meant(): Wanted {
  return { fits: isStory, question: vscode.l10n.t('Which story is the active one?') };
}

async function storyOf(app: App, args: readonly unknown[], wanted: Wanted): Promise<StoryRef | undefined> {
  const [target] = await targetsOf(app, args, wanted);
  const row = target?.rows.find(({ id }) => id !== undefined);
  if (target === undefined) return undefined;
  if (row?.id !== undefined) return { uri: target.backlog.uri, id: row.id };
  void vscode.window.showWarningMessage(vscode.l10n.t('Commits can only name what has an id.'));
  return undefined;
}

/** A commit's row, or what the row's click gives. */
export function commitOf(given: unknown): CommitRef | undefined {
  if (given instanceof Element) {
    const { node } = given;
    if (node.kind !== 'git' || node.git.what !== 'commit') return undefined;
    return { repository: node.git.commit.repository, commit: node.git.commit.id };
  }
  if (typeof given !== 'object' || given === null) return undefined;
  if (!('repository' in given) || !('commit' in given)) return undefined;
  const { repository, commit } = given;
  if (typeof repository !== 'string' || typeof commit !== 'string' || !/^[0-9a-f]{4,64}$/.test(commit))
    return undefined;
  return { repository, commit };
}

/** The title bar of a repository gives the editor's own object of it. */
function rootOf(given: unknown): vscode.Uri | undefined {
  if (typeof given !== 'object' || given === null || !('rootUri' in given)) return undefined;
  return given.rootUri instanceof vscode.Uri ? given.rootUri : undefined;
}
