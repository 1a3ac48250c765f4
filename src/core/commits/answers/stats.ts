/** How many files and lines commits changed. Asked of git for the commits that are shown: it is the costly part of a log. */
import type { GitHost } from '../../workspace/gitHost.ts';
import { askGit } from '../git/ask.ts';

export interface CommitStats {
  readonly files: number;
  readonly added: number;
  readonly removed: number;
}

/** The files that commits changed, as git lists them, by the id of the commit. Merges change none. */
export async function changedFiles(
  host: GitHost,
  folder: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangedFile[]>> {
  const found = new Map<string, ChangedFile[]>();
  if (ids.length === 0) return found;
  const out = await askGit(host, {
    folder,
    args: [
      'log',
      '--no-walk=unsorted',
      '--stdin',
      '-z',
      '--raw',
      '--numstat',
      '--no-renames',
      '--diff-merges=off',
      '--format=%x00%H',
      '--no-color',
      '--no-decorate',
      '--no-ext-diff',
      '--no-textconv',
      '--no-relative',
    ],
    input: ids.map((id) => `${id}\n`).join(''),
  });
  let current: ChangedFile[] = [];
  // Each file is listed twice: `:modes ids status` with its path in the next piece, then its lines.
  const kinds = new Map<string, string>();
  let kind: string | undefined;
  for (const piece of out.split('\0')) {
    const line = piece.replace(/^\n/, '');
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line)) {
      current = [];
      found.set(line, current);
      kinds.clear();
      continue;
    }
    if (kind !== undefined) {
      kinds.set(line, kind);
      kind = undefined;
      continue;
    }
    kind = /^:\S+ \S+ \S+ \S+ ([A-Z])/.exec(line)?.[1];
    if (kind !== undefined) continue;
    const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    // Binary files have no lines.
    if (path === undefined) continue;
    const change = kinds.get(path);
    current.push({
      path,
      added: Number(added) || 0,
      removed: Number(removed) || 0,
      isNew: change === 'A',
      isGone: change === 'D',
    });
  }
  return found;
}

export interface ChangedFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly added: number;
  readonly removed: number;
  /** Was not there before, or is not there afterwards. */
  readonly isNew: boolean;
  readonly isGone: boolean;
}

export function statsOf(files: readonly ChangedFile[]): CommitStats {
  return {
    files: files.length,
    added: files.reduce((sum, { added }) => sum + added, 0),
    removed: files.reduce((sum, { removed }) => sum + removed, 0),
  };
}
