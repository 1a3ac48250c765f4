/**
 * What the server says about git: which commits, branches and people belong to an item, and the other way round.
 * Nothing runs before `commitsSetUpRequest`, which a client sends only in a trusted workspace. Texts that come from
 * git (names, subjects, branches) are given as they are and are hostile; fields called `markdown` are escaped already.
 * Offsets count UTF-16 units in the text that was sent. Times are seconds since 1970. Ids of commits are whole.
 */
import type { Operation } from '../core/operations/operation.ts';
import { message, type Position } from './lsp.ts';

/** How sure a commit names an item, the surest first. */
export type LinkStrength = 'trailer' | 'subject' | 'mention' | 'branch';

// ---------------------------------------------------------------- set-up and state

/** Everything that is needed to ask git. Sent again whenever something of it changes. */
export interface CommitsSetUp {
  /** The path of the git that VS Code's git extension found. */
  readonly git: string;
  /** A folder for the indexes, as a path. Nothing else is written; it may be deleted at any time. */
  readonly storage: string | null;
  /** Folders (URIs) of the repositories that the editor has open. Those of `product.repositories` are found by the server. */
  readonly repositories: readonly string[];
}

export interface RepositoryState {
  /** The working tree's top folder, as a URI. */
  readonly uri: string;
  /** Its last folder's name. */
  readonly name: string;
  readonly state: 'waiting' | 'indexing' | 'ready' | 'failed';
  /** Commits that were read so far. */
  readonly commits: number;
  /** The branch that is checked out; absent where none is. */
  readonly branch?: string;
  /** The branch that "merged" is about (`main`); absent where none can be told. */
  readonly main?: string;
  /** True in a shallow clone: older commits are not there. */
  readonly shallow?: boolean;
  /** Why it failed: one sentence. */
  readonly message?: string;
}

export interface CommitsState {
  /** `off`: no set-up, or git can't be run. */
  readonly state: 'off' | 'indexing' | 'ready';
  /** What is missing, as one sentence. */
  readonly message?: string;
  readonly repositories: readonly RepositoryState[];
}

/** Starts reading repositories, or stops all of it and forgets everything with `null`. Answers at once. */
export const commitsSetUpRequest = message<{ readonly setUp: CommitsSetUp | null }, CommitsState>()(
  'refinery/commits/setUp',
);

/** The state of all repositories, or of those that a backlog's commits are looked for in. */
export const commitsStateRequest = message<{ readonly uri?: string }, CommitsState>()(
  'refinery/commits/state',
);

/** To the server: something moved in this repository (a commit, a branch, a fetch). Cheap; may be sent often. */
export const repositoryChangedNotification = message<{ readonly repository: string }, void>()(
  'refinery/commits/repositoryChanged',
);

/** To the server: stop reading for now, or go on. What was read so far is kept. */
export const commitsPauseNotification = message<{ readonly paused: boolean }, void>()(
  'refinery/commits/pause',
);

/** From the server: what it says about commits may have changed, for any backlog. */
export const commitsChangedNotification = message<CommitsState, void>()('refinery/commits/changed');

// ---------------------------------------------------------------- item → commits

export interface CommitInfo {
  readonly repository: string;
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  readonly email: string;
  /** The person of the backlog who wrote it, by email and `.mailmap`. */
  readonly person?: string;
  /** When it was written. */
  readonly time: number;
  readonly strength: LinkStrength;
  /** Two items once bore this id and it can't be told which is meant. */
  readonly uncertain?: boolean;
  /** Reached from the main branch. */
  readonly merged: boolean;
  /** Merge commits have several parents and are shown without files. */
  readonly merge?: boolean;
  /** Given where `stats` was asked for. */
  readonly stats?: CommitStats;
}
export interface CommitStats {
  readonly files: number;
  readonly added: number;
  readonly removed: number;
}

export interface BranchInfo {
  readonly repository: string;
  /** As a person says it: `feature/FN-12-sync`, or `origin/feature/FN-12-sync` for one that is not here. */
  readonly name: string;
  readonly remote: boolean;
  readonly current: boolean;
  readonly merged: boolean;
  /** The commit that it points at, and when that was made. */
  readonly tip: string;
  readonly time: number;
}

export interface Contributor {
  /** The id of a person of the backlog, where the address is known there. */
  readonly person?: string;
  readonly name: string;
  readonly email: string;
  readonly commits: number;
  readonly first: number;
  readonly last: number;
}

export interface ItemCommits {
  readonly id: string;
  readonly state: CommitsState['state'];
  /** What is missing, as one sentence. */
  readonly message?: string;
  /** Newest first; at most `limit`. */
  readonly commits: readonly CommitInfo[];
  /** How many there are. */
  readonly total: number;
  readonly branches: readonly BranchInfo[];
  /** Most commits first. */
  readonly people: readonly Contributor[];
  readonly first?: number;
  readonly last?: number;
  /** `all`: every commit is on the main branch of its repository. */
  readonly merged: 'none' | 'some' | 'all';
  /** The earliest tag of each repository that holds its last commit. */
  readonly tags: readonly { readonly repository: string; readonly name: string }[];
}

