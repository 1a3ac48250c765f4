/** Stories that look done by what git says: a list to look through, then one edit. Nothing happens without it. */
import * as vscode from 'vscode';
import { type FinishProposal, finishProposalsRequest } from '../../../protocol/commits.ts';
import { apply } from '../../commands/apply.ts';
import { gitOf, say, type Scm } from '../context.ts';
import { withoutIcons } from '../plain.ts';

/** @param given ids with commas between them, where a script calls: only those that git says are done */
export async function finish(scm: Scm, given: string | undefined): Promise<void> {
  if (gitOf(scm) === undefined) return;
  const { only } = scm.app.view.view;
  const backlogs = scm.app.store.backlogs.filter(({ uri }) => only === undefined || uri === only);
  const answers = await Promise.all(
    backlogs.map(({ uri }) => scm.app.link.request(finishProposalsRequest, { uri })),
  );
  const proposals = answers.flat();
  if (proposals.length === 0) {
    say(vscode.l10n.t('Git shows no finished stories.'));
    return;
  }
  const ids = given?.split(',').map((id) => id.trim());
  const chosen =
    ids === undefined ? await review(proposals) : proposals.filter(({ item }) => ids.includes(item.id));
  for (const uri of new Set(chosen.map(({ item }) => item.uri))) {
    const ours = chosen.filter(({ item }) => item.uri === uri);
    const operations = ours.map(({ operation }) => operation);
    await apply(scm.app, uri, operations, labelOf(ours));
  }
}

async function review(proposals: readonly FinishProposal[]): Promise<readonly FinishProposal[]> {
  const items = proposals.map((proposal) => ({
    label: withoutIcons(`${proposal.item.id} ${proposal.item.title}`),
    description: `${proposal.item.status ?? ''} → ${proposal.to}`,
    detail: withoutIcons(proposal.reason),
    picked: proposal.likely,
    proposal,
  }));
  const title =
    proposals.length === 1
      ? vscode.l10n.t('This story looks done')
      : vscode.l10n.t('These {count} stories look done', { count: proposals.length });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDetail: true,
    placeHolder: vscode.l10n.t('The ticked ones are finished when you press OK'),
  });
  return (picked ?? []).map(({ proposal }) => proposal);
}

function labelOf(proposals: readonly FinishProposal[]): string {
  const [first] = proposals;
  return proposals.length === 1 && first !== undefined
    ? vscode.l10n.t('Finish {id}', { id: first.item.id })
    : vscode.l10n.t('Finish {count} stories', { count: proposals.length });
}
