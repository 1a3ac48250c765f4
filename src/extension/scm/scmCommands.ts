/** What the part of the extension that knows git offers to commands; it is a bundle of its own, loaded after activation. */
import type { Repository } from './gitApi.ts';

/** A story or another item, by its backlog file and id. */
export interface StoryRef {
  readonly uri: string;
  readonly id: string;
}

export interface CommitRef {
  /** The working tree's folder, as a URI. */
  readonly repository: string;
  readonly commit: string;
}

/** Each asks what it needs to know and tells the person in one sentence where it can't be done. */
export interface ScmCommands {
  /** @param given the folder's name of the repository, where a script calls */
  startWork(story: StoryRef, given: string | undefined): Promise<void>;
  /** Without a story, asks; the id given may be empty for none. */
  setActive(story: StoryRef | undefined, given: string | undefined): Promise<void>;
  finish(given: string | undefined): Promise<void>;
  /** @param root the repository whose title bar was clicked */
  link(root: Repository['rootUri'] | undefined, given: string | undefined): Promise<void>;
  openChanges(story: StoryRef): Promise<void>;
  showFiles(story: StoryRef): Promise<void>;
  copyReleaseNote(story: StoryRef): Promise<void>;
  openCommit(commit: CommitRef): Promise<void>;
  why(): Promise<void>;
  unlinked(): Promise<void>;
  installHooks(): Promise<void>;
  removeHooks(): Promise<void>;
}

export interface StartedScm extends ScmCommands {
  dispose(): void;
}
