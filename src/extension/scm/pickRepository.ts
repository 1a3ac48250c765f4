/** Asks which repository is meant, where there are several. */
import * as vscode from 'vscode';
import { oneLine, repositoryName } from '../tree/gitNodes.ts';
import type { Repository } from './gitApi.ts';
import { withoutIcons } from './plain.ts';

/** @param repositories the most likely one first */
export async function pickRepository(
  repositories: readonly Repository[],
  title: string,
): Promise<Repository | undefined> {
  if (repositories.length < 2) return repositories[0];
  const items = repositories.map((repository) => ({
    label: `$(repo) ${withoutIcons(repositoryName(repository.rootUri.toString()))}`,
    description: withoutIcons(oneLine(repository.state.HEAD?.name ?? '')),
    repository,
  }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.repository;
}
