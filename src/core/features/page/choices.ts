/** What the pickers of a page offer: the people, plans and words of the whole backlog. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { ListName } from '../../backlog/lists.ts';
import { daysOf, fieldText, mapOf } from '../itemText.ts';
import type { PageChoices, PageRef } from './pageData.ts';
import { refOf } from './refs.ts';

export function pageChoices(backlog: Backlog): PageChoices {
  const { config } = backlog;
  return {
    people: backlog.list('people').flatMap((person) => {
      if (person.id === undefined) return [];
      const map = mapOf(backlog, person);
      const role = map && fieldText(map, 'role', person.slice.text);
      const known = { id: person.id, name: person.title ?? '' };
      return [role === undefined ? known : { ...known, role }];
    }),
    teams: refs(backlog, 'teams'),
    epics: refs(backlog, 'epics'),
    sprints: withDays(backlog, 'sprints').map(({ ref, days }) => ({
      ...ref,
      ...(days.start === undefined ? {} : { start: days.start }),
      ...(days.end === undefined ? {} : { end: days.end }),
    })),
    releases: withDays(backlog, 'releases').map(({ ref, days }) => ({
      ...ref,
      ...(days.end === undefined ? {} : { date: days.end }),
    })),
    objectives: refs(backlog, 'objectives'),
    metrics: refs(backlog, 'metrics'),
    insights: refs(backlog, 'insights'),
    labels: labelsOf(backlog),
    personas: backlog.list('personas').flatMap(({ id, title }) => {
      const name = title ?? id;
      if (name === undefined) return [];
      return [id === undefined ? { name } : { id, name }];
    }),
    templates: config.templates,
    statuses: config.statuses,
    done: config.done,
    dropped: config.dropped,
    points: Object.fromEntries(config.points),
    doneWhen: config.doneWhen,
  };
}

/** Items with an id; what is over comes last. */
function withIds(
  backlog: Backlog,
  list: ListName,
): readonly { readonly item: Item; readonly ref: PageRef }[] {
  const all = backlog
    .list(list)
    .flatMap((item) => (item.id === undefined ? [] : [{ item, ref: refOf(backlog, item) }]));
  return [...all.filter(({ ref }) => ref.over !== true), ...all.filter(({ ref }) => ref.over === true)];
}

function refs(backlog: Backlog, list: ListName): readonly PageRef[] {
  return withIds(backlog, list).map(({ ref }) => ref);
}

function withDays(
  backlog: Backlog,
  list: ListName,
): readonly { readonly ref: PageRef; readonly days: ReturnType<typeof daysOf> }[] {
  return withIds(backlog, list).map(({ item, ref }) => ({ ref, days: daysOf(backlog, item) }));
}

/** The most used first, then by the alphabet. */
function labelsOf(backlog: Backlog): readonly string[] {
  const counts = new Map<string, number>();
  for (const { labels } of backlog.items)
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).map(([label]) => label);
}
