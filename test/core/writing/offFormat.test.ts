import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { offFormatBacklog } from '../../support/offFormat.ts';

const ITEMS = 500;

/** Rules about the form of the sentence and of criteria, and about what is lacking. */
const FORM =
  /^(?:story\/(?:missing-\w+|clause-order|fragment|template-drift|extra-sentence)|ac\/(?:no-\w+|order|none|dangling-and|gherkin)|ready\/missing)$/;

describe('500 items of teams that write outside this format', () => {
  const backlog = Backlog.read(offFormatBacklog(ITEMS)).finish();
  const weighty = backlog
    .problems()
    .filter(({ problem }) => problem.severity === 'error' || problem.severity === 'warning');
  const said = weighty.map(({ item, problem }) => `${item?.id ?? ''} ${problem.rule}: ${problem.message}`);

  it('are all read', () => {
    expect(backlog.list('stories')).toHaveLength(ITEMS);
  });

  it('raise fewer than 5 warnings and errors for 100 items', () => {
    expect(said.length, said.join('\n')).toBeLessThan(ITEMS / 20);
  });

  it('raise none about form', () => {
    expect(weighty.filter(({ problem }) => FORM.test(problem.rule))).toEqual([]);
  });
});
