/**
 * What the extension asks while a person reads other files: code, Markdown, commit messages. Only ids go to the
 * server, never a text. Ids are those of stories and epics, in every backlog that is open.
 */
import { message, type Range } from './lsp.ts';

/** Where an item stands. */
export interface ItemPlace {
  readonly id: string;
  /** The backlog file. */
  readonly uri: string;
  /** The whole item, and the place of its title (or first line). */
  readonly range: Range;
  readonly selection: Range;
}

export interface ItemDescription extends ItemPlace {
  /** What a tooltip says; texts of the file are escaped. */
  readonly markdown: string;
}

/** The keys that stand before the number in ids, former ones too. */
export const keysRequest = message<null, readonly string[]>()('refinery/keys');

/** The items that are called so; several where backlogs share a key. A living id wins over a former one. */
export const describeRequest = message<{ readonly id: string }, readonly ItemDescription[]>()(
  'refinery/describe',
);

/** Where the items with these ids are; ids that nobody bears are left out. At most 500 ids are looked at. */
export const locateRequest = message<{ readonly ids: readonly string[] }, readonly ItemPlace[]>()(
  'refinery/locate',
);
