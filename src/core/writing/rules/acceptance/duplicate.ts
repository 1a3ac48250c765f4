/** ac/duplicate: the same criterion twice. */
import type { Criterion } from '../../acceptance/criteria.ts';
import { deleteCriterion } from '../../acceptance/mends/remove.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { normal, shown, wordsOf } from '../../acceptance/scenarios.ts';

export const duplicate: WritingRule = {
  doc: {
    id: 'ac/duplicate',
    title: 'Duplicate criterion',
    severity: 'warning',
    summary: 'Two criteria of an item say the same thing, in any notation.',
    why: 'One of them was probably meant to say something else.',
    bad: withCriteria('- a receipt is sent', '- A receipt is sent.'),
    good: withCriteria('- a receipt is sent', '- a receipt is printed'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    const { criteria } = item;
    if (criteria.length < 2) return;
    const seen = new Set<string>();
    for (const [i, criterion] of criteria.entries()) {
      // Steps of a scenario that is spread over entries may well come again.
      if (criterion.continues || criteria[i + 1]?.continues === true) continue;
      const says = saying(criterion);
      if (says === '') continue;
      if (!seen.has(says)) {
        seen.add(says);
        continue;
      }
      yield {
        at: { start: criterion.node.start, end: criterion.node.end },
        message: `This criterion already exists${named(criterion)}: delete it, or rewrite it to say what you meant.`,
        mends: () => deleteCriterion(criterion, item),
      };
    }
  },
};

function saying({ notation, written, scenarios }: Criterion): string {
  if (notation === 'check') return normal((written?.text ?? '').replace(/^\s*\[[ xX]?\]\s*/, ''));
  if (notation === 'gherkin') return normal(written?.text ?? '');
  return scenarios
    .flatMap(({ steps }) => steps.map((step) => `${step.kind} ${normal(wordsOf(step))}`))
    .join('\n');
}

function named({ written, notation }: Criterion): string {
  return written === undefined || notation === 'gherkin' ? '' : ` ("${shown(written.text)}")`;
}
