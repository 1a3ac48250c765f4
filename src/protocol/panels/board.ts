/** The board and the story map, which is one with other columns: what they call, what they are told, and what they keep. */
import type { BacklogEvent, NoBacklog } from './backlogEvents.ts';
import type { Outcome } from './contract.ts';

/** What the columns are: the steps of the workflow, or on a story map the epics. */
export type Columns = 'status' | 'epic';
export type Lanes = 'none' | 'epic' | 'release' | 'assignee' | 'priority';

/** Which stories are on the board. `active` is the sprint that runs today. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'active' }
  | { readonly kind: 'sprint' | 'epic' | 'release'; readonly id: string };

/** How a person looks at the board; kept for each workspace, never written to the file. */
export interface BoardSettings {
  /** The same for as long as the view is there. */
  readonly columns: Columns;
  readonly scope: Scope;
  readonly lanes: Lanes;
  readonly filter: string;
  readonly quick: readonly QuickFilter[];
  /** Statuses or epics whose columns are folded. */
  readonly folded: readonly string[];
}

export type QuickFilter = 'mine' | 'blocked' | 'unestimated' | 'problems';

/** What a card gets in a column; null where it is to have no epic. */
export type ColumnTo =
  | { readonly field: 'status'; readonly value: string }
  | { readonly field: 'epic'; readonly value: string | null };

/** Cards go into a column, perhaps into another lane, before another card or behind it. */
export interface MoveCards {
  /** Keys of rows; they keep their order. */
  readonly keys: readonly string[];
  readonly column: ColumnTo;
  /** The lane that they go to, where it is another one; `value` is null for the lane of those without. */
  readonly lane?: { readonly field: Exclude<Lanes, 'none'>; readonly value: string | null };
  readonly before?: string;
  readonly after?: string;
}

/** What a card says beyond its row; asked for the cards that are seen. */
export interface CardFacts {
  readonly key: string;
  /** Why it is blocked. */
  readonly blocked?: string;
  readonly tasks?: { readonly done: number; readonly all: number };
}

/** Since which day (`YYYY-MM-DD`) it is shared that a story is blocked, where git knows. */
export interface BlockedSince {
  readonly key: string;
  readonly since?: string;
}

export interface BoardContract {
  readonly calls: {
    readonly move: { readonly params: MoveCards; readonly result: Outcome };
    readonly add: {
      readonly params: {
        readonly title: string;
        readonly column: ColumnTo;
        readonly lane?: MoveCards['lane'];
      };
      readonly result: Outcome;
    };
    readonly rename: {
      readonly params: { readonly key: string; readonly title: string };
      readonly result: Outcome;
    };
    readonly facts: {
      readonly params: { readonly keys: readonly string[] };
      readonly result: readonly CardFacts[];
    };
    /** Asked for the blocked cards that are seen. */
    readonly since: {
      readonly params: { readonly keys: readonly string[] };
      readonly result: readonly BlockedSince[];
    };
    /** Opens the card, as the setting says, or in the file. */
    readonly open: {
      readonly params: { readonly key: string; readonly inFile: boolean };
      readonly result: null;
    };
    /** The plain way: a picker of statuses, or of epics and releases. */
    readonly moveTo: { readonly params: { readonly keys: readonly string[] }; readonly result: null };
    readonly saveSettings: { readonly params: BoardSettings; readonly result: null };
    /** Who sits before the screen: an id of `people`, asked for once. */
    readonly whoAmI: { readonly params: null; readonly result: string | null };
    /** Another backlog, or a new one, where there are several or none. */
    readonly command: {
      readonly params: {
        readonly name: 'createBacklog' | 'createSample' | 'refresh' | 'undo' | 'newStory' | 'newEpic';
      };
      readonly result: null;
    };
  };
  readonly events: {
    readonly backlog: BacklogEvent;
    /** Git knows more, or something else. */
    readonly commits: { readonly news: true };
    readonly missing: { readonly why: NoBacklog };
    readonly settings: {
      readonly settings: BoardSettings;
      readonly me: string | null;
      readonly today: string;
    };
  };
}
