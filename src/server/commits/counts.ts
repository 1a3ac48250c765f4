/** A few words about the commits of every item of a backlog, for trees and lenses. */
import type { Asked } from '../../core/commits/answers/asked.ts';
import { branchFacts } from '../../core/commits/answers/itemCommits.ts';
import type { NamedBacklog, Target } from '../../core/commits/directory.ts';
import { commitsOf } from '../../core/commits/links.ts';
import { personOf } from '../../core/commits/people.ts';
import type { ItemCommitCount } from '../../protocol/commits.ts';

/** Items without commits and branches are left out. */
export function commitCounts(asked: Asked, { uri, backlog }: NamedBacklog): readonly ItemCommitCount[] {
  return [...backlog.list('stories'), ...backlog.list('epics')].flatMap(
    (item) => countOf(asked, { uri, backlog, item }) ?? [],
  );
}

export function countOf(asked: Asked, target: Target): ItemCommitCount | undefined {
  const { backlog, item } = target;
  const people = new Set<string>();
  let commits = 0;
  let merged = 0;
  let branches = 0;
  let last = 0;
  for (const located of asked.repositories) {
    const { view } = located;
    branches += branchFacts(asked, target, located).length;
    for (const { commit } of commitsOf(view, asked.directory, target, backlog.config.commits)) {
      const { email } = view.index.author(commit);
      people.add(personOf(backlog, email) ?? email.toLowerCase());
      commits++;
      if (view.isMerged(commit)) merged++;
      last = Math.max(last, view.index.time(commit));
    }
  }
  if ((commits === 0 && branches === 0) || item.id === undefined) return undefined;
  const how = merged === 0 ? 'none' : merged === commits ? 'all' : 'some';
  return { id: item.id, commits, branches, people: people.size, last, merged: how };
}

/** A lens above a story: where it stands (an absolute offset) and what it says. */
export interface CommitLens {
  readonly at: number;
  readonly title: string;
  readonly id: string;
}

/** "3 commits by 2 people, merged", above each story that has commits. */
export function commitLenses(asked: Asked, { uri, backlog }: NamedBacklog): readonly CommitLens[] {
  return [...backlog.list('stories'), ...backlog.list('epics')].flatMap((item) => {
    const count = countOf(asked, { uri, backlog, item });
    if (count === undefined) return [];
    return [{ at: backlog.startOf(item.slice) + item.span.start, title: wordsOf(count), id: count.id }];
  });
}

function wordsOf({ commits, branches, people, merged }: ItemCommitCount): string {
  const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
  if (commits === 0) return some(branches, 'branch', 'branches');
  const by = people > 1 ? ` by ${people} people` : '';
  const where = merged === 'all' ? ', merged' : merged === 'some' ? ', partly merged' : '';
  return `${some(commits, 'commit', 'commits')}${by}${where}`;
}
