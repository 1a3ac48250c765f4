/**
 * The planning view: what it calls, what it is told, and what it keeps. Everything a person does here goes into a
 * draft. Nothing is written to the file before an action (`accept`, `start`, `close`) is run, and each action is one
 * step of undo. What the draft comes to (lists, capacity, broken dependencies) is worked out from rows by the pure
 * functions in `src/views/planning`, in the view as well as in its host.
 */
import type { Row } from '../snapshot.ts';
import type { BacklogEvent, NoBacklog } from './backlogEvents.ts';
import type { Outcome } from './contract.ts';

export const PLANNING_VIEW_TYPE = 'refinery.planning';

/** A day as the file has it, `YYYY-MM-DD`. */
export type Day = string;

// ---------------------------------------------------------------- what is told of the backlog beyond its rows

/** Points of the whole team, or of each person by id. */
export type Capacity = number | Readonly<Record<string, number>>;

/** A sprint as the file has it. What is absent, or can't be read as what it should be, is left out. */
export interface SprintFacts {
  /** Sprints without an id can't be planned: no story can name them. They are not told. */
  readonly id: string;
  /** The key of its row. */
  readonly key: string;
  readonly goal?: string;
  readonly team?: string;
  readonly start?: Day;
  readonly end?: Day;
  readonly capacity?: Capacity;
  /** Days away by person. */
  readonly away: Readonly<Record<string, number>>;
  /** The day it was started, with the ids of the stories that were committed. */
  readonly started?: Day;
  readonly committed?: readonly string[];
  /** The day it was closed, with what came of it in points. */
  readonly closed?: Day;
  readonly result?: SprintResult;
}

export interface SprintResult {
  readonly committed?: number;
  readonly added?: number;
  readonly done?: number;
  readonly carried?: number;
}

/** Told whole whenever it changed: it is small, whatever the number of stories. */
export interface PlanningFacts {
  /** In the order of the file. */
  readonly sprints: readonly SprintFacts[];
  readonly teams: readonly { readonly id: string; readonly people: readonly string[] }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Days off for the whole team. Saturdays and Sundays are none either, whether they are here or not. */
  readonly holidays: readonly Day[];
  /** The points of each estimate of `workflow.estimates` that has some: `{S: 2, M: 5}`, `{"1": 1}`. */
  readonly points: Readonly<Record<string, number>>;
  /** By type: the fields that a story must have to be ready. */
  readonly ready: Readonly<Record<string, readonly string[]>>;
}

/** What a story says beyond its row; asked for the stories of the sprint and those that are seen. */
export interface StoryFacts {
  readonly key: string;
  /**
   * The fields it lacks to be ready, as the file has it, in the team's order (`['acceptance', 'estimate']`). What the
   * draft gives it is taken off by `lacksNow` of `src/views/planning/readiness.ts`.
   */
  readonly lacks: readonly string[];
  /** Why it is blocked; empty where the file only says that it is. */
  readonly blocked?: string;
  readonly tasks?: { readonly done: number; readonly all: number };
}

/** How stories like this one were estimated. */
export interface SimilarEstimates {
  /** How many stories have an estimate at all, dropped ones and this one left out. */
  readonly estimated: number;
  /** How many of those are like this one: what `counts` adds up to. Say it where it is few. */
  readonly similar: number;
  /** By estimate as written, in the team's order; only those that occur. */
  readonly counts: readonly { readonly estimate: string; readonly count: number }[];
  /** The nearest, nearest first; at most three. */
  readonly nearest: readonly SimilarStory[];
}

export interface SimilarStory {
  readonly key: string;
  readonly id?: string;
  readonly title: string;
  readonly estimate: string;
  readonly done: boolean;
  /** What it has in common, in words for a person: `same epic, label sync, words “photo, upload”`. */
  readonly why: string;
}

// ---------------------------------------------------------------- the draft

