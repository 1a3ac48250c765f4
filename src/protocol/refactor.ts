/** What the steps of a refactoring ask about the items that it is made of. */
import type { RenameKind } from '../core/operations/operation.ts';
import { type ItemAddress, message } from './lsp.ts';

export type { RenameKind } from '../core/operations/operation.ts';

/** The words of an item, as they are dealt out or chosen from. */
export interface ItemParts {
  readonly title: string;
  readonly story: string | null;
  readonly description: string | null;
  /** The acceptance criteria, each on one line. */
  readonly criteria: readonly string[];
  /** How the sentence falls into two, where it plainly joins two wishes. */
  readonly halves: Halves | null;
}
export interface Halves {
  readonly first: string;
  readonly second: { readonly title: string; readonly story: string };
}
export interface ItemPartsParams {
  readonly uri: string;
  readonly items: readonly ItemAddress[];
}
/** In the order of the question; `null` for an item that is not there. */
export const itemPartsRequest = message<ItemPartsParams, readonly (ItemParts | null)[]>()(
  'refinery/itemParts',
);

/** Something that can have another name. */
export interface NameEntry {
  readonly what: RenameKind;
  readonly name: string;
  /** A title that says more than an id; empty where there is none. */
  readonly title: string;
}
/** Everything in a backlog that has a name, without its stories: people, labels, statuses, sprints, … */
export const namesRequest = message<{ readonly uri: string }, readonly NameEntry[]>()('refinery/names');
