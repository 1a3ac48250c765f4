/**
 * What the outside world must give to whoever works with backlog files: the one seam between the core and a file
 * system. An editor, a terminal and a test each bring their own. URIs are strings as LSP writes them.
 */
export interface FilesHost {
  /**
   * The text of a file as it is on disk, without a decision about line ends; `undefined` where there is no such file.
   * Rejects with an `Error` whose message says in one sentence why a file that is there can't be read.
   */
  readFile(uri: string): Promise<string | undefined>;
  /** The backlog files below these folders, in the order of their paths. */
  findBacklogs(folders: readonly string[]): Promise<readonly string[]>;
}

/** Where bugs are written down: an unexpected error costs one answer, and somebody must be able to read why. */
export interface Logger {
  error(message: string): void;
  debug(message: string): void;
}

/** Lets several processes of one machine change a file one after the other. */
export interface FileLocks {
  /** Waits for the lock of a file; false where none can be had, and one goes on without. It ends by itself after some seconds. */
  take(uri: string): Promise<boolean>;
  give(uri: string): Promise<void>;
}
