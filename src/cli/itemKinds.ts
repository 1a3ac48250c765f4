import { ITEM_NAMES, LISTS } from '../core/backlog/lists.ts';
import type { ListName } from '../core/backlog/lists.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './usageError.ts';

export type ItemKind = (typeof ITEM_NAMES)[ListName];

export const ITEM_KINDS: readonly ItemKind[] = LISTS.map((list) => ITEM_NAMES[list]);

/** For the help of an option. */
export const KIND_HELP = 'story (default), epic, sprint, or another kind, as listed above';

/** For the help of a command. */
export const KIND_LINE = `Kinds: ${ITEM_KINDS.join(', ')}.`;

export function kindOf(list: ListName): ItemKind {
  return ITEM_NAMES[list];
}

/** The list of a kind, by its own name or the list's. Throws a `UsageError` for any other word. */
export function listOfKind(word: string): ListName {
  const list = LISTS.find((name) => name === word || ITEM_NAMES[name] === word);
  if (list !== undefined) return list;
  throw new UsageError(
    `--kind is one of ${ITEM_KINDS.join(', ')}, not "${word}".${didYouMean(word, ITEM_KINDS)}`,
  );
}
