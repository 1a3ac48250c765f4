/** What git knows of one item: its commits, branches and people, and how far they have come. */
import { type BranchFacts, commitFacts, type LinkedCommit, type Located } from '../commitInfo.ts';
import type { Target } from '../directory.ts';
import { branchesOf, type CommitLink, commitsOf } from '../links.ts';
import type { Asked } from './asked.ts';
import { certain } from './asOfCommit.ts';
import { changedFiles, type CommitStats, statsOf } from './stats.ts';

export interface Contributor {
  /** The id of a person of the backlog, where the address is known there. */
  readonly person?: string;
  readonly name: string;
  readonly email: string;
  readonly commits: number;
  readonly first: number;
  readonly last: number;
}

export interface ItemHistory {
  /** Newest first. */
  readonly commits: readonly (LinkedCommit & { readonly stats?: CommitStats; readonly closes: boolean })[];
  /** How many there are. */
  readonly total: number;
  readonly branches: readonly BranchFacts[];
  /** Most commits first. */
  readonly people: readonly Contributor[];
  readonly first?: number;
  readonly last?: number;
  /** `all`: every commit is on the main branch of its repository. */
  readonly merged: 'none' | 'some' | 'all';
  /** The earliest tag of each repository that holds its last commit. */
  readonly tags: readonly { readonly repository: string; readonly name: string }[];
}

/** The links of an item in one repository, once it was looked up what can't be told without. */
export async function linksOf(
  asked: Asked,
  target: Target,
  located: Located,
): Promise<readonly CommitLink[]> {
  const links = commitsOf(located.view, asked.directory, target, target.backlog.config.commits);
  return certain(asked, target, located, links);
}

export async function itemHistory(
  asked: Asked,
  target: Target,
  { limit, stats }: { readonly limit: number; readonly stats: boolean },
): Promise<ItemHistory> {
  const linked: { readonly located: Located; readonly link: CommitLink }[] = [];
  const branches: BranchFacts[] = [];
  const tags: { readonly repository: string; readonly name: string }[] = [];
  for (const located of asked.repositories) {
    const links = await linksOf(asked, target, located);
    linked.push(...links.map((link) => ({ located, link })));
    branches.push(...branchFacts(asked, target, located));
    const tag = links[0] && located.view.tagOf(links[0].commit);
    if (tag !== undefined) tags.push({ repository: located.uri, name: tag });
  }
  const { backlog } = target;
  const all = linked
    .map(({ located, link }) => ({ located, link, facts: commitFacts(located, link.commit, backlog) }))
    .sort((a, b) => b.facts.time - a.facts.time);
  const shown = all.slice(0, limit).map(({ link, facts }) => ({
    ...facts,
    strength: link.strength,
    closes: link.closes,
    ...(link.uncertain ? { uncertain: true } : {}),
  }));
  const merged = all.filter(({ facts }) => facts.merged).length;
  const [newest, oldest] = [all[0], all.at(-1)];
  return {
    commits: stats ? await withStats(asked, shown) : shown,
    total: all.length,
    branches,
    people: contributors(all.map(({ facts }) => facts)),
    ...(newest && oldest ? { first: oldest.facts.time, last: newest.facts.time } : {}),
    merged: merged === 0 ? 'none' : merged === all.length ? 'all' : 'some',
    tags,
  };
}

async function withStats<C extends LinkedCommit>(
  { host, repositories }: Asked,
  commits: readonly C[],
): Promise<readonly (C & { readonly stats?: CommitStats })[]> {
  const counted = new Map<string, CommitStats>();
  for (const { uri, view } of repositories) {
    const ids = commits.filter(({ repository }) => repository === uri).map(({ id }) => id);
    const files = await changedFiles(host, view.repository.place.top, ids);
    for (const [id, changed] of files) counted.set(`${uri} ${id}`, statsOf(changed));
  }
  return commits.map((commit) => {
    const stats = counted.get(`${commit.repository} ${commit.id}`);
    return stats === undefined ? commit : { ...commit, stats };
  });
}

/** The branches of an item: those here first, then the newest. A remote's copy of a branch that is here is left out. */
export function branchFacts(asked: Asked, target: Target, { view, uri }: Located): readonly BranchFacts[] {
  const named = branchesOf(view, asked.directory, target);
  const here = new Set(
    named.filter(({ ref }) => ref.kind === 'branch').map(({ ref }) => `${ref.name} ${ref.commit}`),
  );
  return named
    .filter(({ ref }) => {
      if (ref.kind === 'branch') return true;
      return !here.has(`${ref.name.slice(ref.name.indexOf('/') + 1)} ${ref.commit}`);
    })
    .map(({ ref, tip }) => ({
      repository: uri,
      name: ref.name,
      remote: ref.kind === 'remote',
      current: ref.kind === 'branch' && ref.name === view.refs.branch,
      merged: view.isMerged(tip),
      tip: ref.commit,
      time: ref.time,
    }))
    .sort((a, b) => Number(a.remote) - Number(b.remote) || b.time - a.time);
}

function contributors(commits: readonly LinkedFacts[]): readonly Contributor[] {
  const people = new Map<string, Contributor>();
  for (const { person, author, email, time } of commits) {
    const key = person ?? email.toLowerCase();
    const known = people.get(key);
    people.set(key, {
      ...(person === undefined ? {} : { person }),
      name: known?.name ?? author,
      email: known?.email ?? email,
      commits: (known?.commits ?? 0) + 1,
      first: Math.min(known?.first ?? time, time),
      last: Math.max(known?.last ?? time, time),
    });
  }
  return [...people.values()].sort((a, b) => b.commits - a.commits || a.first - b.first);
}

type LinkedFacts = Pick<LinkedCommit, 'person' | 'author' | 'email' | 'time'>;
