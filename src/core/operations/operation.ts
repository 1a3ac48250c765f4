import type { ListName } from '../backlog/lists.ts';
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
export type Operation =
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
  /** Puts back text that an operation replaced; refused where that text has changed since. */
  | {
      readonly type: 'restore';
      readonly pieces: readonly RestoredPiece[];
      /** The text that was there could not be read cleanly either, so that is no reason to refuse it. */
      readonly broken?: boolean | undefined;
    }
  /** All or nothing, in this order, each on the text that the one before left. */
  | { readonly type: 'sequence'; readonly operations: readonly Operation[] };

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
