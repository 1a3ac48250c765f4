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
  readonly repository: string;
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  readonly email: string;
  readonly person?: string;
  readonly time: number;
  readonly merged: boolean;
  readonly merge?: boolean;
}

export interface LinkedCommit extends CommitFacts {
  readonly strength: LinkStrength;
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
  readonly name: string;
  readonly remote: boolean;
  readonly current: boolean;
  readonly merged: boolean;
  readonly tip: string;
  readonly time: number;
}
