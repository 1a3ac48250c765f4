/** The files that an item's commits touched, each from before the first to after the last of them. */
import type { Target } from '../directory.ts';
import type { Located } from '../commitInfo.ts';
import { reached } from '../index/graph.ts';
import type { Asked } from './asked.ts';
import { linksOf } from './itemCommits.ts';
import { changedFiles } from './stats.ts';

export interface FileDiff {
  readonly repository: string;
  /** Where it is (or was) in the working tree. */
  readonly uri: string;
  /** Revisions with the file's URI, as a git extension makes addresses of them; absent where the file was not there. */
  readonly before?: { readonly revision: string; readonly uri: string };
  readonly after?: { readonly revision: string; readonly uri: string };
  /** Commits of the item that touched it. */
  readonly commits: number;
}

export interface ItemDiff {
  readonly title: string;
  readonly files: readonly FileDiff[];
  /** Other commits lie between those of the item, so that some files show their changes too. */
  readonly mixed: boolean;
  /** One sentence where there is nothing to show. */
  readonly message?: string;
}

export async function itemDiff(asked: Asked, target: Target): Promise<ItemDiff> {
  const { item } = target;
  const title = [item.id, item.title].filter((part) => part !== undefined).join(' ');
  const files: FileDiff[] = [];
  let mixed = false;
  let commits = 0;
  for (const located of asked.repositories) {
    const { index } = located.view;
    const links = await linksOf(asked, target, located);
    const own = links.map(({ commit }) => commit).filter((commit) => index.parentCount(commit) < 2);
    commits += links.length;
    if (own.length === 0) continue;
    // Children before their parents, by who reaches whom and not by dates, which rebasing makes equal.
    const order = oldestFirst(located, own);
    const changed = await changedFiles(
      asked.host,
      located.view.repository.place.top,
      order.map((commit) => index.id(commit)),
    );
    const byPath = new Map<string, Touched>();
    for (const commit of order)
      for (const { path, isNew, isGone } of changed.get(index.id(commit)) ?? []) {
        const known = byPath.get(path);
        byPath.set(path, {
          first: known?.first ?? commit,
          isNew: known?.isNew ?? isNew,
          last: commit,
          isGone,
          count: (known?.count ?? 0) + 1,
        });
      }
    for (const [path, { first, isNew, last, isGone, count }] of [...byPath].sort(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      const uri = uriIn(asked, located, path);
      const parent = index.parent(first, 0);
      files.push({
        repository: located.uri,
        uri,
        ...(parent < 0 || isNew ? {} : { before: { revision: index.id(parent), uri } }),
        ...(isGone ? {} : { after: { revision: index.id(last), uri } }),
        commits: count,
      });
    }
    mixed ||= hasOthers(located, order);
  }
  const message =
    files.length > 0
      ? undefined
      : commits === 0
        ? `No commit names ${item.id ?? 'this item'} yet.`
        : 'Its commits changed no files of their own.';
  return { title, files, mixed, ...(message === undefined ? {} : { message }) };
}

/** A file with the first and the last commit of the item that touched it. */
interface Touched {
  readonly first: number;
  readonly isNew: boolean;
  readonly last: number;
  readonly isGone: boolean;
  readonly count: number;
}

function uriIn({ host }: Asked, { view }: Located, path: string): string {
  return host.uriOf(host.resolve(view.repository.place.top, path));
}

/** Sorted so that no commit comes before one that it was made on. */
function oldestFirst({ view }: Located, commits: readonly number[]): readonly number[] {
  const { index } = view;
  const wanted = new Set(commits);
  const order: number[] = [];
  const seen = new Set<number>();
  // Depth first from each commit through its parents: a commit is done when all before it are.
  for (const start of [...commits].sort((a, b) => index.time(a) - index.time(b))) {
    const stack: { readonly commit: number; next: number }[] = [{ commit: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const parent =
        top.next < index.parentCount(top.commit) ? index.parent(top.commit, top.next++) : undefined;
      if (parent !== undefined) {
        if (parent >= 0 && !seen.has(parent)) {
          seen.add(parent);
          stack.push({ commit: parent, next: 0 });
        }
        continue;
      }
      stack.pop();
      if (wanted.delete(top.commit)) order.push(top.commit);
    }
  }
  return order;
}

/** True where commits of something else lie between the first and the last of these. */
function hasOthers({ view }: Located, order: readonly number[]): boolean {
  const { index } = view;
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || first === last) return false;
  const before = reached(index, [first]);
  const until = reached(index, [last]);
  const own = new Set(order);
  return until.some(
    (mark, commit) => mark === 1 && before[commit] !== 1 && !own.has(commit) && index.parentCount(commit) < 2,
  );
}
