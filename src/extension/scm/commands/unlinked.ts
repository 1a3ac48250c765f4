/** What git and the backlog do not know of each other: commits without a story, finished stories without a commit. */
import * as vscode from 'vscode';
import { now } from '../../../node/clock.ts';
import { type Unlinked, unlinkedRequest } from '../../../protocol/commits.ts';
import { ages } from '../../tree/age.ts';
import { oneLine, repositoryName, SHORT } from '../../tree/gitNodes.ts';
import { gitOf, say, type Scm, tell } from '../context.ts';
import { openItem } from '../openItem.ts';
import { withoutIcons } from '../plain.ts';
import { openCommit } from './changes.ts';

/** Of each list; both may be long in a repository that is older than its backlog. */
const MOST = 500;

interface UnlinkedItem extends vscode.QuickPickItem {
  readonly open?: () => Promise<unknown>;
}

export async function unlinked(scm: Scm): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const { only } = scm.app.view.view;
  const { backlogs } = scm.app.store;
  const asked = backlogs.filter(({ uri }) => only === undefined || uri === only);
  const answers = await Promise.all(
    asked.map(({ uri }) => scm.app.link.request(unlinkedRequest, { uri, limit: MOST })),
  );
  const items = answers.flatMap((answer) => itemsOf(scm, answer));
  if (items.length === 0) {
    const message = answers.find((answer) => answer.message !== undefined)?.message;
    if (message === undefined)
      say(vscode.l10n.t('Every commit names a story, and every finished story has one.'));
    else tell(message);
    return;
  }
  const title = vscode.l10n.t('Not linked');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  await picked?.open?.();
}

function itemsOf(scm: Scm, { commits, totalCommits, stories }: Unlinked): readonly UnlinkedItem[] {
  const age = ages(vscode.env.language, () => now().getTime() / 1000);
  const several = new Set(commits.map(({ repository }) => repository)).size > 1;
  const ofCommits = commits.map(({ repository, id, subject, author, time }): UnlinkedItem => {
    const parts = [oneLine(author), age(time), id.slice(0, SHORT)];
    if (several) parts.push(repositoryName(repository));
    return {
      label: `$(git-commit) ${withoutIcons(oneLine(subject))}`,
      description: withoutIcons(parts.join(' · ')),
      open: () => openCommit(scm, { repository, commit: id }),
    };
  });
  const ofStories = stories.slice(0, MOST).map((ref): UnlinkedItem => ({
    label: `$(bookmark) ${withoutIcons(`${ref.id} ${ref.title}`)}`,
    description: withoutIcons(ref.status ?? ''),
    open: () => openItem(ref),
  }));
  return [
    ...section(vscode.l10n.t('{count} commits that name no story', { count: totalCommits }), ofCommits),
    ...section(
      vscode.l10n.t('{count} finished stories without a commit', { count: stories.length }),
      ofStories,
    ),
  ];
}

function section(label: string, items: readonly UnlinkedItem[]): readonly UnlinkedItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
