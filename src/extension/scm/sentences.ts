/** Sentences that several places say. */
import * as vscode from 'vscode';

export function noBacklog(): string {
  return vscode.l10n.t('There is no backlog in this workspace.');
}

export function noCommits(id: string): string {
  return vscode.l10n.t('No commit names {id} yet.', { id });
}

export function goneStory(id: string): string {
  return vscode.l10n.t('{id} is not in the backlog any more.', { id });
}
