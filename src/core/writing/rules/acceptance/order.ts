/** ac/order: steps that are not in the order given, when, then. */
import { reordered } from '../../acceptance/mends/reorder.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

const PLACE = { given: 0, when: 1, then: 2 } as const;

export const order: WritingRule = {
  doc: {
    id: 'ac/order',
    title: 'Steps out of order',
    severity: 'warning',
    summary:
      'A `Given` comes after a `When` or a `Then`, or a `When` after a `Then`. If there are several `When` steps, `ac/many-when` reports it instead.',
    why: 'Scenarios are read and tested from top to bottom: precondition, action, outcome.',
    bad: withCriteria('- When I pay, given a full cart, then a receipt is sent'),
    good: withCriteria('- Given a full cart, when I pay, then a receipt is sent'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const judged of scenariosOf(item)) {
      const { criterion, scenario } = judged;
      if (criterion.notation === 'mapping') continue;
      if (scenario.steps.filter(({ said }) => said === 'when').length > 1) continue;
      let last: keyof typeof PLACE = 'given';
      for (const { said, in: text, span } of scenario.steps) {
        if (said !== 'given' && said !== 'when' && said !== 'then') continue;
        if (PLACE[said] < PLACE[last]) {
          yield {
            at: span,
            in: text,
            message: `A "${capital(said)}" comes after a "${capital(last)}": put preconditions first, then the action, then the outcome.`,
            mends: () => reordered(judged),
          };
        } else last = said;
      }
    }
  },
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
