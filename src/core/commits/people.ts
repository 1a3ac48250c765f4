/** Who of a backlog wrote a commit: by the addresses in `people`, which git has already led back by `.mailmap`. */
import type { Backlog } from '../backlog/backlog.ts';
import { mapOf, textsOf, valueOf } from '../features/itemText.ts';

const known = new WeakMap<
  Backlog,
  { readonly revision: number; readonly byEmail: ReadonlyMap<string, string> }
>();

/** The id of the person with this address; undefined where the backlog knows none. */
export function personOf(backlog: Backlog, email: string): string | undefined {
  let people = known.get(backlog);
  if (people?.revision !== backlog.revision) {
    people = { revision: backlog.revision, byEmail: addresses(backlog) };
    known.set(backlog, people);
  }
  return people.byEmail.get(email.toLowerCase());
}

function addresses(backlog: Backlog): ReadonlyMap<string, string> {
  const byEmail = new Map<string, string>();
  for (const item of backlog.list('people')) {
    const map = mapOf(backlog, item);
    if (map === undefined || item.id === undefined) continue;
    const { text } = item.slice;
    for (const email of textsOf(valueOf(map, 'email', text), text)) byEmail.set(email.toLowerCase(), item.id);
  }
  return byEmail;
}