export interface ItemCommitsParams {
  readonly uri: string;
  readonly id: string;
  /** Also counts files and lines, which asks git. */
  readonly stats?: boolean;
  /** 200 where nothing is said. */
  readonly limit?: number;
}
/** What git knows of an item; `null` where the backlog has no such item. */
export const itemCommitsRequest = message<ItemCommitsParams, ItemCommits | null>()('refinery/commits/ofItem');

/** A few words for each item that has commits or branches: for trees and lens lines. */
export interface ItemCommitCount {
  readonly id: string;
  readonly commits: number;
  readonly branches: number;
  readonly people: number;
  readonly last: number;
  readonly merged: 'none' | 'some' | 'all';
}
export const commitCountsRequest = message<{ readonly uri: string }, readonly ItemCommitCount[]>()(
  'refinery/commits/counts',
);

/** The files that an item's commits touched, each from before the first to after the last of them. */
export interface ItemDiff {
  readonly title: string;
  readonly files: readonly {
    readonly repository: string;
    /** Where it is (or was) in the working tree. */
    readonly uri: string;
    /** Revisions for the git extension's `toGitUri`; absent where the file was not there. */
    readonly before?: { readonly revision: string; readonly uri: string };
    readonly after?: { readonly revision: string; readonly uri: string };
    /** Commits of the item that touched it. */
    readonly commits: number;
  }[];
  /** Other commits lie between those of the item, so that some files show their changes too. */
  readonly mixed: boolean;
  /** One sentence where there is nothing to show. */
  readonly message?: string;
}
export const itemDiffRequest = message<{ readonly uri: string; readonly id: string }, ItemDiff>()(
  'refinery/commits/diff',
);

/** An item as one entry of release notes, in Markdown. */
export const releaseNoteRequest = message<
  { readonly uri: string; readonly id: string },
  { readonly markdown: string } | null
>()('refinery/commits/releaseNote');

// ---------------------------------------------------------------- code → item

export interface WhyParams {
  /** A file of a working tree. */
  readonly uri: string;
  /** Counts from 0. */
  readonly line: number;
  /** The text as the editor has it, where it is not saved. */
  readonly text?: string;
}
/** An item of some backlog. */
export interface ItemRef {
  /** The backlog file. */
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly status?: string;
  readonly position: Position;
}
export interface WhyStory extends ItemRef {
  readonly strength: LinkStrength;
  readonly uncertain?: boolean;
  readonly epic?: ItemRef;
  readonly objective?: ItemRef;
  readonly insights: readonly ItemRef[];
}
export type Why =
  | {
      readonly found: true;
      readonly commit: Omit<CommitInfo, 'strength' | 'merged' | 'stats'>;
      /** Where the line stood in that commit. */
      readonly path: string;
      /** Empty where the commit names no item. */
      readonly stories: readonly WhyStory[];
      readonly markdown: string;
    }
  | {
      readonly found: false;
      /** One sentence: not committed yet, no repository, no git. */
      readonly message: string;
    };
/** Why a line is there: line → commit → story → epic → objective and insights. */
export const whyRequest = message<WhyParams, Why>()('refinery/commits/why');

// ---------------------------------------------------------------- what is not linked, what looks done

export interface Unlinked {
  readonly state: CommitsState['state'];
  readonly message?: string;
  /** Commits of the main branch (or what is checked out) that name no item, newest first; merges and `commits.exempt` left out. */
  readonly commits: readonly Omit<CommitInfo, 'strength'>[];
  readonly totalCommits: number;
  /** Finished stories that no commit names, in rank order. */
  readonly stories: readonly ItemRef[];
}
export const unlinkedRequest = message<{ readonly uri: string; readonly limit?: number }, Unlinked>()(
  'refinery/commits/unlinked',
);

export interface FinishProposal {
  readonly item: ItemRef;
  /** The status that it would get: the first of `workflow.done`. */
  readonly to: string;
  readonly why: 'closes' | 'merged-branch' | 'merged-commits';
  /** The reason in words: "The branch feature/FN-12-sync is merged to main." */
  readonly reason: string;
  /** Sure enough to be ticked from the start: `closes` and `merged-branch`. */
  readonly likely: boolean;
  readonly operation: Operation;
}
/** Stories that look done by what git says, in rank order. Only those of `ids` where some are given. */
export const finishProposalsRequest = message<
  { readonly uri: string; readonly ids?: readonly string[] },
  readonly FinishProposal[]
>()('refinery/commits/finishProposals');

// ---------------------------------------------------------------- writing messages

