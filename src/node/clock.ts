/**
 * The clock of a process. It is the machine's, or one that begins at another moment and goes on from there, so that what
 * depends on the day can be tried on any day. Everything that asks for the time asks here.
 */
import process from 'node:process';

/** The variable that says when it is: `2028-02-29T23:30`, in the zone of the machine where it names none. */
export const CLOCK_VARIABLE = 'REFINERY_NOW';

/**
 * @param start when it is; the machine's clock counts where this is absent or no moment
 * @param machine milliseconds since 1970
 */
export function clockFrom(start: string | undefined, machine: () => number): () => Date {
  const from = start === undefined ? NaN : new Date(start).getTime();
  if (Number.isNaN(from)) return () => new Date(machine());
  const began = machine();
  return () => new Date(from + machine() - began);
}

/** The moment it is now. */
export const now = clockFrom(process.env[CLOCK_VARIABLE], Date.now);

/** The day where the machine is, `YYYY-MM-DD`. */
export function today(): string {
  return dayOf(now());
}

/** The day of a moment, where the machine is, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${part(moment.getMonth() + 1)}-${part(moment.getDate())}`;
}
