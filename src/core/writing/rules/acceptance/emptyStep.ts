/** ac/empty-step: a step, a scenario or a criterion with nothing in it. */
import { deleteCriterion, deleteEmptyPart, deleteStep } from '../../acceptance/mends/remove.ts';
import type { Criterion } from '../../acceptance/criteria.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { withCriteria } from './example.ts';
import { type Judged, scenariosOf, wordsOf } from '../../acceptance/scenarios.ts';

export const emptyStep: WritingRule = {
  doc: {
    id: 'ac/empty-step',
    title: 'An empty step',
    severity: 'error',
    summary: 'A keyword, a key or an entry is empty. A block without any steps is a warning.',
    why: 'It was started but never finished.',
    bad: withCriteria('- {given: a full cart, when: I pay, then: [a receipt is sent, ""]}'),
    good: withCriteria('- {given: a full cart, when: I pay, then: [a receipt is sent]}'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const criterion of item.criteria) {
      const { notation, written, node } = criterion;
      if (written?.text.trim() === '' && notation !== 'mapping')
        yield {
          at: { start: node.start, end: node.end },
          message: 'This criterion is empty: write it or delete it.',
          ...(notation === 'gherkin' ? { severity: 'warning' as const } : {}),
          mends: () => deleteCriterion(criterion, item),
        };
      else if (notation === 'gherkin' && criterion.errors.length === 0 && isIdle(criterion))
        yield {
          at: { start: node.start, end: node.end },
          severity: 'warning',
          message: 'This block has no scenario: write one or delete the block.',
          mends: () => deleteCriterion(criterion, item),
        };
    }
    for (const judged of scenariosOf(item)) yield* inScenario(judged, item);
  },
};

/** A background alone is the beginning of scenarios that are not there. */
function isIdle({ scenarios }: Criterion): boolean {
  return scenarios.every(({ form }) => form === 'background');
}

function* inScenario(judged: Judged, item: WrittenItem): Iterable<Finding> {
  const { scenario, criterion } = judged;
  for (const step of scenario.steps) {
    if (wordsOf(step).trim() !== '' || step.argument !== undefined) continue;
    yield {
      at: step.span,
      in: step.in,
      message: `"${step.keyword}" is empty: write the step or delete it.`,
      mends: () => deleteStep(judged, step, item),
    };
  }
  for (const { kind, ...span } of scenario.empty)
    yield {
      at: span,
      message: `"${kind}" is empty: write the step or delete it.`,
      mends: () => deleteEmptyPart(criterion, kind, span, item),
    };
  if (criterion.notation === 'gherkin' && scenario.steps.length === 0)
    yield {
      at: scenario.head.at,
      ...(scenario.head.in ? { in: scenario.head.in } : {}),
      severity: 'warning',
      message: 'There are no steps below this line: write a precondition, an action and an outcome.',
    };
}