export interface MessageParams {
  /** The repository that the message is for; without it, every open backlog counts. */
  readonly repository?: string;
  readonly text: string;
}
export interface MessageCandidate {
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly status?: string;
  /** In words: "active story", "doing · ana". */
  readonly detail: string;
  readonly markdown: string;
  /** The text that goes into `replace`, and by which the editor filters and sorts. */
  readonly insert: string;
  readonly filter: string;
  readonly sort: string;
}
export interface MessageCompletion {
  /** Offsets of what is replaced. */
  readonly replace: { readonly start: number; readonly end: number };
  readonly items: readonly MessageCandidate[];
  /** More would fit: ask again when more was typed. */
  readonly incomplete: boolean;
}
/** Ids to type in a commit message: the active story, then stories in progress, then by recency. */
export const messageCompletionRequest = message<
  MessageParams & {
    readonly offset: number;
    /** The active story, which comes first. */ readonly active?: {
      readonly uri: string;
      readonly id: string;
    };
    readonly limit?: number;
  },
  MessageCompletion | null
>()('refinery/commits/completion');

/** What is named at an offset of a message. */
export const messageHoverRequest = message<
  MessageParams & { readonly offset: number },
  {
    readonly start: number;
    readonly end: number;
    readonly markdown: string;
    readonly item: ItemRef;
  } | null
>()('refinery/commits/hover');

/** The items that a message names, each once, the surest first. */
export const messageReferencesRequest = message<
  MessageParams,
  readonly {
    readonly start: number;
    readonly end: number;
    readonly strength: LinkStrength;
    readonly item: ItemRef;
  }[]
>()('refinery/commits/references');

/** The message with trailers for these ids, in the block at its end; unchanged where they are there already. */
export const linkMessageRequest = message<
  MessageParams & { readonly ids: readonly string[] },
  { readonly text: string; /** Where a person goes on writing. */ readonly cursor: number }
>()('refinery/commits/link');

/** Stories for a picker, in the order of completion, without a message. */
export const storyCandidatesRequest = message<
  {
    readonly repository?: string;
    readonly active?: { readonly uri: string; readonly id: string };
    readonly limit?: number;
  },
  readonly MessageCandidate[]
>()('refinery/commits/stories');

// ---------------------------------------------------------------- branches

/** The items that a branch's name names, the first one first. */
export const branchStoriesRequest = message<
  { readonly repository?: string; readonly branch: string },
  readonly ItemRef[]
>()('refinery/commits/branchStories');

export interface StartWork {
  /** The branch by `commits.branch`, safe as a name for git. */
  readonly branch: string;
  /** Branches that are there for this story already. */
  readonly existing: readonly BranchInfo[];
  /** Sets status and assignee; `null` where both are so already. */
  readonly operation: Operation | null;
  /** What the operation does, in words: "Sets the status to doing and assigns ana." */
  readonly change: string;
  /** The person of the backlog whose address git knows (`user.email`). */
  readonly person?: string;
  /**
   * The backlog lies in the repository that gets the branch: the change is seen by others when the branch is merged.
   * One sentence to show, absent otherwise.
   */
  readonly onBranchOnly?: string;
}
/** What "start work" would do with a story, in the repository that gets the branch. Does nothing. */
export const startWorkRequest = message<
  { readonly uri: string; readonly id: string; readonly repository: string },
  StartWork | null
>()('refinery/commits/startWork');

// ---------------------------------------------------------------- hooks

export interface HooksParams {
  readonly repository: string;
  readonly action: 'status' | 'planInstall' | 'planRemove' | 'install' | 'remove';
}
export interface HooksResult {
  readonly ok: boolean;
  /** One sentence: what is so, or why nothing was done. */
  readonly message: string;
  /** The folder in which git looks for hooks, as a path. */
  readonly folder: string;
  /** Each file that would be or was written, with what happens to it in words. */
  readonly files: readonly { readonly path: string; readonly what: string }[];
  readonly installed: boolean;
}
/** Looks at, plans, installs or removes `prepare-commit-msg` and `commit-msg`. A plan writes nothing. */
export const hooksRequest = message<HooksParams, HooksResult>()('refinery/commits/hooks');

/** Every request about commits: the server loads what answers them when the first one comes. */
export const COMMIT_REQUESTS: readonly { readonly method: string }[] = [
  commitsSetUpRequest,
  commitsStateRequest,
  itemCommitsRequest,
  commitCountsRequest,
  itemDiffRequest,
  releaseNoteRequest,
  whyRequest,
  unlinkedRequest,
  finishProposalsRequest,
  messageCompletionRequest,
  messageHoverRequest,
  messageReferencesRequest,
  linkMessageRequest,
  storyCandidatesRequest,
  branchStoriesRequest,
  startWorkRequest,
  hooksRequest,
];