/** What was in the file when the person changed it, and what is to be there. `null` and `[]` are: nothing. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

export interface StoryDraft {
  readonly key: string;
  /** For words where the story is gone. */
  readonly title: string;
  /** The sprint that it goes to; `to: null` takes it back to the backlog. */
  readonly sprint?: Change<string | null>;
  /** One of `workflow.estimates`, or a number. */
  readonly estimate?: Change<string | null>;
  /** Ids of people. */
  readonly assignee?: Change<readonly string[]>;
}

export interface SprintDraft {
  readonly id: string;
  readonly goal?: Change<string | null>;
  readonly team?: Change<string | null>;
  readonly start?: Change<Day | null>;
  readonly end?: Change<Day | null>;
  readonly capacity?: Change<Capacity | null>;
  readonly away?: Change<Readonly<Record<string, number>>>;
}

/** A sprint that is not in the file yet. */
export interface NewSprint {
  readonly id: string;
  readonly goal?: string;
  readonly team?: string;
  readonly start?: Day;
  readonly end?: Day;
  readonly capacity?: Capacity;
  readonly away?: Readonly<Record<string, number>>;
}

/** Kept for the workspace, by backlog. A field that is back to what the file has is no longer in it. */
export interface Draft {
  readonly stories: readonly StoryDraft[];
  readonly sprints: readonly SprintDraft[];
  readonly added: readonly NewSprint[];
}

/** One thing that a person did. Several changes in one call are one step of the draft's own undo. */
export type DraftChange =
  /** Into a sprint (of the file or the draft), or out of any (`null`). */
  | { readonly kind: 'sprint'; readonly keys: readonly string[]; readonly to: string | null }
  | { readonly kind: 'estimate'; readonly keys: readonly string[]; readonly to: string | null }
  | { readonly kind: 'assignee'; readonly keys: readonly string[]; readonly to: readonly string[] }
  /** A field of a sprint of the file or of the draft. */
  | {
      readonly kind: 'sprintText';
      readonly id: string;
      readonly field: 'goal' | 'team' | 'start' | 'end';
      readonly to: string | null;
    }
  | { readonly kind: 'capacity'; readonly id: string; readonly to: Capacity | null }
  | { readonly kind: 'away'; readonly id: string; readonly to: Readonly<Record<string, number>> }
  /** A new sprint; `proposeSprint` of `src/views/planning/newSprint.ts` says what it might be. */
  | { readonly kind: 'add'; readonly sprint: NewSprint }
  /** A new sprint is no longer wanted; stories that the draft moves into it stay where the file has them. */
  | { readonly kind: 'unadd'; readonly id: string }
  /** Takes entries of the draft back, of these stories and sprints. */
  | { readonly kind: 'forget'; readonly keys: readonly string[]; readonly ids: readonly string[] };

/** The draft as it stands, with what happened to it while the file changed. */
export interface DraftState {
  readonly draft: Draft;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the person has to know: entries that no longer apply, or that the file now says something else about. */
  readonly notes: readonly DraftNote[];
}

export interface DraftNote {
  /** The story or the sprint that it is about: a row's key. */
  readonly key: string;
  /** False: the entry was given up. True: it stands, and would now replace what somebody else wrote. */
  readonly kept: boolean;
  /** One sentence for the person. */
  readonly text: string;
}

// ---------------------------------------------------------------- what is written

/** What is written to the file, as one step of undo. Each action first writes what the draft holds. */
export type Action =
  | { readonly kind: 'accept' }
  /** Writes `started` and `committed`. */
  | { readonly kind: 'start'; readonly sprint: string; readonly day: Day }
  /** Writes `closed` and `result`; unfinished stories go on to another sprint, or back to the backlog (`null`). */
  | {
      readonly kind: 'close';
      readonly sprint: string;
      readonly day: Day;
      readonly unfinished: string | null;
      /** Stories that go another way, by key. */
      readonly except?: Readonly<Record<string, string | null>>;
    };

/** What an action would do, in words. */
export interface Preview {
  /** In groups, as they are to be listed; no group is empty. Empty: there is nothing to write. */
  readonly groups: readonly {
    /** `Into s25`, `Back to the backlog`, `Estimates`, `Sprint s24`. */
    readonly title: string;
    readonly changes: readonly ToldChange[];
  }[];
  /** What a person should know before: more points than capacity, stories that are not ready, a sprint that runs. */
  readonly warnings: readonly string[];
}

