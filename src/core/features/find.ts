/**
 * Finds items by id or by words of their titles, ranked: the exact id, ids that begin so, titles that hold every
 * word. Among equals the file's order, which is the rank, decides; finished work comes last. One pass, no index.
 */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';

const EXACT = 0;
const PREFIX = 1;
const NUMBER = 2;
const WORD_STARTS = 3;
const WORDS = 4;
const NOT = 10;
/** Added to the rank of what is finished or dropped. */
const OVER = 5;

export interface Found {
  readonly item: Item;
  /** The smaller, the better; comparable between backlogs. */
  readonly rank: number;
}

/** At most `limit` items, best first. An empty query finds nothing. */
export function findItems(backlog: Backlog, query: string, limit: number): readonly Item[] {
  return rankedItems(backlog, query, limit).map(({ item }) => item);
}

/** The same with how well each fits, for a search over several backlogs. */
export function rankedItems(backlog: Backlog, query: string, limit: number): readonly Found[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '' || limit <= 0) return [];
  const words = wanted.split(/\s+/);
  const ranks: Item[][] = Array.from({ length: NOT }, () => []);
  const over = new Set([...backlog.config.done, ...backlog.config.dropped]);
  for (const list of ['stories', 'epics'] as const) sort(backlog.list(list), wanted, words, over, ranks);
  const others = backlog.items.filter((item) => item.list !== 'stories' && item.list !== 'epics');
  sort(others, wanted, words, over, ranks);
  return ranks.flatMap((items, rank) => items.map((item) => ({ item, rank }))).slice(0, limit);
}

function sort(
  items: readonly Item[],
  wanted: string,
  words: readonly string[],
  over: ReadonlySet<string>,
  ranks: readonly Item[][],
): void {
  for (const item of items) {
    const own = rankOf(item, wanted, words);
    if (own === NOT) continue;
    const late = own !== EXACT && item.status !== undefined && over.has(item.status);
    ranks[Math.min(own + (late ? OVER : 0), NOT - 1)]?.push(item);
  }
}

function rankOf(item: Item, wanted: string, words: readonly string[]): number {
  const id = item.id?.toLowerCase() ?? '';
  if (id === wanted) return EXACT;
  if (id.startsWith(wanted)) return PREFIX;
  if (id.endsWith(`-${wanted}`)) return NUMBER;
  if (item.was.some((former) => former.toLowerCase() === wanted)) return NUMBER;
  const title = item.title?.toLowerCase() ?? '';
  let starts = true;
  for (const word of words) {
    const at = title.indexOf(word);
    if (at < 0 && !id.includes(word)) return NOT;
    starts &&= at === 0 || (at > 0 && !isWordCharacter(title.charCodeAt(at - 1)));
  }
  return starts ? WORD_STARTS : WORDS;
}

function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}
