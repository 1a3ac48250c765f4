/** ac/no-when: a scenario in which nothing happens. */
import { firstKeyword, keywordsOf } from '../../acceptance/keywords.ts';
import { missingAction } from '../../acceptance/mends/missing.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { has, isOpen, scenariosOf } from '../../acceptance/scenarios.ts';

export const noWhen: WritingRule = {
  doc: {
    id: 'ac/no-when',
    title: 'A scenario without an action',
    severity: 'information',
    summary: 'A scenario has an outcome but no `When` step, so it doesn’t say what leads to it.',
    why: 'The tester has to guess what to do first.',
    bad: withCriteria('- Given a full cart, then a receipt is sent'),
    good: withCriteria('- Given a full cart, when I pay, then a receipt is sent'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    const keywords = keywordsOf(item.config.language);
    const when = firstKeyword(keywords, 'when');
    for (const judged of scenariosOf(item)) {
      const { scenario } = judged;
      if (scenario.form === 'background' || isOpen(scenario) || has('when', scenario)) continue;
      const outcome = scenario.steps.find(({ kind }) => kind === 'then');
      if (outcome === undefined) continue;
      yield {
        at: outcome.span,
        in: outcome.in,
        message: `This scenario has no action: say what leads to the outcome, with "${when}".`,
        mends: () => missingAction(judged, item, keywords),
      };
    }
  },
};
