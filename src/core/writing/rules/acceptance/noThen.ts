/** ac/no-then: a scenario that does not say what comes of it. */
import { firstKeyword, keywordsOf } from '../../acceptance/keywords.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { missingOutcome } from '../../acceptance/mends/missing.ts';
import { withCriteria } from './example.ts';
import { has, isOpen, type Judged, scenariosOf, wordsOf } from '../../acceptance/scenarios.ts';

export const noThen: WritingRule = {
  doc: {
    id: 'ac/no-then',
    title: 'A scenario without an outcome',
    severity: 'warning',
    summary:
      'A scenario has no `Then` step, so it doesn’t say what to expect. A line with one `Given` and a clause after a comma is information only; one with `When` is ignored.',
    why: 'Without an outcome there’s no way to tell whether the story is done.',
    bad: withCriteria('- Given a full cart, when I pay'),
    good: withCriteria('- Given a full cart, when I pay, then a receipt is sent'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    const keywords = keywordsOf(item.config.language);
    const then = firstKeyword(keywords, 'then');
    for (const judged of scenariosOf(item)) {
      const { scenario } = judged;
      const last = scenario.steps.at(-1);
      if (scenario.form === 'background' || last === undefined || isOpen(scenario)) continue;
      if (has('then', scenario) || (last.kind === 'when' && readsAlone(judged))) continue;
      yield {
        at: last.span,
        in: last.in,
        ...(readsAlone(judged) ? { severity: 'information' as const } : {}),
        message: `This scenario has no outcome: say what you expect to see, with "${then}".`,
        mends: () => missingOutcome(judged, item, keywords),
      };
    }
  },
};

/** `When the phone is offline, notes are kept`: a sentence that says what comes of it, without the word. */
function readsAlone({ criterion, entries, scenario: { steps } }: Judged): boolean {
  const [step] = steps;
  if (criterion.notation !== 'line' || entries.length > 1 || steps.length > 1 || step === undefined)
    return false;
  const words = wordsOf(step);
  return /[,:–—]\s/.test(words) || (step.kind === 'when' && words.split(/\s+/).length > 6);
}
