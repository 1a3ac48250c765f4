/** ac/first-then-wish: what is given or expected, said as a wish. */
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf, wordsOf } from '../../acceptance/scenarios.ts';

const WISH =
  /\b(?:(?:I|we|they|you) (?:want|wish|need|would like) to|(?:he|she|it|the \w+|an? \w+) (?:wants|wishes|would like) to|should (?:be able|want) to|I(?:'d| would) like to)\b/i;
const WANTED = /^(?:I|we) (?:want|wish for|would like)\b/i;

export const wish: WritingRule = {
  doc: {
    id: 'ac/first-then-wish',
    title: 'Wish instead of a fact',
    severity: 'hint',
    summary: 'A `Given` or a `Then` says what someone wants or should be able to do.',
    why: 'A precondition is true or false, and an outcome happens or doesn’t. A wish can’t be tested.',
    bad: withCriteria('- Given a full cart, when I pay, then I should be able to get a receipt'),
    good: withCriteria('- Given a full cart, when I pay, then I get a receipt'),
  },
  when: 'at once',
  language: 'en',
  *judge(item): Iterable<Finding> {
    for (const { scenario } of scenariosOf(item)) {
      for (const step of scenario.steps) {
        if (step.kind === 'when') continue;
        const words = wordsOf(step);
        const match = WISH.exec(words) ?? (step.kind === 'then' ? WANTED.exec(words) : null);
        if (match === null) continue;
        const start = step.words.start + match.index;
        yield {
          at: { start, end: start + match[0].length },
          in: step.in,
          message: 'A wish can’t be tested: state a fact or something observable.',
        };
      }
    }
  },
};
