/** What every answer about commits needs: git, what ids mean, and the repositories that are looked at. */
import type { GitHost } from '../../workspace/gitHost.ts';
import type { Located } from '../commitInfo.ts';
import type { Directory } from '../directory.ts';

export interface Asked {
  readonly host: GitHost;
  readonly directory: Directory;
  readonly repositories: readonly Located[];
}
