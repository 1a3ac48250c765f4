/** How a branch or a commit is shown in the tree. What git says is plain text here, and escaped in tooltips. */
import * as vscode from 'vscode';
import type { CommitInfo, LinkStrength } from '../../protocol/commits.ts';
import type { RowContext } from '../../protocol/views.ts';
import { plainLines } from '../scm/plain.ts';
import { type GitNode, oneLine, repositoryName, SHORT } from './gitNodes.ts';

export function gitItem(item: vscode.TreeItem, { git, label, description }: GitNode): void {
  switch (git.what) {
    case 'branch':
      item.iconPath = new vscode.ThemeIcon('git-branch');
      item.tooltip = plainLines([oneLine(git.branch.name), repositoryName(git.branch.repository)]);
      item.contextValue = 'branch' satisfies RowContext;
      break;
    case 'commit': {
      const { repository, id } = git.commit;
      item.iconPath = new vscode.ThemeIcon(git.commit.merge === true ? 'git-merge' : 'git-commit');
      item.tooltip = tooltipOf(git.commit);
      item.contextValue = 'commit' satisfies RowContext;
      item.command = {
        command: 'refinery.commits.open',
        title: vscode.l10n.t('Open Commit'),
        arguments: [{ repository, commit: id }],
      };
      break;
    }
    case 'summary':
      item.iconPath = new vscode.ThemeIcon('organization');
      item.tooltip = plainLines([label, description]);
      break;
    case 'note':
      item.iconPath = new vscode.ThemeIcon('info');
      break;
  }
}

function tooltipOf(commit: CommitInfo): vscode.MarkdownString {
  const { stats, time } = commit;
  const when = new Date(time * 1000).toLocaleString(vscode.env.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return plainLines([
    oneLine(commit.subject),
    `${oneLine(commit.author)} <${oneLine(commit.email)}>, ${when}`,
    `${repositoryName(commit.repository)} ${commit.id.slice(0, SHORT)}`,
    stats === undefined
      ? ''
      : vscode.l10n.t('{files} files, {added} lines added, {removed} removed', { ...stats }),
    `${strengthWords(commit.strength)}${commit.merged ? ` ${vscode.l10n.t('On the main branch.')}` : ''}`,
    commit.uncertain === true
      ? vscode.l10n.t('Two items once had this id: it may be the other one that is meant.')
      : '',
  ]);
}

function strengthWords(strength: LinkStrength): string {
  switch (strength) {
    case 'trailer':
      return vscode.l10n.t('A trailer names the story.');
    case 'subject':
      return vscode.l10n.t('The subject names the story.');
    case 'mention':
      return vscode.l10n.t('The message mentions the story.');
    case 'branch':
      return vscode.l10n.t('The branch is named after the story.');
  }
}
