/** ac/too-long: a scenario of more steps than a reader keeps in mind. */
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

/** From here on it is a hint: people who do this well go beyond it now and then. */
const MANY = 10;
const MOST = 15;

export const tooLong: WritingRule = {
  doc: {
    id: 'ac/too-long',
    title: 'A long scenario',
    severity: 'information',
    summary: `A scenario has more than ${MOST} steps. From ${MANY + 1} on it is a hint.`,
    why: 'Long scenarios don’t get read to the end, and test several things at once.',
    bad: withCriteria(
      '- given: [a cart, a card, an address, a phone, a name, a voucher, a shop, a till]',
      '  when: I pay',
      '  then: [a receipt is sent, the cart is empty, the voucher is used, the order is listed, the card is charged, the shop is told, the till is open]',
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
      const over = steps[MANY];
      if (over === undefined || scenario.form === 'background') continue;
      yield {
        at: over.span,
        in: over.in,
        ...(steps.length > MOST ? {} : { severity: 'hint' as const }),
        message: `This scenario has ${steps.length} steps, more than ${MANY}: split it, or remove what doesn’t matter here.`,
      };
    }
  },
};
