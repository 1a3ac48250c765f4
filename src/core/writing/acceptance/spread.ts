/** Tells where a scenario is spread over several entries of the list, a step in each. */
import type { Step } from './criteria.ts';

/**
 * True where a line with these steps goes on with the scenario before it.
 * @param before the steps of that scenario in all its entries; empty where there is none.
 */
export function continues(before: readonly Step[], steps: readonly Step[]): boolean {
  const [first] = steps;
  if (!first || before.length === 0) return false;
  switch (first.said) {
    case 'and':
    case 'but':
      return true;
    case 'when':
      // A scenario of which only what is given was said.
      return before.every(({ kind }) => kind === 'given');
    case 'then':
      return before.every(({ kind }) => kind !== 'then');
    default:
      return false;
  }
}
