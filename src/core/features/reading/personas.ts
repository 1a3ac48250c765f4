/** Which persona the role of a story means, and where a persona stands in the stories. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Span } from '../../text/span.ts';
import { WrittenItem } from '../../writing/writtenItem.ts';
import { mapOf } from '../itemText.ts';

/** A name as it is compared: without article, case and spacing. */
export function sameName(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:an?|the) /, '');
}

/** The persona of this name or id; undefined where there is none. */
export function personaNamed(backlog: Backlog, words: string): Item | undefined {
  const wanted = sameName(words);
  if (wanted === '') return undefined;
  const personas = backlog.list('personas');
  return (
    personas.find(({ title }) => title !== undefined && sameName(title) === wanted) ??
    personas.find(({ id }) => id !== undefined && sameName(id) === wanted)
  );
}

/** An item as its words are read; undefined where it is no mapping. */
export function writtenItem(backlog: Backlog, item: Item): WrittenItem | undefined {
  const map = mapOf(backlog, item);
  return map && new WrittenItem(item, map, backlog.config);
}

export interface Role {
  readonly text: string;
  /** Offsets of the item's slice. */
  readonly span: Span;
}

const roles = new WeakMap<Item, Role | null>();

/** The role that the item's story sentence names. Read once for as long as the item does not change. */
export function roleOf(backlog: Backlog, item: Item): Role | undefined {
  let role = roles.get(item);
  if (role === undefined) {
    role = readRole(backlog, item) ?? null;
    roles.set(item, role);
  }
  return role ?? undefined;
}

function readRole(backlog: Backlog, item: Item): Role | undefined {
  if (item.list !== 'stories' && item.list !== 'epics') return undefined;
  const sentence = writtenItem(backlog, item)?.sentence;
  const role = sentence?.role;
  return sentence && role && { text: role.text, span: sentence.written.span(role) };
}
