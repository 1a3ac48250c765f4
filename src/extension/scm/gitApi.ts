/**
 * The part of VS Code's git extension that is used here, as its public API (version 1) has it. Written down by hand,
 * so that nothing depends on more of it than this.
 */
import type { Event, Uri } from 'vscode';

/** The exports of the extension `vscode.git`. */
export interface GitExtension {
  /** False where the person has switched git off. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  /** Throws while git is switched off or can't be found. */
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  readonly git: { readonly path: string };
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
  /** A file as a revision has it, for the editor to read. */
  toGitUri(uri: Uri, ref: string): Uri;
  getRepository(uri: Uri): Repository | null;
  openRepository(root: Uri): Promise<Repository | null>;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly inputBox: { value: string };
  readonly state: RepositoryState;
  readonly ui: { readonly selected: boolean; readonly onDidChange: Event<void> };
  getCommit(ref: string): Promise<{ readonly hash: string; readonly parents: readonly string[] }>;
  diffBetween(ref1: string, ref2: string): Promise<readonly Change[]>;
  createBranch(name: string, checkout: boolean, ref?: string): Promise<void>;
  checkout(treeish: string): Promise<void>;
}

export interface RepositoryState {
  readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
  readonly onDidChange: Event<void>;
}

export interface Change {
  /** Where the file is after the change. */
  readonly uri: Uri;
  /** Where it was before. */
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
  readonly status: number;
}

/** The values of `Change.status` of a file that one of the two sides does not have. */
export const ADDED: ReadonlySet<number> = new Set([1, 4]);
export const DELETED: ReadonlySet<number> = new Set([2, 6]);
