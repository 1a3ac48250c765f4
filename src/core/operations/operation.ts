import type { ListName } from '../backlog/lists.ts';
import type { ConflictSide } from '../text/conflicts.ts';
import type { TextEdit } from '../text/span.ts';

/** What a person may write into a field. Texts are written so that a YAML 1.1 reader gets the same text. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Names one item. `id` finds the only item that bears it; `list` and `index` (rank, from 0) find one without id. */
export type ItemAddress =
  | { readonly id: string; readonly list?: ListName | undefined }
  | { readonly list: ListName; readonly index: number };

/** Where an item goes, in its own list. */
export type Place =
  { readonly before: ItemAddress } | { readonly after: ItemAddress } | { readonly at: 'top' | 'bottom' };

/** A change that a person can make. It says what is meant, never where in the text. */
export type Operation = Change | Refactoring | SprintChange;

/** A change to one item or one list. */
export type Change =
  /** Sets one field; `field` is a key or a dotted path of keys (`blocked.why`). */
  | { readonly type: 'set'; readonly item: ItemAddress; readonly field: string; readonly value: Value }
  /** Removes one field with its line; nothing happens where it is not there. */
  | { readonly type: 'remove'; readonly item: ItemAddress; readonly field: string }
  /** A new item. Stories and epics get the next number of the backlog's key unless `fields.id` is given. */
  | {
      readonly type: 'add';
      readonly list: ListName;
      readonly fields: { readonly [key: string]: Value };
      /** Without a place: behind the last open item. */
      readonly place?: Place | undefined;
    }
  /**
   * A new item by what people call it. Its id is made from the name (`ana` for “Ana Lima”), or is the next number where the
   * list is numbered; `use` says which fields of other items name it from then on.
   */
  | {
      readonly type: 'create';
      readonly list: ListName;
      readonly name: string;
      /** More fields of the new item. */
      readonly fields?: { readonly [key: string]: Value } | undefined;
      readonly use?:
        | readonly {
            readonly item: ItemAddress;
            readonly field: string;
            /** `set`: in the place of what is there; `add`: as one more entry. */
            readonly how: 'set' | 'add';
          }[]
        | undefined;
    }
  | { readonly type: 'delete'; readonly item: ItemAddress }
  /** Several items keep the order they have in the file. */
  | { readonly type: 'move'; readonly items: readonly ItemAddress[]; readonly place: Place }
  /** One more entry in a list field (`labels`, `depends_on`, `notes`); a field with one bare value becomes a list. */
  | {
      readonly type: 'addEntry';
      readonly item: ItemAddress;
      readonly field: string;
      readonly value: Value;
      /** Position from 0; without it, at the end. */
      readonly at?: number | undefined;
    }
  | {
      readonly type: 'removeEntry';
      readonly item: ItemAddress;
      readonly field: string;
      /** The entry's text, or its position from 0. */
      readonly entry: string | number;
    }
  /** Another value for one entry of a list field, in the form that stands there; the entries around it are left alone. */
  | {
      readonly type: 'setEntry';
      readonly item: ItemAddress;
      readonly field: string;
      /** Position from 0. */
      readonly entry: number;
      readonly value: Value;
    }
  /** One change to the table of examples of a scenario, in the form that it has: rows of `{phone: old}` or of `[old]`. */
  | {
      readonly type: 'examples';
      readonly item: ItemAddress;
      /** Position from 0. */
      readonly criterion: number;
      readonly change: ExamplesChange;
    }
  /**
   * Sets one of the team's settings, by the keys that lead to it: `['workflow', 'wip', 'doing']`. `null` takes it away, so
   * that the default counts.
   */
  | { readonly type: 'setSetting'; readonly path: readonly string[]; readonly value: Value }
  /** Puts back text that an operation replaced; refused where that text has changed since. */
  | {
      readonly type: 'restore';
      readonly pieces: readonly RestoredPiece[];
      /** The text that was there could not be read cleanly either, so that is no reason to refuse it. */
      readonly broken?: boolean | undefined;
    }
  /** Keeps one side of a merge conflict; the other goes with the marker lines. */
  | {
      readonly type: 'resolveConflict';
      /** Position from 0 among the conflicts of the file, in the order in which they begin. */
      readonly conflict: number;
      readonly keep: ConflictSide;
    }
  /** All or nothing, in this order, each on the text that the one before left. */
  | { readonly type: 'sequence'; readonly operations: readonly Operation[] };

/**
 * Positions are from 0; a line that names the columns is no row. What comes new comes last, its cells still open (`…`).
 * With its last row or column the table goes.
 */
export type ExamplesChange =
  | { readonly kind: 'setCell'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'renameColumn'; readonly column: number; readonly name: string }
  | { readonly kind: 'addColumn'; readonly name: string }
  | { readonly kind: 'removeColumn'; readonly column: number }
  | { readonly kind: 'addRow' }
  | { readonly kind: 'removeRow'; readonly row: number };

/** What `rename` can give another name. `role` is what stories call a persona; its id is `persona`. */
export const RENAME_KINDS = [
  'story',
  'epic',
  'sprint',
  'release',
  'objective',
  'metric',
  'insight',
  'decision',
  'person',
  'team',
  'persona',
  'role',
  'status',
  'type',
  'severity',
  'label',
] as const;
export type RenameKind = (typeof RENAME_KINDS)[number];

