/** What the platform gives for commits: git itself, hooks, and the time. */
import type { GitHost } from '../../core/workspace/gitHost.ts';
import type { HooksResult } from '../../protocol/commits.ts';

export interface CommitsHost {
  /** `git` is the program's path; `storage` a folder for indexes. */
  readonly open: (git: string, storage: string | null) => GitHost;
  /** Seconds since 1970. */
  readonly now: () => number;
  readonly hooks: (
    git: GitHost,
    folder: string,
    action: 'status' | 'planInstall' | 'planRemove' | 'install' | 'remove',
    /** The path of the backlog that the hooks are about. */
    backlog: string | undefined,
  ) => Promise<HooksResult>;
}
