/** Where the branches and tags of a repository point, and what is checked out. */
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

type Priority = 'answer' | 'background';

/** What stands in git's list of refs: nothing of this needs a look at what a ref points at. */
interface Listed {
  /** With `refs/heads/` and its like. */
  readonly full: string;
  readonly object: string;
  readonly isHead: boolean;
  /** The ref that it stands for. */
  readonly target: string;
}

/** What a ref leads to; `ref` is undefined where that is no commit. */
interface Known {
  readonly object: string;
  readonly ref: Ref | undefined;
}

const LISTED = '%(refname)%00%(objectname)%00%(HEAD)%00%(symref)';
const FORMAT = `--format=${LISTED}%00%(*objectname)%00%(objecttype)%00%(*objecttype)%00%(creatordate:unix)`;
const FOLDERS = ['refs/heads', 'refs/remotes', 'refs/tags'];
const KINDS = [
  ['refs/heads/', 'branch'],
  ['refs/remotes/', 'remote'],
  ['refs/tags/', 'tag'],
] as const;
/** With more refs than this, those that did not move are not looked up again: git opens what each points at. */
const MANY = 500;
/** More refs than this that moved at once are not asked for by name. */
const MOST_NAMED = 100;

/** Reads the refs of one repository again and again. */
export class RefReader {
  private known: ReadonlyMap<string, Known> = new Map();

  constructor(
    private readonly host: GitHost,
    private readonly folder: string,
  ) {}

  /** Usually one run of git; two where HEAD is detached or there are many refs. */
  async read(priority: Priority = 'answer'): Promise<Refs> {
    const listed = this.known.size > MANY ? await this.readMoved(priority) : await this.readAll(priority);
    const refs: Ref[] = [];
    const mains: { readonly remote: string; readonly name: string }[] = [];
    let branch: string | undefined;
    let head: string | undefined;
    for (const { full, isHead, target } of listed) {
      const main = /^refs\/remotes\/([^/]+)\/HEAD$/.exec(full);
      if (main?.[1] !== undefined && target.startsWith(`refs/remotes/${main[1]}/`))
        mains.push({ remote: main[1], name: target.slice(`refs/remotes/${main[1]}/`.length) });
      const ref = target === '' ? this.known.get(full)?.ref : undefined;
      if (ref === undefined) continue;
      refs.push(ref);
      if (isHead && ref.kind === 'branch') {
        branch = ref.name;
        head = ref.commit;
      }
    }
    head ??= (
      await tryGit(this.host, {
        folder: this.folder,
        args: ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'],
        priority,
      })
    )?.trim();
    mains.sort((a, b) => Number(b.remote === 'origin') - Number(a.remote === 'origin'));
    return { refs, branch, head, remoteMains: mains.map(({ name }) => name) };
  }

  private async readAll(priority: Priority): Promise<readonly Listed[]> {
    const out = await tryGit(this.host, {
      folder: this.folder,
      args: ['for-each-ref', FORMAT, ...FOLDERS],
      priority,
    });
    // Git gives no list at all where one ref points at something that is gone.
    if (out === undefined) return this.readSound(priority);
    const listed = linesOf(out);
    this.known = new Map(listed.map((fields) => [fields[0] ?? '', knownOf(fields)]));
    return listed.map(listedOf);
  }

  /** Looks up only what has moved since the last time. */
  private async readMoved(priority: Priority): Promise<readonly Listed[]> {
    const listed = linesOf(await this.list(priority)).map(listedOf);
    const moved = listed.filter(({ full, object }) => this.known.get(full)?.object !== object);
    if (moved.length > MOST_NAMED) return this.readAll(priority);
    const args = ['for-each-ref', FORMAT, ...moved.map(({ full }) => full)];
    const out = moved.length === 0 ? '' : await tryGit(this.host, { folder: this.folder, args, priority });
    if (out === undefined) return this.readSound(priority);
    const fresh = new Map(linesOf(out).map((fields) => [fields[0] ?? '', knownOf(fields)]));
    const known = new Map<string, Known>();
    for (const { full } of listed) {
      const each = fresh.get(full) ?? this.known.get(full);
      if (each !== undefined) known.set(full, each);
    }
    this.known = known;
    return listed;
  }

  /** Leaves out the refs whose commits are gone. When the others were set is not known then. */
  private async readSound(priority: Priority): Promise<readonly Listed[]> {
    const listed = linesOf(await this.list(priority)).map(listedOf);
    const checked = await askGit(this.host, {
      folder: this.folder,
      args: ['cat-file', '--batch-check'],
      input: listed.map(({ object }) => `${object}^{commit}\n`).join(''),
      priority,
    });
    const answers = checked.split('\n');
    this.known = new Map(
      listed.map(({ full, object }, nth) => {
        const [commit = '', type] = (answers[nth] ?? '').split(' ');
        return [full, { object, ref: type === 'commit' ? refOf(full, commit, 0) : undefined }];
      }),
    );
    return listed;
  }

  private list(priority: Priority): Promise<string> {
    const args = ['for-each-ref', `--format=${LISTED}`, ...FOLDERS];
    return askGit(this.host, { folder: this.folder, args, priority });
  }
}

function linesOf(out: string): readonly (readonly string[])[] {
  return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\0')]));
}

function listedOf([full = '', object = '', mark, target = '']: readonly string[]): Listed {
  return { full, object, isHead: mark === '*', target };
}

function knownOf(fields: readonly string[]): Known {
  const [full = '', object = '', , , peeled = '', type, peeledType, time] = fields;
  const commit = type === 'commit' ? object : peeledType === 'commit' ? peeled : undefined;
  return { object, ref: commit === undefined ? undefined : refOf(full, commit, Number(time) || 0) };
}

function refOf(full: string, commit: string, time: number): Ref | undefined {
  const [prefix, kind] = KINDS.find(([start]) => full.startsWith(start)) ?? [];
  return prefix === undefined ? undefined : { kind, name: full.slice(prefix.length), commit, time };
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

export function sameRefs(a: Refs, b: Refs): boolean {
  if (a.branch !== b.branch || a.head !== b.head || a.refs.length !== b.refs.length) return false;
  if (a.remoteMains.join('\n') !== b.remoteMains.join('\n')) return false;
  return a.refs.every((one, nth) => {
    const other = b.refs[nth];
    // Where there are many, those that did not move are the same objects.
    return (
      one === other ||
      (one.commit === other?.commit &&
        one.name === other.name &&
        one.kind === other.kind &&
        one.time === other.time)
    );
  });
}

/** Every commit that something points at, sorted. */
export function tipsOf({ refs, head }: Refs): readonly string[] {
  const tips = new Set(refs.map(({ commit }) => commit));
  if (head !== undefined) tips.add(head);
  return [...tips].sort();
}