/** The fields of a story or epic that hold sentences: where duplicates differ in them, somebody has to choose. */
export type WordField = 'title' | 'story' | 'description';

/** How an acceptance criterion is written. */
export type CriterionNotation = 'line' | 'mapping' | 'gherkin';

export type Refactoring =
  /**
   * A story becomes two. The second stands right behind the first, with the next number; it has what both share (type,
   * status, epic, sprint, labels, people, dependencies), and the criteria that are dealt to it, byte for byte. Neither
   * keeps the estimate, which was that of both together.
   */
  | {
      readonly type: 'split';
      readonly item: ItemAddress;
      /** What the first says from now on; without it, what it says now. */
      readonly first?: { readonly title?: string; readonly story?: string } | undefined;
      readonly second: { readonly title: string; readonly story?: string | undefined; readonly id?: string };
      /** Positions from 0 of the criteria that go over to the second. */
      readonly criteria?: readonly number[] | undefined;
    }
  /**
   * Duplicates become one. `into` keeps its fields and gets what only the others have; lists are united; who names one
   * of the others names `into` from now on, which bears their ids in `was`.
   */
  | {
      readonly type: 'merge';
      readonly into: ItemAddress;
      readonly items: readonly ItemAddress[];
      /**
       * Whose words stay where the items differ in them; the others' go into a note. Needed for `story` and
       * `description`; the title is that of `into` where nothing is said.
       */
      readonly keep?: { readonly [field in WordField]?: ItemAddress } | undefined;
    }
  /** A new epic, to which the stories belong from now on. */
  | {
      readonly type: 'extractEpic';
      readonly items: readonly ItemAddress[];
      readonly title: string;
      /** More fields of the epic. */
      readonly fields?: { readonly [key: string]: Value } | undefined;
    }
  /**
   * Entries of a list field (`acceptance`, `tasks`, `notes`, …) go to another item, or to another place of the same list,
   * with their comments, byte for byte.
   */
  | {
      readonly type: 'moveEntry';
      readonly item: ItemAddress;
      readonly field: string;
      /** Positions from 0. They keep their order. */
      readonly entries: readonly number[];
      readonly to: ItemAddress;
      /** Position from 0 in the other list, or among those that stay in the same; without it, at the end. */
      readonly at?: number | undefined;
    }
  /** Another name for something, where it is defined and wherever it is named. Comments and texts stay as they are. */
  | {
      readonly type: 'rename';
      readonly what: RenameKind;
      readonly from: string;
      readonly to: string;
      /** A label that is there already takes the other in; without it, such a name is refused. */
      readonly merge?: boolean | undefined;
    }
  /** The same criterion in another notation; a check becomes a scenario that is still to be filled in. */
  | {
      readonly type: 'convertCriterion';
      readonly item: ItemAddress;
      /** Position from 0. */
      readonly criterion: number;
      readonly to: CriterionNotation;
    }
  /** A criterion becomes a story of its own, right behind the one that it was part of. */
  | {
      readonly type: 'promoteCriterion';
      readonly item: ItemAddress;
      /** Position from 0. */
      readonly criterion: number;
      /** Without it, the words of the criterion. */
      readonly title?: string | undefined;
    };

/** The two turns of a sprint's life, each with the facts that the team will want to look back at. */
export type SprintChange =
  /**
   * Writes `started`, and into `committed` the stories that are in it and still to be done. Those without an id get the
   * next number, since nothing else could name them.
   */
  | {
      readonly type: 'startSprint';
      readonly sprint: ItemAddress;
      /** `YYYY-MM-DD`. */
      readonly day: string;
    }
  /**
   * Writes `closed`, and what came of it into `result`. Stories that are not finished go on to another sprint or lose
   * theirs; finished and dropped ones stay.
   */
  | {
      readonly type: 'closeSprint';
      readonly sprint: ItemAddress;
      readonly day: string;
      /** The id of the sprint that unfinished stories go on to; null: back to the backlog. */
      readonly unfinished: string | null;
      /** Stories that go another way. */
      readonly except?: readonly { readonly item: ItemAddress; readonly to: string | null }[] | undefined;
    };

export interface RestoredPiece {
  /** The text that should be there now, whole lines. */
  readonly now: string;
  /** The text that was there. */
  readonly then: string;
  /** Where `now` stood when it was written: the nearest occurrence at a line start is taken. */
  readonly near: number;
}

export type RefusalCode =
  | 'unknown-item'
  | 'ambiguous-item'
  | 'unknown-field'
  | 'invalid-value'
  | 'cannot-preserve'
  | 'changed-since'
  | 'unreadable'
  | 'stale-version';

/** Why an operation was not done: an expected outcome, shown to the person as it is. */
export interface Refusal {
  readonly code: RefusalCode;
  /** One clear sentence. */
  readonly message: string;
}

export interface Planned {
  readonly ok: true;
  /** Against the text the operation was planned on; absolute offsets, sorted, not overlapping. Empty: nothing to do. */
  readonly edits: readonly TextEdit[];
  /** Puts the text back as it was. */
  readonly inverse: Operation;
  /** The items that were added or touched, as they are called afterwards. */
  readonly items: readonly ItemAddress[];
}

export type Plan = Planned | { readonly ok: false; readonly refusal: Refusal };
