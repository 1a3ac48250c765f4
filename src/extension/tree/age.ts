/** How long ago something was, in the words of the person's language. Pure: the clock comes in. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From which age on (seconds) which unit is used, the largest first. */
const UNITS: readonly (readonly [number, Intl.RelativeTimeFormatUnit, number])[] = [
  [365 * DAY, 'year', 365 * DAY],
  [60 * DAY, 'month', 30 * DAY],
  [14 * DAY, 'week', 7 * DAY],
  [DAY, 'day', DAY],
  [HOUR, 'hour', HOUR],
  [MINUTE, 'minute', MINUTE],
];

/** @param now gives seconds since 1970 */
export function ages(language: string, now: () => number): (time: number) => string {
  const format = formatOf(language);
  return (time) => {
    // A clock that goes wrong somewhere makes commits of the future: they are now.
    const ago = Math.max(0, now() - time);
    const [, unit, seconds] = UNITS.find(([from]) => ago >= from) ?? [0, 'second' as const, 1];
    return unit === 'second' ? format.format(0, 'second') : format.format(-Math.floor(ago / seconds), unit);
  };
}

function formatOf(language: string): Intl.RelativeTimeFormat {
  try {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  } catch {
    return new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  }
}
