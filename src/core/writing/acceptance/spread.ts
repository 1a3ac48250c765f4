/** Tells where a scenario is spread over several entries of the list, a step in each. */
import type { Criterion, Step } from './criteria.ts';

/** True where a line that begins with these steps goes on with the scenario of the criterion before it. */
export function continues(before: Criterion, steps: readonly Step[]): boolean {
  const [first] = steps;
  const scenario = before.notation === 'line' ? before.scenarios[0] : undefined;
  const last = scenario?.steps.at(-1);
  if (!first || !scenario || !last) return false;
  switch (first.said) {
    case 'and':
    case 'but':
      return true;
    case 'when':
      // A line that begins with `Given` has not come to its end before something happens.
      return last.kind === 'given';
    case 'then':
      return last.kind !== 'then';
    default:
      return false;
  }
}
