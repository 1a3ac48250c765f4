/** The words of an acceptance criterion as the title of a story. */
import type { Criterion } from '../writing/acceptance/criteria.ts';

const LONGEST = 72;

/** On one line, with a capital; empty where the criterion says nothing. */
export function criterionTitle(criterion: Criterion): string {
  const [scenario] = criterion.scenarios;
  const step = scenario?.steps.find(({ kind }) => kind === 'when') ?? scenario?.steps[0];
  const words =
    scenario?.name ??
    (step && step.in.text.slice(step.words.start, step.words.end)) ??
    criterion.written?.text ??
    '';
  const line = words
    .replace(/^\s*\[[ xX]\]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]$/, '');
  const short =
    line.length <= LONGEST ? line : `${line.slice(0, line.lastIndexOf(' ', LONGEST - 1) || LONGEST - 1)}…`;
  return short.charAt(0).toUpperCase() + short.slice(1);
}
