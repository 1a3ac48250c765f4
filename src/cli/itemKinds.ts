import { LISTS } from '../core/backlog/lists.ts';
import type { ListName } from '../core/backlog/lists.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './usageError.ts';

/** What one item of each list is called. */
const KINDS = {
  people: 'person',
  teams: 'team',
  personas: 'persona',
  objectives: 'objective',
  metrics: 'metric',
  insights: 'insight',
  decisions: 'decision',
  releases: 'release',
  epics: 'epic',
  sprints: 'sprint',
  stories: 'story',
} as const satisfies Readonly<Record<ListName, string>>;

export type ItemKind = (typeof KINDS)[ListName];

export const ITEM_KINDS: readonly ItemKind[] = LISTS.map((list) => KINDS[list]);

/** For the help of an option. */
export const KIND_HELP = 'story (default), epic, sprint, or another kind, as listed above';

/** For the help of a command. */
export const KIND_LINE = `Kinds: ${ITEM_KINDS.join(', ')}.`;

export function kindOf(list: ListName): ItemKind {
  return KINDS[list];
}

/** The list of a kind, by its own name or the list's. Throws a `UsageError` for any other word. */
export function listOfKind(word: string): ListName {
  const list = LISTS.find((name) => name === word || KINDS[name] === word);
  if (list !== undefined) return list;
  throw new UsageError(
    `--kind is one of ${ITEM_KINDS.join(', ')}, not "${word}".${didYouMean(word, ITEM_KINDS)}`,
  );
}
