/** What a rule between items is: it follows changes item by item and answers at once which items it concerns. */
import type { ItemAddress } from '../../operations/operation.ts';
import type { Config } from '../config.ts';
import type { Ids } from '../ids.ts';
import type { Item } from '../item.ts';
import type { Problem } from '../problem.ts';
import type { Node } from '../../yaml/node.ts';

/** What such a rule may ask of the file. */
export interface SharedHost {
  /** The team's settings; the same for the removal of an item as for its addition. */
  config(): Config;
  readonly ids: Ids;
  /** All items of the file; costs a pass over it. */
  everyItem(): Iterable<Item>;
  /** Sorts items by their place in the file. */
  inOrder(items: Iterable<Item>): readonly Item[];
  /** How the item is named in an operation. */
  address(item: Item): ItemAddress;
  /** The item's node, read again from its slice. */
  node(item: Item): Node | undefined;
}

/** The items that an edit took out and put in. An item that was only edited is in both, as two objects. */
export interface ItemChange {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  /** True where `added` is every item of the file, so that none is left to look at. */
  readonly whole: boolean;
}

export interface SharedRule {
  /** Follows a change; `host.ids` knows the new state already. */
  update(change: ItemChange): void;
  /** The items that have a problem now. */
  affected(): Iterable<Item>;
  /** How many these are; 0 on a clean file. */
  readonly size: number;
  problemsOf(item: Item): readonly Problem[];
}

export const NO_PROBLEMS: readonly Problem[] = [];
