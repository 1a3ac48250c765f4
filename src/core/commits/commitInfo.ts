/** What is shown of a commit. Names and subjects are as git has them, and hostile. */
import type { Backlog } from '../backlog/backlog.ts';
import type { LinkStrength } from './directory.ts';
import { personOf } from './people.ts';
import type { RepositoryView } from './view.ts';

/** A repository with its address. */
export interface Located {
  readonly view: RepositoryView;
  /** The URI of its top folder. */
  readonly uri: string;
}

export interface CommitFacts {
  /** The URI of the repository's top folder. */
  readonly repository: string;
  /** Whole. */
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  readonly email: string;
  /** The person of the backlog who wrote it, by email and `.mailmap`. */
  readonly person?: string;
  /** When it was written, in seconds since 1970. */
  readonly time: number;
  /** Reached from the main branch. */
  readonly merged: boolean;
  /** Merge commits have several parents and are shown without files. */
  readonly merge?: boolean;
}

export interface LinkedCommit extends CommitFacts {
  readonly strength: LinkStrength;
  /** Two items once bore this id and it can't be told which is meant. */
  readonly uncertain?: boolean;
}

export function commitFacts(
  { view, uri }: Located,
  commit: number,
  backlog: Backlog | undefined,
): CommitFacts {
  const { index } = view;
  const { name, email } = index.author(commit);
  const person = backlog && personOf(backlog, email);
  return {
    repository: uri,
    id: index.id(commit),
    subject: index.subject(commit),
    author: name,
    email,
    ...(person === undefined ? {} : { person }),
    time: index.time(commit),
    merged: view.isMerged(commit),
    ...(index.parentCount(commit) > 1 ? { merge: true } : {}),
  };
}

export interface BranchFacts {
  readonly repository: string;
  /** As a person says it: `feature/FN-12-sync`, or `origin/feature/FN-12-sync` for one that is not here. */
  readonly name: string;
  readonly remote: boolean;
  readonly current: boolean;
  readonly merged: boolean;
  /** The commit that it points at, and when that was made. */
  readonly tip: string;
  readonly time: number;
}
