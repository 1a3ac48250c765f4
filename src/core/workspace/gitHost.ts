/**
 * What the outside world must give to whoever asks git: a way to run it, and a place for indexes. Whoever implements
 * this guards every run (no shell, no hooks, no pagers, a time limit); whoever uses it gives arguments only.
 */

/** Something that is being done and may be given up. */
export interface Cancel {
  readonly cancelled: boolean;
  /** Called once, when it is given up. */
  onCancel(listener: () => void): void;
}

export interface GitRequest {
  /** The folder to run in, as a path. */
  readonly folder: string;
  /** Everything behind `git`; what comes from outside stands behind `--end-of-options` or on standard input. */
  readonly args: readonly string[];
  readonly input?: string;
  /** Takes the output as it comes, each piece before the next; then the result's `out` is empty. */
  readonly onBytes?: (bytes: Uint8Array) => void;
  readonly cancel?: Cancel;
  /** `background` runs one at a time, with low priority and without a time limit. */
  readonly priority?: 'answer' | 'background';
  /** This run may write (a commit, a branch): hooks and locks are as the person has them. */
  readonly writes?: boolean;
}

export interface GitResult {
  /** `null` where it was cancelled. */
  readonly code: number | null;
  readonly out: string;
  /** What git said, without what it repeats. */
  readonly err: string;
}

export interface GitHost {
  /** Never rejects because git fails: the code says so. Rejects with an `Error` of one sentence where git can't be run. */
  run(request: GitRequest): Promise<GitResult>;
  /** The path of a file URI, and back; undefined for other schemes. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** The real path, links followed; undefined where nothing is there. */
  realPath(path: string): Promise<string | undefined>;
  /** A path that a file names, from that file's folder. */
  resolve(folder: string, path: string): string;
  /** The text of a file of git's own; undefined where it is not there. */
  fileText(path: string): Promise<string | undefined>;
  /** Makes texts of bytes; for one caller that asks about the same bytes again and again. */
  decoder(): Decode;
  readonly store: IndexStore;
}

/** The text of bytes in UTF-8; what is none becomes U+FFFD. With `plain` all of them are ASCII. */
export type Decode = (bytes: Uint8Array, start: number, end: number, plain: boolean) => string;

/** Files of bytes by name. Nothing in them is needed: each may be gone at any time. */
export interface IndexStore {
  read(name: string): Promise<Uint8Array | undefined>;
  /** Replaces a file; where that fails it stays away. */
  write(name: string, pieces: readonly Uint8Array[]): Promise<void>;
}
