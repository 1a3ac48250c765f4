/** ac/too-long: a scenario of more steps than a reader keeps in mind. */
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

const MOST = 10;

export const tooLong: WritingRule = {
  doc: {
    id: 'ac/too-long',
    title: 'A long scenario',
    severity: 'information',
    summary: `A scenario has more than ${MOST} steps.`,
    why: 'Nobody reads it to the end, and it tests several things at once.',
    bad: withCriteria(
      '- given: [a cart, a card, an address, a phone, a name, a voucher]',
      '  when: I pay',
      '  then: [a receipt is sent, the cart is empty, the voucher is used, the order is listed]',
    ),
    good: withCriteria(
      '- given: [a full cart, a valid card]',
      '  when: I pay',
      '  then: [a receipt is sent, the order is listed]',
    ),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const { scenario } of scenariosOf(item)) {
      const { steps } = scenario;
      const over = steps[MOST];
      if (over === undefined || scenario.form === 'background') continue;
      yield {
        at: over.span,
        in: over.in,
        message: `This scenario has ${steps.length} steps, more than ${MOST}: split it, or leave out what does not matter here.`,
      };
    }
  },
};
