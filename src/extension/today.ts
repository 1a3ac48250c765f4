/** The day of the person who sits before the screen. */

/** `YYYY-MM-DD`. */
export function today(): string {
  return dayOf(new Date());
}

/** The day of a moment, where the person is. */
export function dayOf(now: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
