/** Reads the value of `acceptance` and tells what was understood, in the words of the source. */
import { DEFAULT_CONFIG } from '../../../../src/core/backlog/config.ts';
import type { Criterion, Step } from '../../../../src/core/writing/acceptance/criteria.ts';
import { readCriteria } from '../../../../src/core/writing/acceptance/readCriteria.ts';
import { parseText } from '../../../../src/core/yaml/parse.ts';

export function criteriaOf(text: string, language = 'en'): readonly Criterion[] {
  return readCriteria(parseText(text).root, text, { ...DEFAULT_CONFIG, language });
}

/** `given [Given a cart]`, `then/and [and a receipt]`: the kind, the keyword where it is another, the place in the source. */
export function told(step: Step, source: string): string {
  const { start, end } = step.in.span(step.span);
  const said = step.said === step.kind ? step.kind : `${step.kind}/${step.said}`;
  return `${said} [${source.slice(start, end)}]`;
}

/** What stands behind the keywords of a criterion's steps, in the source. */
export function wordsOf(criterion: Criterion, source: string): readonly string[] {
  return criterion.scenarios.flatMap(({ steps }) =>
    steps.map((step) => {
      const { start, end } = step.in.span(step.words);
      return source.slice(start, end);
    }),
  );
}

/** The steps of the only criterion. */
export function stepsIn(text: string, language?: string): readonly string[] {
  return criteriaOf(text, language).flatMap(({ scenarios }) =>
    scenarios.flatMap(({ steps }) => steps.map((step) => told(step, text))),
  );
}
