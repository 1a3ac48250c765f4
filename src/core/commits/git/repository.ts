/**
 * One repository with its index, brought up to date from git: once whole, then by what came since. Right after
 * amending, rebasing, forced pushes and garbage collection, since what is no longer reached is dropped by walking the
 * index itself. May be given up at any time, and goes on where it was.
 */
import type { Cancel, GitHost } from '../../workspace/gitHost.ts';
import { CommitIndex } from '../index/commitIndex.ts';
import { indexBytes, readIndex, type IndexState } from '../index/indexFile.ts';
import { reached } from '../index/graph.ts';
import { LOG_FORMAT, LogReader } from '../index/logReader.ts';
import { askGit, GitRefusal, sentenceOf } from './ask.ts';
import { RefReader, sameRefs, tipsOf, type Refs } from './refs.ts';

/** Where a repository lies; paths. */
export interface RepositoryPlace {
  /** The top of its working tree, links followed. */
  readonly top: string;
  readonly gitFolder: string;
  /** Shared by all working trees of one repository. */
  readonly commonFolder: string;
  /** Bytes of an id. */
  readonly width: number;
}

/** Finds the repository that a folder belongs to. Throws a `GitRefusal` where it belongs to none. */
export async function findRepository(host: GitHost, folder: string): Promise<RepositoryPlace> {
  const args = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--absolute-git-dir'];
  const out = await askGit(host, {
    folder,
    args: [...args, '--git-common-dir', '--show-object-format'],
  });
  const [top, gitFolder, commonFolder, format] = out.split('\n');
  if (!top || !gitFolder || !commonFolder) throw new GitRefusal('There is no git repository.');
  return { top, gitFolder, commonFolder, width: format === 'sha256' ? 32 : 20 };
}

export interface UpdateOptions {
  readonly cancel?: Cancel;
  /** Called now and then with the number of commits that are known. */
  readonly progress?: (commits: number) => void;
}

const LOG_ARGS: readonly string[] = [
  'log',
  '-z',
  `--format=${LOG_FORMAT}`,
  '--encoding=UTF-8',
  '--use-mailmap',
  '--no-color',
  '--no-decorate',
  '--no-notes',
  '--no-patch',
  '--no-ext-diff',
  '--no-textconv',
];
const PROGRESS_EVERY = 2000;

export class Repository {
  /** Counts up whenever something may be different. */
  revision = 0;
  refs: Refs = { refs: [], branch: undefined, head: undefined, remoteMains: [] };
  private current: CommitIndex;
  private state: IndexState = { tips: [], shallow: '' };
  private loaded = false;
  /** What is in the store is not what is here. */
  private unsaved = false;
  private readonly refReader: RefReader;

  constructor(
    private readonly host: GitHost,
    readonly place: RepositoryPlace,
  ) {
    this.current = CommitIndex.empty(place.width);
    this.refReader = new RefReader(host, place.top);
  }

  get index(): CommitIndex {
    return this.current;
  }

  /** A shallow clone: what is older is not there. */
  get isShallow(): boolean {
    return this.state.shallow !== '';
  }

  /** True where a part of the history was not read yet. */
  get isPartial(): boolean {
    return this.state.read !== undefined;
  }

  /**
   * Reads what is new. True where something may be different. Throws a `GitRefusal` where git fails; what was read
   * before stays. After `cancel`, what was read so far is kept and the rest is read the next time.
   */
  async update(options: UpdateOptions = {}): Promise<boolean> {
    const [refs, shallow = ''] = await Promise.all([
      this.refReader.read('background'),
      this.host.fileText(`${this.place.commonFolder}/shallow`),
      this.load(),
    ]);
    if (shallow !== this.state.shallow) this.startOver(shallow);
    const tips = tipsOf(refs);
    if (sameList(tips, this.state.tips) && !this.isPartial)
      return sameRefs(refs, this.refs) ? false : this.changed(refs);
    if (tips.length === 0) {
      this.startOver(shallow);
      return this.changed(refs);
    }
    if (this.state.tips.length === 0) this.state = { tips, read: 0, shallow };
    if (!(await this.readRest(options))) return this.changed(refs);
    await this.readNew(tips, options);
    if (options.cancel?.cancelled === true) return this.changed(refs);
    this.current.settle();
    if (!sameList(tips, this.state.tips)) {
      this.drop(tips);
      this.unsaved = true;
    }
    this.state = { tips, shallow };
    return this.changed(refs);
  }

