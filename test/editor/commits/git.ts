/** The git repositories of the window, as the editor has them and as a terminal sees them. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { GitApi, GitExtension, Repository } from '../../../src/extension/scm/gitApi.ts';
import { eventually } from '../support/eventually.ts';
import { git } from '../support/team.mjs';

/** The folder of a repository. */
export function folderOf(name: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return path.join(folder.uri.fsPath, name);
}

/** Runs git as a person would in a terminal; gives what it printed, without the line end. */
export function inTerminal(name: string, ...args: readonly string[]): string {
  return git(folderOf(name), ...args).trimEnd();
}

export async function gitApi(): Promise<GitApi> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) throw new Error('the git extension is not there');
  const exports = await extension.activate();
  const api = exports.getAPI(1);
  await eventually('three repositories', () => api.repositories.length === 3);
  return api;
}

/** With what only tests use of it. */
interface TestRepository extends Repository {
  status(): Promise<void>;
}

export async function repositoryOf(name: string): Promise<TestRepository> {
  const api = await gitApi();
  // The git extension's repositories have it: git.d.ts says so.
  const repositories = api.repositories as readonly TestRepository[];
  const found = repositories.find(({ rootUri }) => path.basename(rootUri.fsPath) === name);
  if (found === undefined) throw new Error(`there is no repository ${name}`);
  return found;
}

/** The document of a repository's commit box. */
export async function commitBox(name: string): Promise<vscode.TextDocument> {
  const { rootUri } = await repositoryOf(name);
  return eventually('the commit box', () =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === 'vscode-scm' && decodeURIComponent(uri.query).includes(rootUri.path),
    ),
  );
}