export interface ToldChange {
  /** The row that it is about, where there is one. */
  readonly key?: string;
  /** `FN-12 Sync when back online`. */
  readonly what: string;
  /** As words, each absent where there is nothing: `from: '5', to: '8'`. */
  readonly from?: string;
  readonly to?: string;
}

export type PreviewResult =
  { readonly ok: true; readonly preview: Preview } | { readonly ok: false; readonly message: string };

// ---------------------------------------------------------------- the view

/** How a person looks at it; kept for the workspace, never written to the file. */
export interface PlanningSettings {
  /** The id of the chosen sprint; `null`: the view chooses (`chosenSprint` of `src/views/planning/sprints.ts`). */
  readonly sprint: string | null;
  /** The text filter of the backlog's list, as the board has it. */
  readonly filter: string;
  /** Only stories that lack nothing to be ready. */
  readonly readyOnly: boolean;
  /** Parts of the view that are folded away: `velocity`, `people`, `dependencies`. */
  readonly folded: readonly string[];
}

export interface PlanningContract {
  readonly calls: {
    /** For the stories of the sprint and those that are seen, at most 1,000 at once. Keys that are gone are left out. */
    readonly facts: {
      readonly params: { readonly keys: readonly string[] };
      readonly result: readonly StoryFacts[];
    };
    readonly similar: { readonly params: { readonly key: string }; readonly result: SimilarEstimates | null };
    /** Changes the draft, as `changed` of `src/views/planning/draft.ts` does it; the answer is what it came to. */
    readonly change: {
      readonly params: { readonly changes: readonly DraftChange[] };
      readonly result: DraftState;
    };
    /** The draft's own steps. Undo of what was written is the editor's (`command` `undo`). */
    readonly undoDraft: { readonly params: null; readonly result: DraftState };
    readonly redoDraft: { readonly params: null; readonly result: DraftState };
    /** Gives up the whole draft; it can be undone. */
    readonly discard: { readonly params: null; readonly result: DraftState };
    /** The notes were read. */
    readonly dismiss: { readonly params: null; readonly result: DraftState };
    /** To be shown before `run`. */
    readonly preview: { readonly params: Action; readonly result: PreviewResult };
    /** Opens the editor's own comparison of the file as it is with the file as the action would leave it. */
    readonly showDiff: { readonly params: Action; readonly result: Outcome };
    /** Writes it. Afterwards the draft is empty, where it went well; refused, everything is as it was. */
    readonly run: { readonly params: Action; readonly result: Outcome };
    /** Opens the story, as the setting says, or in the file. */
    readonly open: {
      readonly params: { readonly key: string; readonly inFile: boolean };
      readonly result: null;
    };
    readonly saveSettings: { readonly params: PlanningSettings; readonly result: null };
    readonly command: {
      readonly params: {
        readonly name: 'createBacklog' | 'createSample' | 'refresh' | 'undo' | 'newStory' | 'showBoard';
      };
      readonly result: null;
    };
  };
  /** When it is shown: `backlog` or `missing`, `facts`, `draft`, `settings`, in this order. */
  readonly events: {
    readonly backlog: BacklogEvent;
    readonly missing: { readonly why: NoBacklog };
    readonly facts: PlanningFacts;
    /** Whenever the draft changed without the view's asking: the file changed under it, or it was written. */
    readonly draft: DraftState;
    readonly settings: { readonly settings: PlanningSettings; readonly today: Day };
  };
}

/** What the pure functions need of a story: its row, of which they read no more than this. */
export type PlannedRow = Pick<
  Row,
  | 'key'
  | 'id'
  | 'list'
  | 'title'
  | 'type'
  | 'status'
  | 'estimate'
  | 'points'
  | 'epic'
  | 'sprint'
  | 'assignees'
  | 'dependsOn'
>;
