import { setImmediate } from 'node:timers/promises';

/** How many cases a property runs: the given number, or what `REFINERY_CASES` says (the nightly run says 100,000). */
export function cases(usual: number): number {
  const wanted = Number(process.env['REFINERY_CASES']);
  return Number.isInteger(wanted) && wanted > 0 ? Math.round((usual / 10_000) * wanted) : usual;
}

let last = 0;

/** Lets the runner hear from a long property: awaited in every case, it costs a turn of the event loop a second. */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (now - last < 1000) return;
  last = now;
  await setImmediate();
}
