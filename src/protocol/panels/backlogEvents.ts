/** How a view follows the backlog: whole when it is shown, then change by change. */
import type { Row, Workflow } from '../snapshot.ts';

export interface BacklogWhole {
  readonly kind: 'whole';
  readonly uri: string;
  readonly revision: number;
  readonly name: string;
  readonly workflow: Workflow;
  /** All lists, one after the other; stories in rank order. */
  readonly rows: readonly Row[];
}

/** `removed` rows from `from` on are replaced by `rows`, on the rows of revision `since`. */
export interface BacklogChange {
  readonly kind: 'change';
  readonly since: number;
  readonly revision: number;
  readonly from: number;
  readonly removed: number;
  readonly rows: readonly Row[];
}

export type BacklogEvent = BacklogWhole | BacklogChange;

/** Why a view has no backlog to show. */
export type NoBacklog = 'starting' | 'none' | 'unreadable' | 'gone';
