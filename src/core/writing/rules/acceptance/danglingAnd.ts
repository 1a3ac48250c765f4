/** ac/dangling-and: a scenario that begins with `And` or `But`. */
import { firstKeyword, keywordsOf } from '../../acceptance/keywords.ts';
import { useKeyword } from '../../acceptance/mends/keyword.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

export const danglingAnd: WritingRule = {
  doc: {
    id: 'ac/dangling-and',
    title: 'A scenario that begins with And',
    severity: 'error',
    summary: 'The first step of a scenario starts with `And` or `But`, with nothing before it.',
    why: 'There’s no way to tell whether it’s a precondition, an action or an outcome.',
    bad: withCriteria(
      '- |',
      '  Scenario: pays',
      '    And a full cart',
      '    When I pay',
      '    Then a receipt is sent',
    ),
    good: withCriteria(
      '- |',
      '  Scenario: pays',
      '    Given a full cart',
      '    When I pay',
      '    Then a receipt is sent',
    ),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const { criterion, scenario } of scenariosOf(item)) {
      const [first] = scenario.steps;
      if (criterion.notation === 'mapping' || scenario.before.length > 0) continue;
      if (first?.said !== 'and' && first?.said !== 'but') continue;
      const keywords = keywordsOf(item.config.language);
      const given = firstKeyword(keywords, 'given');
      yield {
        at: { start: first.span.start, end: first.span.start + first.keyword.length },
        in: first.in,
        message: `A scenario can't start with "${first.keyword}": start with "${given}".`,
        mends: () => useKeyword(first, 'given', keywords),
      };
    }
  },
};
