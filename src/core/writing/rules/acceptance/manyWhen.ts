/** ac/many-when: a scenario in which more than one thing happens. */
import { keywordsOf } from '../../acceptance/keywords.ts';
import { splitAtSecondWhen } from '../../acceptance/mends/split.ts';
import { useAnd } from '../../acceptance/mends/keyword.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

export const manyWhen: WritingRule = {
  doc: {
    id: 'ac/many-when',
    title: 'Several actions in one scenario',
    severity: 'warning',
    summary: 'A scenario has more than one `When`. An `And` after a `When` is only a hint.',
    why: 'When it fails, you can’t tell which action caused it, and the second is never tested on its own.',
    bad: withCriteria(
      '- Given a full cart, when I pay, then a receipt is sent, when I cancel, then I get my money back',
    ),
    good: withCriteria(
      '- Given a full cart, when I pay, then a receipt is sent',
      '- Given a paid cart, when I cancel, then I get my money back',
    ),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const judged of scenariosOf(item)) {
      const { steps } = judged.scenario;
      const [, second] = steps.filter(({ said }) => said === 'when');
      if (second !== undefined) {
        const keywords = keywordsOf(item.config.language);
        yield {
          at: second.span,
          in: second.in,
          message:
            'A scenario should test one action, and this is the second. Split it, or use "And" if this belongs to the first.',
          mends: () => [
            ...splitAtSecondWhen(judged, second, item, keywords),
            ...(steps[steps.indexOf(second) - 1]?.kind === 'when' ? useAnd(second, keywords) : []),
          ],
        };
        continue;
      }
      const also = steps.find(({ said, kind }) => said === 'and' && kind === 'when');
      if (also === undefined) continue;
      yield {
        at: also.span,
        in: also.in,
        severity: 'hint',
        message: 'Two actions in one scenario: could the first be a precondition, or could they be one step?',
      };
    }
  },
};
