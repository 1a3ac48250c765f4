/** How many cases a property runs: the given number, or what `REFINERY_CASES` says (the nightly run says 100,000). */
export function cases(usual: number): number {
  const wanted = Number(process.env['REFINERY_CASES']);
  return Number.isInteger(wanted) && wanted > 0 ? Math.round((usual / 10_000) * wanted) : usual;
}
