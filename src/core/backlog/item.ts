import type { RefKind } from '../schema/shape.ts';
import type { Span } from '../text/span.ts';
import type { Slice } from '../yaml/slicedText.ts';
import type { ListName } from './lists.ts';
import type { Problem } from './problem.ts';

/** A place where an item names another one. Offsets are relative to the item's slice. */
export interface Reference extends Span {
  readonly to: RefKind;
  readonly id: string;
  /** The field it stands in (`epic`, `depends_on`, `notes.by`). */
  readonly field: string;
}

/**
 * What the backlog keeps of an item in memory: what lists, indexes and rules ask for. Everything else is read
 * again from the item's slice when somebody asks (about 10 µs), so that 10,000 stories stay small.
 * Absent and unreadable fields are `undefined` or empty. Texts are as the person typed them.
 */
export interface Item {
  readonly list: ListName;
  readonly slice: Slice;
  /** Which item of its slice: 0, except in a list that can't be split (a flow list, an untrusted file). */
  readonly nth: number;
  /** The item's node in the slice, without the dash. */
  readonly span: Span;
  readonly id: string | undefined;
  readonly idSpan: Span | undefined;
  /** `title`, or what stands for it in this list (`name`, `text`, `goal`). */
  readonly title: string | undefined;
  readonly titleSpan: Span | undefined;
  /** As written; for stories `story` where nothing is written. */
  readonly type: string | undefined;
  readonly status: string | undefined;
  readonly statusSpan: Span | undefined;
  /** The estimate as written (`5`, `M`). */
  readonly estimate: string | undefined;
  /** The estimate in points, by `workflow.estimates`. */
  readonly points: number | undefined;
  readonly epic: string | undefined;
  readonly sprint: string | undefined;
  readonly release: string | undefined;
  readonly objective: string | undefined;
  readonly priority: string | undefined;
  readonly severity: string | undefined;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly dependsOn: readonly string[];
  readonly was: readonly string[];
  readonly blocked: boolean;
  readonly private: boolean;
  readonly references: readonly Reference[];
  /** Rules that a comment switches off for this item. */
  readonly ignored: readonly string[];
  /** What is wrong with the item by itself. What it shares with others is asked of the backlog. */
  readonly problems: readonly Problem[];
}
