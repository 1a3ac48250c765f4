/** ac/duplicate-step: the same step twice in one scenario. */
import type { Step } from '../../acceptance/criteria.ts';
import { deleteStep } from '../../acceptance/mends/remove.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { normal, scenariosOf, shown, wordsOf } from '../../acceptance/scenarios.ts';

export const duplicateStep: WritingRule = {
  doc: {
    id: 'ac/duplicate-step',
    title: 'Duplicate step',
    severity: 'warning',
    summary: 'A scenario has the same step twice.',
    why: 'One of them was probably meant to say something else.',
    bad: withCriteria('- {given: [a full cart, a full cart], when: I pay, then: a receipt is sent}'),
    good: withCriteria('- {given: [a full cart, a valid card], when: I pay, then: a receipt is sent}'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const judged of scenariosOf(item)) {
      let seen = new Set<string>();
      let kind: string | undefined;
      for (const step of judged.scenario.steps) {
        // The same outcome may follow a second action.
        if (step.kind !== kind) seen = new Set();
        kind = step.kind;
        const words = saying(step);
        if (words === '') continue;
        if (!seen.has(words)) {
          seen.add(words);
          continue;
        }
        yield {
          at: step.span,
          in: step.in,
          message: `"${shown(wordsOf(step))}" appears twice: delete this step, or rewrite it to say what you meant.`,
          mends: () => deleteStep(judged, step, item),
        };
      }
    }
  },
};

function saying(step: Step): string {
  const { argument, in: text } = step;
  const words = normal(wordsOf(step));
  return argument === undefined ? words : `${words}\n${text.text.slice(argument.start, argument.end)}`;
}
