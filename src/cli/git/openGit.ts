/** A backlog with the repositories in which its commits are looked for, read to their newest commit. */
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Asked } from '../../core/commits/answers/asked.ts';
import { Directory, type NamedBacklog } from '../../core/commits/directory.ts';
import { askGit, GitRefusal } from '../../core/commits/git/ask.ts';
import { Repositories, type Tracked } from '../../core/commits/repositories.ts';
import type { GitHost } from '../../core/workspace/gitHost.ts';
import { findGit } from '../../node/git/findGit.ts';
import { nodeGit } from '../../node/git/nodeGit.ts';
import { HostError } from '../../node/hostError.ts';
import { type OpenBacklog, openBacklog, shownPath } from '../openBacklog.ts';
import type { Terminal } from '../terminal.ts';

export interface OpenGit extends Asked {
  readonly open: OpenBacklog;
  readonly named: NamedBacklog;
  readonly tracked: readonly Tracked[];
}

/** The git of the PATH. Throws a `HostError` where there is none. */
export function gitHost(): GitHost {
  const git = findGit();
  if (git === undefined) throw new HostError('Git was not found on the PATH; install it to see commits.');
  return nodeGit(git, cacheFolder());
}

/** Opens a backlog and reads its repositories. Those that can't be read are said, and left out. */
export async function openGit(start: string | undefined, terminal: Terminal): Promise<OpenGit> {
  const host = gitHost();
  const open = openBacklog(start, terminal);
  const named = { uri: host.uriOf(open.file.path), backlog: open.backlog };
  const repositories = new Repositories(host);
  const { repositories: tracked, missing } = await repositories.of(named.uri, named.backlog);
  await Promise.all(tracked.map((each) => repositories.refresh(each)));
  const failed = tracked.flatMap(({ name, message }) =>
    message === undefined ? [] : [`${name}: ${message}`],
  );
  const trouble = [...missing, ...failed];
  const read = tracked.filter(({ state }) => state === 'ready');
  if (read.length === 0) throw new HostError(trouble[0] ?? 'There is no git repository.');
  for (const sentence of trouble) terminal.warn(sentence);
  return {
    host,
    open,
    named,
    tracked: read,
    directory: new Directory([named]),
    repositories: read.map(({ uri, view }) => ({ uri, view })),
  };
}

/** A folder as it is shown: `.` for the current one. */
export function shownFolder(absolute: string, cwd: string): string {
  return path.relative(cwd, absolute) === '' ? '.' : shownPath(absolute, cwd);
}

/** The ids of the commits of a range in one repository. Rejects with a `GitRefusal`. */
export async function rangeIds(host: GitHost, folder: string, range: string): Promise<ReadonlySet<string>> {
  const out = await askGit(host, { folder, args: ['rev-list', '--end-of-options', range, '--'] });
  return new Set(out.split('\n').filter((line) => line !== ''));
}

/** Which commits of which repository a range means; a repository that does not know it has none. */
export async function rangeOf(
  { host, repositories }: Asked,
  range: string | undefined,
): Promise<(repository: string, id: string) => boolean> {
  if (range === undefined) return () => true;
  const known = new Map<string, ReadonlySet<string>>();
  let refusal: GitRefusal | undefined;
  for (const { uri, view } of repositories) {
    try {
      known.set(uri, await rangeIds(host, view.repository.place.top, range));
    } catch (error) {
      if (!(error instanceof GitRefusal)) throw error;
      refusal = error;
    }
  }
  if (known.size === 0 && refusal)
    throw new HostError(`No repository knows the range ${range}. ${refusal.message}`);
  return (repository, id) => known.get(repository)?.has(id) === true;
}

/** Where indexes are kept between two commands: in the folder of the system for what may be deleted at any time. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME: own, LOCALAPPDATA: local } = process.env;
  if (own !== undefined && path.isAbsolute(own)) return path.join(own, 'refinery');
  if (process.platform === 'win32') return path.join(local ?? os.tmpdir(), 'refinery', 'cache');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'refinery');
  return path.join(os.homedir(), '.cache', 'refinery');
}
