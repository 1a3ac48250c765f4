/** How a view follows the backlog: whole when it is shown, then change by change. */
import type { Row, Workflow } from '../snapshot.ts';

/** Rows as JSON in UTF-8: bytes pass from process to process as they are, and not value by value. */
export type PackedRows = Uint8Array;

export interface BacklogWhole {
  readonly kind: 'whole';
  readonly uri: string;
  readonly revision: number;
  readonly name: string;
  readonly workflow: Workflow;
  /** All lists, one after the other; stories in rank order. */
  readonly rows: PackedRows;
  /** Where each of these rows stands among all; the others follow as `rest`. Absent where these are all. */
  readonly places?: readonly number[];
}

/** Rows that `whole` left out, in their order. Comes as often as it takes, before any change. */
export interface BacklogRest {
  readonly kind: 'rest';
  readonly revision: number;
  readonly rows: PackedRows;
  readonly last: boolean;
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

export type BacklogEvent = BacklogWhole | BacklogRest | BacklogChange;

/** Why a view has no backlog to show. */
export type NoBacklog = 'starting' | 'none' | 'unreadable' | 'gone';
