/** From a line of code to the reason for it: line, commit, story, epic, objective and insights, in one list. */
import * as vscode from 'vscode';
import { now } from '../../../node/clock.ts';
import { type ItemRef, type Why, whyRequest, type WhyStory } from '../../../protocol/commits.ts';
import { ages } from '../../tree/age.ts';
import { oneLine, SHORT } from '../../tree/gitNodes.ts';
import { gitOf, type Scm, tell } from '../context.ts';
import { openItem } from '../openItem.ts';
import { withoutIcons } from '../plain.ts';
import { openCommit } from './changes.ts';

interface ReasonItem extends vscode.QuickPickItem {
  readonly open?: () => Promise<unknown>;
}

export async function why(scm: Scm): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== 'file') {
    tell(vscode.l10n.t('Put the cursor on a line of a file first.'));
    return;
  }
  const { document, selection } = editor;
  const { line } = selection.active;
  const text = document.isDirty ? { text: document.getText() } : {};
  const answer = await scm.app.link.request(whyRequest, { uri: document.uri.toString(), line, ...text });
  if (!answer.found) {
    tell(answer.message);
    return;
  }
  const title = vscode.l10n.t('Why line {line} is here', { line: line + 1 });
  const picked = await vscode.window.showQuickPick(reasons(scm, answer), {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await picked?.open?.();
}

function reasons(
  scm: Scm,
  { commit, stories }: Extract<Why, { readonly found: true }>,
): readonly ReasonItem[] {
  const age = ages(vscode.env.language, () => now().getTime() / 1000);
  const items: ReasonItem[] = stories.flatMap((story) => chain(story));
  if (stories.length === 0)
    items.push({ label: `$(circle-slash) ${vscode.l10n.t('The commit names no story.')}` });
  const { repository, id, subject, author, time } = commit;
  items.push(separator(vscode.l10n.t('written by')), {
    label: `$(git-commit) ${withoutIcons(oneLine(subject))}`,
    description: withoutIcons([oneLine(author), age(time), id.slice(0, SHORT)].join(' · ')),
    open: () => openCommit(scm, { repository, commit: id }),
  });
  return items;
}

function chain(story: WhyStory): readonly ReasonItem[] {
  const { epic, objective, insights } = story;
  const sure = story.uncertain === true ? ` · ${vscode.l10n.t('or another one that had this id')}` : '';
  return [
    separator(vscode.l10n.t('story')),
    item('bookmark', story, sure),
    ...(epic === undefined ? [] : [separator(vscode.l10n.t('epic')), item('milestone', epic)]),
    ...(objective === undefined ? [] : [separator(vscode.l10n.t('objective')), item('target', objective)]),
    ...(insights.length === 0 ? [] : [separator(vscode.l10n.t('insights'))]),
    ...insights.map((insight) => item('lightbulb', insight)),
  ];
}

function item(icon: string, ref: ItemRef, more = ''): ReasonItem {
  return {
    label: `$(${icon}) ${withoutIcons(`${ref.id} ${ref.title}`)}`,
    description: withoutIcons(`${ref.status ?? ''}${more}`),
    open: () => openItem(ref),
  };
}

function separator(label: string): ReasonItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
