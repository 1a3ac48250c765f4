/** Days of the calendar as texts `YYYY-MM-DD`. Pure: today is an argument. */
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MILLISECONDS = 86_400_000;

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days since 1970-01-01; undefined for what is no day of the calendar. */
export function dayNumber(day: string): number | undefined {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const number = Date.UTC(Number(year), Number(month) - 1, Number(date)) / MILLISECONDS;
  return dayOf(number) === day ? number : undefined;
}

export function dayOf(number: number): string {
  return new Date(number * MILLISECONDS).toISOString().slice(0, 10);
}

/** `Monday`. */
export function weekdayOf(number: number): string {
  return WEEKDAYS[(((number + 4) % 7) + 7) % 7] ?? '';
}

/** The last day of the quarter that a day is in. */
export function quarterEnd(number: number): number {
  const day = new Date(number * MILLISECONDS);
  const month = day.getUTCMonth();
  return Date.UTC(day.getUTCFullYear(), month - (month % 3) + 3, 0) / MILLISECONDS;
}

/** The first Monday to Friday behind a day that is no holiday. */
export function nextWorkday(number: number, holidays: ReadonlySet<string>): number {
  let next = number + 1;
  while (/^S/.test(weekdayOf(next)) || holidays.has(dayOf(next))) next++;
  return next;
}

/** The days from one to another that people usually work: how many there are, and how many of them are holidays. */
export interface Workdays {
  /** Mondays to Fridays. */
  readonly weekdays: number;
  /** Those of them that are holidays. */
  readonly holidays: number;
}

/** Longer stretches are no sprint; counting stops there. */
const MOST_DAYS = 3660;

/** Both days count. Undefined where one of them is no day, or the end comes first. */
export function workdaysBetween(
  start: string,
  end: string,
  holidays: ReadonlySet<string>,
): Workdays | undefined {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  if (first === undefined || last === undefined || last < first || last - first > MOST_DAYS) return undefined;
  let weekdays = 0;
  let off = 0;
  for (let day = first; day <= last; day++) {
    if (/^S/.test(weekdayOf(day))) continue;
    weekdays++;
    if (holidays.has(dayOf(day))) off++;
  }
  return { weekdays, holidays: off };
}
