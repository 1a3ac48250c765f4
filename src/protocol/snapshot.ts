/**
 * What views see of a backlog: rows in rank order, small enough to send, and what a picker needs.
 * A row's details (story, criteria, problems in words) are asked for when they are shown.
 */
import type { ListName } from '../core/backlog/lists.ts';
import type { ConflictFacts } from '../core/features/conflicts.ts';
import type { ItemAddress } from '../core/operations/operation.ts';

export interface Row {
  /** Tells rows of one snapshot apart and stays the same while the item keeps its id: the id, or `stories[12]`. */
  readonly key: string;
  readonly address: ItemAddress;
  readonly list: ListName;
  readonly id?: string;
  readonly title: string;
  readonly type?: string;
  readonly status?: string;
  readonly estimate?: string;
  readonly points?: number;
  readonly epic?: string;
  readonly sprint?: string;
  readonly release?: string;
  readonly objective?: string;
  readonly priority?: string;
  readonly assignees?: readonly string[];
  readonly labels?: readonly string[];
  readonly blocked?: boolean;
  /** Ids of the stories and epics that must be done before. */
  readonly dependsOn?: readonly string[];
  /** How many findings of severity error and warning. */
  readonly errors?: number;
  readonly warnings?: number;
  /** Sprints and releases: their days, as written. */
  readonly start?: string;
  readonly end?: string;
  /** True for a sprint that has `closed`, a release that has `released`. */
  readonly over?: boolean;
}

export interface Workflow {
  readonly statuses: readonly string[];
  readonly active: readonly string[];
  readonly done: readonly string[];
  readonly dropped: readonly string[];
  readonly estimates: readonly string[];
  readonly types: readonly string[];
  /** How many stories may be in a status; statuses without a limit are absent. */
  readonly wip: Readonly<Record<string, number>>;
}

/** The whole backlog as version `revision` has it. */
export interface WholeSnapshot {
  readonly kind: 'whole';
  readonly uri: string;
  /** Counts up with every change of the text; says nothing about the editor's document version. */
  readonly revision: number;
  readonly name: string;
  readonly productKey: string;
  readonly workflow: Workflow;
  /** All lists, one after the other, each in the file's order; stories are in rank order. */
  readonly rows: readonly Row[];
  /** How many findings there are in the file, by severity. */
  readonly counts: Counts;
  /** The merge conflicts that are open in the file; absent where there are none. */
  readonly conflicts?: readonly ConflictFacts[];
}

/**
 * What changed between two revisions: `rows` from `from` on, `removed` of them, are replaced by `rows`. Splices are
 * applied in turn, each on the rows that the one before left.
 */
export interface SnapshotChange {
  readonly kind: 'change';
  readonly uri: string;
  readonly since: number;
  readonly revision: number;
  readonly splices: readonly {
    readonly from: number;
    readonly removed: number;
    readonly rows: readonly Row[];
  }[];
  /** Given where they changed. */
  readonly name?: string;
  readonly productKey?: string;
  readonly workflow?: Workflow;
  readonly counts: Counts;
  /** All that are open now; absent where there are none. */
  readonly conflicts?: readonly ConflictFacts[];
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

export type Snapshot = WholeSnapshot | SnapshotChange;
