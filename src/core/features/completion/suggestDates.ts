/** Days that a person may mean, each with what it is: today, the end of a sprint or a quarter, the date of a release. */
import type { Backlog } from '../../backlog/backlog.ts';
import { daysOf } from '../itemText.ts';
import { dayNumber, dayOf, nextWorkday, quarterEnd, weekdayOf } from '../../planning/figures/days.ts';
import { lineField } from './scene.ts';
import type { Suggestion, Wanted } from './suggestion.ts';

/** Fields that say when something was, rather than when it will be. */
const PAST = new Set(['started', 'closed', 'released']);
const MOST_RELEASES = 3;

export function suggestDates(backlog: Backlog, wanted: Wanted): readonly Suggestion[] {
  const today = dayNumber(wanted.today);
  if (today === undefined) return [];
  const key = wanted.path.filter((step) => typeof step === 'string').at(-1);
  const days = new Map<string, string[]>();
  const offer = (number: number | undefined, what: string): void => {
    if (number === undefined) return;
    const day = dayOf(number);
    if (!/^\d{4}-/.test(day)) return;
    const words = days.get(day);
    if (words) words.push(what);
    else days.set(day, [what]);
  };
  const [list] = wanted.path;
  if (list === 'sprints' && (key === 'start' || key === 'end'))
    for (const { day, what } of sprintDays(backlog, wanted, key)) offer(day, what);
  offer(today, 'today');
  if (wasThen(wanted, key)) offer(today - 1, 'yesterday');
  else {
    offer(today + 1, 'tomorrow');
    offer(nextWorkday(today, new Set(backlog.config.holidays)), 'the next working day');
    for (const { end, what } of sprintEnds(backlog, wanted.today)) offer(dayNumber(end), what);
    for (const item of backlog.list('releases').slice(0, 200)) {
      const { end, over } = daysOf(backlog, item);
      if (days.size > 6 + MOST_RELEASES || over === true || end === undefined || end <= wanted.today)
        continue;
      offer(dayNumber(end), `release ${item.id ?? ''}`.trim());
    }
    offer(quarterEnd(today), 'the end of the quarter');
    offer(quarterEnd(quarterEnd(today) + 1), 'the end of the next quarter');
  }
  return [...days].map(([value, words]) => {
    const what = words.join(', ');
    return { value, bare: true, detail: `${what} · ${weekdayOf(dayNumber(value) ?? 0)}`, found: what };
  });
}

/** `date` is when a note was written, something learned or decided; but a release's is planned. */
function wasThen({ path }: Wanted, key: string | undefined): boolean {
  return key !== undefined && (PAST.has(key) || (key === 'date' && path[0] !== 'releases'));
}

function sprintEnds(
  backlog: Backlog,
  today: string,
): readonly { readonly end: string; readonly what: string }[] {
  const coming = backlog
    .list('sprints')
    .flatMap((item) => {
      const { start = '', end, over } = daysOf(backlog, item);
      return end === undefined || over === true || end < today ? [] : [{ start, end, id: item.id ?? '' }];
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const running = coming.find(({ start }) => start <= today);
  const next = coming.find(({ start }) => start > today);
  return [
    ...(running ? [{ end: running.end, what: `the end of sprint ${running.id}` }] : []),
    ...(next ? [{ end: next.end, what: `the end of the next sprint, ${next.id}` }] : []),
  ];
}

export interface SprintDay {
  readonly day: number;
  readonly what: string;
}

/** When the sprint that is being written may start or end, as the one before suggests. */
export function sprintDays(backlog: Backlog, wanted: Wanted, key: 'start' | 'end'): readonly SprintDay[] {
  const sprints = backlog.list('sprints').filter((item) => item !== wanted.within);
  const known = sprints.flatMap((item) => {
    const days = daysOf(backlog, item);
    const start = dayNumber(days.start ?? '');
    const end = dayNumber(days.end ?? '');
    return start === undefined || end === undefined || end < start ? [] : [{ start, end, id: item.id ?? '' }];
  });
  const last = known.sort((a, b) => a.end - b.end).at(-1);
  if (last === undefined) return [];
  const holidays = new Set(backlog.config.holidays);
  if (key === 'start') return [{ day: nextWorkday(last.end, holidays), what: `after sprint ${last.id}` }];
  const own = dayNumber(lineField(wanted.source, 'start') ?? '');
  const start = own ?? nextWorkday(last.end, holidays);
  return [{ day: start + last.end - last.start, what: `as long as sprint ${last.id}` }];
}
