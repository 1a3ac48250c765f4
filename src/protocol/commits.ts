/**
 * What the server says about git: which commits, branches and people belong to an item, and the other way round.
 * Nothing runs before `commitsSetUpRequest`, which a client sends only in a trusted workspace. Texts that come from
 * git (names, subjects, branches) are given as they are and are hostile; fields called `markdown` are escaped already.
 * Offsets count UTF-16 units in the text that was sent. Times are seconds since 1970. Ids of commits are whole.
 */
import type { Candidate } from '../core/commits/candidates.ts';
import type { ItemDiff } from '../core/commits/answers/diff.ts';
import type { FinishProposal } from '../core/commits/answers/finish.ts';
import type { ItemHistory } from '../core/commits/answers/itemCommits.ts';
import type { CommitStats } from '../core/commits/answers/stats.ts';
import type { Why } from '../core/commits/answers/why.ts';
import type { BranchFacts, CommitFacts, LinkedCommit } from '../core/commits/commitInfo.ts';
import type { LinkStrength } from '../core/commits/directory.ts';
import type { ItemRef } from '../core/commits/itemRef.ts';
import type { WorkStart } from '../core/commits/startWork.ts';
import { type CardsParams, message } from './lsp.ts';

/** The answers are those of the core; views take their types from here. */
export type { Candidate as MessageCandidate } from '../core/commits/candidates.ts';
export type { ItemDiff } from '../core/commits/answers/diff.ts';
export type { FinishProposal } from '../core/commits/answers/finish.ts';
export type { Contributor } from '../core/commits/answers/itemCommits.ts';
export type { CommitStats } from '../core/commits/answers/stats.ts';
export type { Why, WhyStory } from '../core/commits/answers/why.ts';
export type { BranchFacts as BranchInfo } from '../core/commits/commitInfo.ts';
export type { LinkStrength } from '../core/commits/directory.ts';
export type { ItemRef } from '../core/commits/itemRef.ts';

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
  /** Git's own folder of this working tree, and the one that all its working trees share, as URIs. */
  readonly gitFolder: string;
  readonly commonFolder: string;
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

/** A commit of an item. */
export interface CommitInfo extends LinkedCommit {
  /** Given where `stats` was asked for. */
  readonly stats?: CommitStats;
}

/** What git knows of an item; at most `limit` commits of it. */
export interface ItemCommits extends ItemHistory {
  readonly id: string;
  readonly state: CommitsState['state'];
  /** What is missing, as one sentence. */
  readonly message?: string;
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
/** Why a line is there: line → commit → story → epic → objective and insights. */
export const whyRequest = message<WhyParams, Why>()('refinery/commits/why');

/**
 * When it was committed that items are blocked, in seconds since 1970, in the order of the question; `null` for one that
 * is not blocked, or where git does not know.
 */
export const blockedSinceRequest = message<CardsParams, readonly (number | null)[]>()(
  'refinery/commits/blockedSince',
);

// ---------------------------------------------------------------- what is not linked, what looks done

export interface Unlinked {
  readonly state: CommitsState['state'];
  readonly message?: string;
  /** Commits of the main branch (or what is checked out) that name no item, newest first; merges and `commits.exempt` left out. */
  readonly commits: readonly CommitFacts[];
  readonly totalCommits: number;
  /** Finished stories that no commit names, in rank order. */
  readonly stories: readonly ItemRef[];
}
export const unlinkedRequest = message<{ readonly uri: string; readonly limit?: number }, Unlinked>()(
  'refinery/commits/unlinked',
);

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
export interface MessageCompletion {
  /** Offsets of what is replaced. */
  readonly replace: { readonly start: number; readonly end: number };
  readonly items: readonly Candidate[];
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
  readonly Candidate[]
>()('refinery/commits/stories');

// ---------------------------------------------------------------- branches

/** The items that a branch's name names, the first one first. */
export const branchStoriesRequest = message<
  { readonly repository?: string; readonly branch: string },
  readonly ItemRef[]
>()('refinery/commits/branchStories');

export interface StartWork extends WorkStart {
  /** Branches that are there for this story already. */
  readonly existing: readonly BranchFacts[];
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

/** Who git says that the person at this machine is. */
export interface GitPerson {
  /** `user.name`. */
  readonly name?: string;
  /** `user.email`. */
  readonly email?: string;
  /** The id of the person of the backlog who has this address. */
  readonly person?: string;
}
/** As git is set up in the folder of the backlog; null where there is no git, or it may not be run. */
export const gitPersonRequest = message<{ readonly uri: string }, GitPerson | null>()(
  'refinery/commits/person',
);

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
  blockedSinceRequest,
  unlinkedRequest,
  finishProposalsRequest,
  messageCompletionRequest,
  messageHoverRequest,
  messageReferencesRequest,
  linkMessageRequest,
  storyCandidatesRequest,
  branchStoriesRequest,
  startWorkRequest,
  gitPersonRequest,
  hooksRequest,
];
