/**
 * Says a criterion in another notation: a line, a mapping or a block of Gherkin. Values in, values out; what the new
 * notation has no place for is a reason not to do it, and the result is read again to prove that it says the same.
 */
import type { Plain } from '../../yaml/writeBlock.ts';
import { spokenIn } from './convertFrom.ts';
import { asGherkin, asLines, asMapping } from './convertTo.ts';
import { keywordsOf } from './keywords.ts';
import type { CriterionValue, Spoken } from './spoken.ts';

export type Notation = 'line' | 'mapping' | 'gherkin';

export type Converted =
  | { readonly ok: true; readonly value: CriterionValue }
  /** Why not, as the second half of a sentence: `its table has no place in a line`. */
  | { readonly ok: false; readonly why: string };

/**
 * @param value what the criterion is: a text, or a mapping with `scenario`, `given`, …, or with `check`.
 * @param language that of the team's keywords (`writing.language`).
 */
export function convertCriterion(value: Plain, to: Notation, language: string): Converted {
  const keywords = keywordsOf(language);
  const spoken = spokenIn(value, keywords);
  if (typeof spoken === 'string') return no(spoken);
  const misfit = misfitOf(spoken, to);
  if (misfit !== undefined) return no(misfit);
  for (const attempt of attempts(spoken, to, language)) {
    const read = spokenIn(attempt, keywords);
    if (typeof read !== 'string' && same(read, spoken)) return { ok: true, value: attempt };
  }
  return no('what it says would be read in another way there');
}

function no(why: string): Converted {
  return { ok: false, why };
}

/** What the notation has no place for. */
function misfitOf({ name, done, steps, examples }: Spoken, to: Notation): string | undefined {
  if (steps.length === 0) return 'it has no steps';
  if (done && to !== 'mapping')
    return `it is ticked, and a ${to === 'line' ? 'line' : 'block'} has no place for that`;
  if (to !== 'gherkin' && steps.some(({ below }) => below.length > 0))
    return `a ${to} has no place for its tables and quoted texts`;
  if (to === 'line' && name !== undefined) return `a line has no place for its name, "${name}"`;
  if (to === 'line' && examples !== undefined) return 'a line has no place for its examples';
  if (to === 'mapping' && !inOrder(steps)) return 'its steps are not in the order given, when, then';
  if (to !== 'gherkin' && steps.some(({ said }) => said === '*'))
    return `a ${to} does not say what "*" leaves open`;
  return undefined;
}

function inOrder(steps: Spoken['steps']): boolean {
  const place = { given: 0, when: 1, then: 2 };
  return steps.every(({ kind }, i) => i === 0 || place[kind] >= place[steps[i - 1]?.kind ?? 'given']);
}

function attempts(spoken: Spoken, to: Notation, language: string): readonly CriterionValue[] {
  const keywords = keywordsOf(language);
  switch (to) {
    case 'line':
      return asLines(spoken, keywords);
    case 'mapping':
      return [asMapping(spoken, keywords)];
    case 'gherkin':
      return [asGherkin(spoken, keywords)];
  }
}

function same(a: Spoken, b: Spoken): boolean {
  return told(a) === told(b);
}

function told({ name, done, steps, examples }: Spoken): string {
  const each = steps.map(({ kind, said, words, below }) => [kind, said === 'but', words, below]);
  return JSON.stringify([name ?? null, done, each, examples ?? null]);
}
