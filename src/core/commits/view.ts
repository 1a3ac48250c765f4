/**
 * A repository at one moment, with everything that is asked of its commits. What takes a walk over all of them is made
 * when it is first asked for, and kept.
 */
import type { Repository } from './git/repository.ts';
import { mainBranch, mainTips, type Ref, type Refs } from './git/refs.ts';
import type { CommitIndex } from './index/commitIndex.ts';
import { broughtIn, firstReaching, reached } from './index/graph.ts';
import { MentionTable } from './index/mentionTable.ts';
import { type Mention, scanBranch } from './mentions.ts';

export interface NamedBranch {
  readonly ref: Ref;
  /** The number of the commit that it points at. */
  readonly tip: number;
  readonly mentions: readonly Mention[];
  /** Its place among the named branches. */
  readonly nth: number;
}

export class RepositoryView {
  readonly index: CommitIndex;
  readonly refs: Refs;
  readonly main: string | undefined;
  private mentionTable: MentionTable | undefined;
  private merged: Uint8Array | undefined;
  private owners: Int32Array | undefined;
  private chains: { readonly first: Int32Array; readonly next: Int32Array } | undefined;
  private tagged: { readonly tags: readonly Ref[]; readonly first: Int32Array } | undefined;
  private named: readonly NamedBranch[] | undefined;

  constructor(readonly repository: Repository) {
    this.index = repository.index;
    this.refs = repository.refs;
    this.main = mainBranch(this.refs);
  }

  get table(): MentionTable {
    return (this.mentionTable ??= new MentionTable(this.index));
  }

  /** Makes what nearly every answer needs. */
  warm(): void {
    this.mentionTable ??= new MentionTable(this.index);
  }

  /** True for commits that are reached from the main branch, here or at a remote. */
  isMerged(commit: number): boolean {
    this.merged ??= reached(this.index, this.numbersOf(mainTips(this.refs)));
    return this.merged[commit] === 1;
  }

  /** The tag that held a commit first, by the day it was set. */
  tagOf(commit: number): string | undefined {
    if (this.tagged === undefined) {
      const tags = this.refs.refs.filter(({ kind }) => kind === 'tag').sort((a, b) => a.time - b.time);
      const first = firstReaching(this.index, this.numbersOf(tags.map((tag) => tag.commit)));
      this.tagged = { tags, first };
    }
    return this.tagged.tags[this.tagged.first[commit] ?? -1]?.name;
  }

  /** Branches whose names name something, the one with the oldest tip first. The main branch is none of them. */
  get namedBranches(): readonly NamedBranch[] {
    return (this.named ??= this.refs.refs
      .filter(({ kind }) => kind !== 'tag')
      .map((ref) => ({ ref, tip: this.index.find(ref.commit), mentions: branchMentions(ref.name) }))
      .filter(({ mentions }) => mentions.length > 0)
      .sort((a, b) => a.ref.time - b.ref.time)
      .map((branch, nth) => ({ ...branch, nth })));
  }

  /**
   * Through which branch each commit came: the number of a merge, or the size of the index plus the place of a branch
   * in `namedBranches`; negative for others.
   */
  get owner(): Int32Array {
    return (this.owners ??= broughtIn(
      this.index,
      this.numbersOf(mainTips(this.refs)),
      this.namedBranches.map(({ tip }) => tip),
      (commit) => this.index.mentions(commit).some(({ place }) => place === 'branch'),
    ));
  }

  /** The commits that came through a branch, by what `owner` says. */
  ownedBy(owner: number): readonly number[] {
    this.chains ??= this.chained();
    const commits: number[] = [];
    let commit = this.chains.first[owner] ?? -1;
    for (; commit >= 0; commit = this.chains.next[commit] ?? -1) commits.push(commit);
    return commits;
  }

  /** What the branch that brought in a commit names. */
  ownerMentions(commit: number): readonly Pick<Mention, 'key' | 'number' | 'place' | 'trailer'>[] {
    const owner = this.owner[commit] ?? -1;
    if (owner < 0) return [];
    if (owner >= this.index.size) return this.namedBranches[owner - this.index.size]?.mentions ?? [];
    return this.index.mentions(owner).filter(({ place }) => place === 'branch');
  }

  /** Each owner's first commit, and the next one of each commit: not a list for every owner. */
  private chained(): { readonly first: Int32Array; readonly next: Int32Array } {
    const { owner } = this;
    const first = new Int32Array(this.index.size + this.namedBranches.length).fill(-1);
    const next = new Int32Array(owner.length).fill(-1);
    for (let commit = owner.length - 1; commit >= 0; commit--) {
      const by = owner[commit] ?? -1;
      if (by < 0) continue;
      next[commit] = first[by] ?? -1;
      first[by] = commit;
    }
    return { first, next };
  }

  private numbersOf(ids: readonly string[]): readonly number[] {
    return ids.map((id) => this.index.find(id));
  }
}

/** What the name of a branch names. */
export function branchMentions(name: string): readonly Mention[] {
  const mentions: Mention[] = [];
  scanBranch(name, 0, name.length, (mention) => mentions.push(mention));
  return mentions;
}
