/** What may be typed at the cursor of a text on a page: people behind `@`, personas in the sentence, ids of items. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { personas } from '../completion/personas.ts';
import { phraseKey, vocabularyOf } from '../completion/vocabulary.ts';
import { findItems } from '../find.ts';
import type { PageCompletion } from './pageData.ts';
import { pathOf } from './path.ts';
import { sentenceOf } from './sentence.ts';

const MOST = 20;
/** How many stories are read at once for the roles that they name; the others are read in idle time. */
const STORIES_AT_ONCE = 12;

/** @returns null where nothing is to be offered */
export function completeDraft(
  backlog: Backlog,
  item: Item,
  name: string,
  text: string,
  offset: number,
): PageCompletion | null {
  const before = text.slice(0, offset);
  return (
    people(backlog, before, offset) ??
    roles(backlog, item, name, text, offset) ??
    ids(backlog, item, before, offset)
  );
}

function answer(start: number, end: number, items: PageCompletion['items']): PageCompletion | null {
  return items.length === 0 ? null : { replace: { start, end }, items: items.slice(0, MOST) };
}

/** Behind `@`, by id or by any word of the name. */
function people(backlog: Backlog, before: string, offset: number): PageCompletion | null {
  const typed = /(?:^|[\s(,;:])@([\p{L}\p{N}._-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return null;
  const wanted = typed.toLowerCase();
  const found = backlog.list('people').flatMap(({ id, title }) => {
    if (id === undefined) return [];
    const words = [id, ...(title ?? '').split(/\s+/)].map((word) => word.toLowerCase());
    if (!words.some((word) => word.startsWith(wanted))) return [];
    const detail = title === undefined ? {} : { detail: title };
    return [{ label: `@${id}`, ...detail, insert: `@${id}`, kind: 'person' as const }];
  });
  return answer(offset - typed.length - 1, offset, found);
}

/** In the part of the sentence that says for whom, also where nothing stands behind `As a` yet. */
function roles(
  backlog: Backlog,
  item: Item,
  name: string,
  text: string,
  offset: number,
): PageCompletion | null {
  if (pathOf(name).field !== 'story') return null;
  const role = sentenceOf(text, backlog.config).parts.find(({ slot }) => slot === 'role');
  if (
    role === undefined ||
    offset < role.indicator.end ||
    offset > Math.max(role.end, role.indicator.end + 1)
  )
    return null;
  const start = Math.max(role.start, Math.min(offset, role.indicator.end + 1));
  const typed = text.slice(start, offset);
  const words = () => {
    const vocabulary = vocabularyOf(backlog);
    vocabulary.readAround(backlog, item, STORIES_AT_ONCE);
    return vocabulary;
  };
  const key = phraseKey(typed);
  const found = personas({ backlog, words, item }, key).filter(
    (persona) => phraseKey(persona.name).includes(key) && phraseKey(persona.name) !== key,
  );
  const items = found.map(({ name: insert, detail }) => ({
    label: insert,
    detail,
    insert,
    kind: 'persona' as const,
  }));
  return answer(start, Math.max(offset, role.end), items);
}

/** A key of the backlog and a part of a number: `FN-1`. */
function ids(backlog: Backlog, item: Item, before: string, offset: number): PageCompletion | null {
  const { key } = backlog.config.product;
  const typed = /(?:^|[^\p{L}\p{N}_-])([A-Z][A-Z0-9]*-\d*)$/u.exec(before)?.[1];
  if (typed === undefined || key === undefined || !typed.startsWith(`${key}-`)) return null;
  const items = findItems(backlog, typed, MOST)
    .filter((found) => found !== item)
    .flatMap(({ id, title }) =>
      id === undefined ? [] : [{ label: id, detail: title ?? '', insert: id, kind: 'item' as const }],
    );
  return answer(offset - typed.length, offset, items);
}
