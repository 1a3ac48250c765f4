/** A value that a person may mean at a place of the file, and what is asked for. Knows nothing of how it is written. */
import type { Item } from '../../backlog/item.ts';
import type { Step } from './placeFlow.ts';

export interface Suggestion {
  /** The value as it is meant, not yet quoted. */
  readonly value: string;
  /** Shown beside it: a title, what it counts as. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Words that find it beside its own. */
  readonly found?: string | undefined;
  /** Written as it is: numbers, dates, booleans. */
  readonly bare?: boolean;
}

/** As many are offered at once. */
export const MOST_SUGGESTIONS = 200;

/** What is asked for: the path that leads to the value, and what is typed so far. */
export interface Wanted {
  readonly path: readonly Step[];
  readonly typed: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The item that is being written, which does not name itself. */
  readonly within: Item | undefined;
  /** The slice's text, for what an item says that can't be read as a whole yet. */
  readonly source: string;
  /** Other entries of the list that the value goes into. */
  readonly entries: ReadonlySet<string>;
}
