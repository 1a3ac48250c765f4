/** ac/repeat-keyword: `Given` behind `Given`, where `And` reads better. */
import { keywordsOf } from '../../acceptance/keywords.ts';
import { useAnd } from '../../acceptance/mends/keyword.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

export const repeatKeyword: WritingRule = {
  doc: {
    id: 'ac/repeat-keyword',
    title: 'A repeated keyword',
    severity: 'hint',
    summary: 'A step starts with the same keyword as the step before it.',
    why: 'With `And` you see at a glance where the preconditions end and the outcome begins.',
    bad: withCriteria('- Given a full cart. Given a card. When I pay. Then a receipt is sent.'),
    good: withCriteria('- Given a full cart. And a card. When I pay. Then a receipt is sent.'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const { criterion, scenario } of scenariosOf(item)) {
      if (criterion.notation === 'mapping') continue;
      for (const [i, step] of scenario.steps.entries()) {
        // A second `When` is more than a matter of words: `ac/many-when`.
        if ((step.said !== 'given' && step.said !== 'then') || scenario.steps[i - 1]?.kind !== step.said)
          continue;
        yield {
          at: { start: step.span.start, end: step.span.start + step.keyword.length },
          in: step.in,
          message: `"${step.keyword}" is repeated: "And" reads better.`,
          mends: () => useAnd(step, keywordsOf(item.config.language)),
        };
      }
    }
  },
};
