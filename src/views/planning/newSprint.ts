/** What the next sprint might be, as the one before suggests: a proposal that a person may change. Pure. */
import { dayNumber, dayOf, nextWorkday, weekdayOf } from '../../core/planning/figures/days.ts';
import type { Day, NewSprint, PlanningFacts } from '../../protocol/panels/planning.ts';
import type { PlannedSprint } from './sprints.ts';

/** Two weeks, a Monday to the Friday after the next. */
const USUAL_LENGTH = 11;

/**
 * @param sprints in the order in which they come
 * @param team whose sprint it is; without it, that of the last one
 */
export function proposeSprint(
  sprints: readonly PlannedSprint[],
  { holidays }: PlanningFacts,
  today: Day,
  team?: string,
): NewSprint {
  const own = team === undefined ? sprints : sprints.filter((sprint) => sprint.team === team);
  const last = own.at(-1) ?? sprints.at(-1);
  const taken = new Set(sprints.map(({ id }) => id));
  const whose = team ?? last?.team;
  return {
    id: nextName(last?.id, taken),
    ...(whose === undefined ? {} : { team: whose }),
    ...daysAfter(last, new Set(holidays), today),
    ...(last?.capacity === undefined ? {} : { capacity: last.capacity }),
  };
}

/** `s25` after `s24`, `2026-09` after `2026-08`; `sprint-1` where there is none to go on from. */
function nextName(last: string | undefined, taken: ReadonlySet<string>): string {
  const [, head = 'sprint-', digits = '0'] = /^(.*?)(\d{1,9})$/u.exec(last ?? '') ?? [];
  for (let number = Number(digits) + 1; ; number++) {
    const id = head + String(number).padStart(last === undefined ? 1 : digits.length, '0');
    if (!taken.has(id)) return id;
  }
}

/** As long as the last one, from the working day behind it on; from today on where that is past. It ends on a weekday. */
function daysAfter(
  last: PlannedSprint | undefined,
  holidays: ReadonlySet<string>,
  today: Day,
): Pick<NewSprint, 'start' | 'end'> {
  const now = dayNumber(today);
  if (now === undefined) return {};
  const [from, to] = [dayNumber(last?.start ?? ''), dayNumber(last?.end ?? '')];
  const length = from === undefined || to === undefined || to < from ? USUAL_LENGTH : to - from;
  const start = nextWorkday(Math.max(to ?? 0, now - 1), holidays);
  let end = start + length;
  while (end > start && /^S/.test(weekdayOf(end))) end--;
  return { start: dayOf(start), end: dayOf(end) };
}
