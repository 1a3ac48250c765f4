import type { CommitFacts } from '../../core/commits/commitInfo.ts';
import type { GitHost } from '../../core/workspace/gitHost.ts';
import { shownFolder } from './openGit.ts';

/** A commit as every command prints it for programs. */
export interface CommitJson {
  readonly repository: string;
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  readonly person: string | null;
  /** ISO 8601, in UTC. */
  readonly date: string;
}

export function commitJson(commit: CommitFacts, host: GitHost, cwd: string): CommitJson {
  const { repository, id, subject, author, person, time } = commit;
  return {
    repository: shownFolder(host.pathOf(repository) ?? repository, cwd),
    id,
    subject,
    author,
    person: person ?? null,
    date: new Date(time * 1000).toISOString(),
  };
}