  /** Keeps the index for the next start. Does nothing where it is kept already. */
  async save(): Promise<void> {
    if (!this.unsaved) return;
    this.unsaved = false;
    this.current.settle();
    await this.host.store.write(this.storeName, indexBytes({ state: this.state, index: this.current }));
  }

  private get storeName(): string {
    const name = this.place.top.split(/[\\/]/).at(-1) ?? '';
    return `${name.slice(0, 40)}-${hashOf(this.place.gitFolder)}`;
  }

  private async load(): Promise<void> {
    if (this.loaded) return;
    this.loaded = true;
    const bytes = await this.host.store.read(this.storeName);
    const stored = bytes && readIndex(bytes);
    if (stored?.index.width !== this.place.width) return;
    this.current = stored.index;
    this.state = stored.state;
  }

  private changed(refs: Refs): true {
    this.refs = refs;
    this.revision++;
    return true;
  }

  private startOver(shallow: string): void {
    this.current = CommitIndex.empty(this.place.width);
    this.state = { tips: [], shallow };
    this.unsaved = true;
  }

  /** Reads on where a reading was given up. False where it was given up again. */
  private async readRest(options: UpdateOptions): Promise<boolean> {
    const { read, tips, shallow } = this.state;
    if (read === undefined) return true;
    let count = read;
    try {
      const lines = tips.map((tip) => `${tip}\n`).join('');
      await this.log([`--skip=${read}`], lines, options, () => count++);
    } catch (error) {
      this.startOver(shallow);
      if (!(error instanceof GitRefusal) || read === 0) throw error;
      // What it was made from is gone, so there is no place to go on from: everything that is wanted is new.
      return true;
    }
    this.unsaved = true;
    const done = options.cancel?.cancelled !== true;
    this.state = done ? { tips, shallow } : { tips, shallow, read: count };
    return done;
  }

  private async readNew(tips: readonly string[], options: UpdateOptions): Promise<void> {
    const known = new Set(this.state.tips);
    let wanted = tips.filter((tip) => !known.has(tip));
    // What is known may be gone from git; then it is read again, and found to be there.
    const not = this.state.tips.map((tip) => `^${tip}\n`).join('');
    for (let round = 0; wanted.length > 0 && round < MOST_ROUNDS; round++) {
      await this.log(
        ['--ignore-missing'],
        wanted.map((tip) => `${tip}\n`).join('') + (round === 0 ? not : ''),
        options,
      );
      if (options.cancel?.cancelled === true) return;
      const missing = this.current.settle();
      wanted = this.isShallow ? [] : [...missing];
    }
  }

  private async log(
    more: readonly string[],
    input: string,
    { cancel, progress }: UpdateOptions,
    each?: () => void,
  ): Promise<void> {
    const index = this.current;
    const reader = new LogReader(this.host.decoder(), (commit) => {
      index.add(commit);
      each?.();
      if (progress && index.size % PROGRESS_EVERY === 0) progress(index.size);
    });
    const { code, err } = await this.host.run({
      folder: this.place.top,
      args: [...LOG_ARGS, ...more, '--stdin'],
      input,
      onBytes: (bytes) => {
        reader.push(bytes);
      },
      priority: 'background',
      ...(cancel ? { cancel } : {}),
    });
    if (code !== 0 && code !== null) throw new GitRefusal(sentenceOf(err));
  }

  /** Leaves out what nothing leads to any more. */
  private drop(tips: readonly string[]): void {
    const marks = reached(
      this.current,
      tips.map((tip) => this.current.find(tip)),
    );
    if (!marks.includes(0)) return;
    this.current = this.current.kept(marks);
    this.unsaved = true;
  }
}

/** Rounds of reading parents that a range left out; one is enough unless git changes meanwhile. */
const MOST_ROUNDS = 3;

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, nth) => each === b[nth]);
}

/** Tells paths apart in the name of a file: two FNV-1a hashes of 32 bits, in letters and digits. */
function hashOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x050c5d1f;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + i), 0x01000193);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}
