/** Where the branches and tags of a repository point, and what is checked out. One run of git, two where HEAD is detached. */
import type { GitHost } from '../../workspace/gitHost.ts';
import { askGit, tryGit } from './ask.ts';

export interface Ref {
  readonly kind: 'branch' | 'remote' | 'tag';
  /** Without `refs/heads/` and its like. */
  readonly name: string;
  /** The commit that it leads to. */
  readonly commit: string;
  /** When that was made (a tag: when it was set), in seconds since 1970. */
  readonly time: number;
}

export interface Refs {
  readonly refs: readonly Ref[];
  /** The branch that is checked out. */
  readonly branch: string | undefined;
  /** The commit that is checked out; undefined in a repository without commits. */
  readonly head: string | undefined;
  /** What the remotes say is their main branch, `origin` first. */
  readonly remoteMains: readonly string[];
}

const FORMAT =
  '--format=%(refname)%00%(objectname)%00%(*objectname)%00%(objecttype)%00%(*objecttype)%00%(creatordate:unix)%00%(HEAD)%00%(symref)';
const KINDS = [
  ['refs/heads/', 'branch'],
  ['refs/remotes/', 'remote'],
  ['refs/tags/', 'tag'],
] as const;

export async function readRefs(
  host: GitHost,
  folder: string,
  priority: 'answer' | 'background' = 'answer',
): Promise<Refs> {
  const args = ['for-each-ref', FORMAT, 'refs/heads', 'refs/remotes', 'refs/tags'];
  const out = await askGit(host, { folder, args, priority });
  const refs: Ref[] = [];
  const mains: { readonly remote: string; readonly name: string }[] = [];
  let branch: string | undefined;
  let head: string | undefined;
  for (const line of out.split('\n')) {
    const [full = '', object = '', peeled = '', type, peeledType, time, mark, symref = ''] = line.split('\0');
    const main = /^refs\/remotes\/([^/]+)\/HEAD$/.exec(full);
    if (main?.[1] !== undefined && symref.startsWith(`refs/remotes/${main[1]}/`))
      mains.push({ remote: main[1], name: symref.slice(`refs/remotes/${main[1]}/`.length) });
    const [prefix, kind] = KINDS.find(([start]) => full.startsWith(start)) ?? [];
    const commit = type === 'commit' ? object : peeledType === 'commit' ? peeled : undefined;
    if (prefix === undefined || commit === undefined || symref !== '') continue;
    const name = full.slice(prefix.length);
    refs.push({ kind, name, commit, time: Number(time) || 0 });
    if (mark === '*' && kind === 'branch') {
      branch = name;
      head = commit;
    }
  }
  head ??= (
    await tryGit(host, { folder, args: ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], priority })
  )?.trim();
  mains.sort((a, b) => Number(b.remote === 'origin') - Number(a.remote === 'origin'));
  return { refs, branch, head, remoteMains: mains.map(({ name }) => name) };
}

const USUAL_MAINS = ['main', 'master', 'trunk', 'develop'];

/** The branch that "merged" is about: what a remote says, else a usual name, else the only branch there is. */
export function mainBranch({ refs, remoteMains }: Refs): string | undefined {
  const branches = refs.filter(({ kind }) => kind === 'branch').map(({ name }) => name);
  const remotes = new Set(
    refs.filter(({ kind }) => kind === 'remote').map(({ name }) => name.slice(name.indexOf('/') + 1)),
  );
  return (
    remoteMains.find((name) => remotes.has(name) || branches.includes(name)) ??
    USUAL_MAINS.find((name) => branches.includes(name) || remotes.has(name)) ??
    (branches.length === 1 ? branches[0] : undefined)
  );
}

/** The commits that the main branch points at, here and at every remote. */
export function mainTips(refs: Refs): readonly string[] {
  const main = mainBranch(refs);
  if (main === undefined) return [];
  return refs.refs
    .filter(
      ({ kind, name }) =>
        (kind === 'branch' && name === main) ||
        (kind === 'remote' && name.slice(name.indexOf('/') + 1) === main),
    )
    .map(({ commit }) => commit);
}

/** Every commit that something points at, sorted. */
export function tipsOf({ refs, head }: Refs): readonly string[] {
  const tips = new Set(refs.map(({ commit }) => commit));
  if (head !== undefined) tips.add(head);
  return [...tips].sort();
}
