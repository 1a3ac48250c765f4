/** Commits that name no item, and finished items that no commit names. */
import type { NamedBacklog, Target } from '../directory.ts';
import { commitFacts, type CommitFacts, type Located } from '../commitInfo.ts';
import { itemsOf } from '../links.ts';
import { commitsOf } from '../links.ts';
import { isExempt } from '../settings.ts';
import { reached } from '../index/graph.ts';
import { mainTips } from '../git/refs.ts';
import type { Asked } from './asked.ts';

export interface UnlinkedCommits {
  /** Newest first; at most `limit`. */
  readonly commits: readonly CommitFacts[];
  readonly total: number;
}

/** Commits of the main branch and of what is checked out; merges and exempt ones are left out. */
export function unlinkedCommits(asked: Asked, { backlog }: NamedBacklog, limit: number): UnlinkedCommits {
  const settings = backlog.config.commits;
  const found: { readonly located: Located; readonly commit: number; readonly time: number }[] = [];
  for (const located of asked.repositories) {
    const { index, refs } = located.view;
    const tips = [...mainTips(refs), ...(refs.head === undefined ? [] : [refs.head])];
    const marks = reached(
      index,
      tips.map((tip) => index.find(tip)),
    );
    for (let commit = 0; commit < index.size; commit++) {
      if (marks[commit] !== 1 || index.parentCount(commit) > 1) continue;
      if (itemsOf(located.view, asked.directory, commit, settings).length > 0) continue;
      const { name, email } = index.author(commit);
      if (
        settings.exempt.length > 0 &&
        isExempt(settings, { subject: index.subject(commit), author: name, email })
      )
        continue;
      found.push({ located, commit, time: index.time(commit) });
    }
  }
  found.sort((a, b) => b.time - a.time);
  return {
    commits: found.slice(0, limit).map(({ located, commit }) => commitFacts(located, commit, backlog)),
    total: found.length,
  };
}

/** Finished stories that no commit and no branch names, in rank order. */
export function doneWithoutCommits(asked: Asked, { uri, backlog }: NamedBacklog): readonly Target[] {
  const done = new Set(backlog.config.done);
  return backlog.list('stories').flatMap((item) => {
    if (item.status === undefined || !done.has(item.status) || item.id === undefined) return [];
    const target = { uri, backlog, item };
    const named = asked.repositories.some(
      ({ view }) => commitsOf(view, asked.directory, target, backlog.config.commits).length > 0,
    );
    return named ? [] : [target];
  });
}
