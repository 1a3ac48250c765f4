/** Stories that look done by what git says: proposals, with the reason for each. Nothing is changed here. */
import type { Operation } from '../../operations/operation.ts';
import type { NamedBacklog, Target } from '../directory.ts';
import { itemRef, type ItemRef } from '../itemRef.ts';
import { branchesOf, type CommitLink } from '../links.ts';
import type { Located } from '../commitInfo.ts';
import type { Asked } from './asked.ts';
import { linksOf } from './itemCommits.ts';

export interface FinishProposal {
  readonly item: ItemRef;
  /** The status that it would get: the first of `workflow.done`. */
  readonly to: string;
  readonly why: 'closes' | 'merged-branch' | 'merged-commits';
  /** The reason in words: "The branch feature/FN-12-sync is merged to main." */
  readonly reason: string;
  /** Sure enough to be ticked from the start. */
  readonly likely: boolean;
  readonly operation: Operation;
}

/** The stories in progress (or named in `ids`) that git says are done, in rank order. */
export async function finishProposals(
  asked: Asked,
  { uri, backlog }: NamedBacklog,
  ids?: readonly string[],
): Promise<readonly FinishProposal[]> {
  const { config } = backlog;
  const to = config.done[0];
  if (to === undefined) return [];
  const over = new Set([...config.done, ...config.dropped]);
  const proposals: FinishProposal[] = [];
  for (const item of backlog.list('stories')) {
    if (item.id === undefined || (item.status !== undefined && over.has(item.status))) continue;
    if (ids !== undefined && !ids.includes(item.id)) continue;
    const target = { uri, backlog, item };
    const found = await reasonOf(asked, target, config.active);
    if (found === undefined) continue;
    proposals.push({
      item: itemRef(target),
      to,
      ...found,
      operation: { type: 'set', item: backlog.address(item), field: 'status', value: to },
    });
  }
  return proposals;
}

type Reason = Pick<FinishProposal, 'why' | 'reason' | 'likely'>;

async function reasonOf(
  asked: Asked,
  target: Target,
  active: readonly string[],
): Promise<Reason | undefined> {
  const found: { readonly located: Located; readonly links: readonly CommitLink[] }[] = [];
  for (const located of asked.repositories) {
    const links = (await linksOf(asked, target, located)).filter(({ uncertain }) => !uncertain);
    if (links.length > 0 || branchesOf(located.view, asked.directory, target).length > 0)
      found.push({ located, links });
  }
  // Work that is not merged yet, wherever it is, says that there is more to come.
  const open = found.some(({ located, links }) => {
    const { view } = located;
    return (
      links.some(({ commit }) => !view.isMerged(commit)) ||
      branchesOf(view, asked.directory, target).some(({ tip }) => !view.isMerged(tip))
    );
  });
  if (found.length === 0 || open) return undefined;
  for (const { located, links } of found) {
    const closing = links.find(({ closes }) => closes);
    if (closing === undefined) continue;
    const { view } = located;
    const main = view.main ?? 'the main branch';
    const reason = `Commit ${view.index.id(closing.commit).slice(0, 8)} on ${main} says that it closes ${closing.id}.`;
    return { why: 'closes', reason, likely: true };
  }
  // A status that is not one of work in progress says that nobody works on it: a branch alone proves little.
  const inProgress = target.item.status !== undefined && active.includes(target.item.status);
  for (const { located, links } of found) {
    const { view } = located;
    const merge = links.find(
      ({ commit, strength }) => strength === 'branch' && view.index.parentCount(commit) > 1,
    );
    const branch = branchesOf(view, asked.directory, target).find(
      ({ tip, ref }) => view.isMerged(tip) && (links.length > 0 || ref.kind === 'remote'),
    );
    const main = view.main ?? 'the main branch';
    if (merge !== undefined)
      return { why: 'merged-branch', reason: `Its branch was merged to ${main}.`, likely: inProgress };
    if (branch !== undefined && links.length > 0)
      return {
        why: 'merged-branch',
        reason: `The branch ${branch.ref.name} is merged to ${main}.`,
        likely: inProgress,
      };
  }
  const count = found.reduce((sum, { links }) => sum + links.length, 0);
  if (!inProgress || count === 0) return undefined;
  const reason = count === 1 ? 'Its only commit is merged.' : `All of its ${count} commits are merged.`;
  return { why: 'merged-commits', reason, likely: false };
}
