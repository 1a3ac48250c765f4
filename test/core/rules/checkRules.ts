/** Tables of texts with the places that a rule marks in them. */
import { expect, it } from 'vitest';
import type { Severity } from '../../../src/core/backlog/problem.ts';
import { fixed, judgeText, unmark } from './judgeText.ts';

export interface Case {
  readonly name: string;
  /** With the place that is reported between `⟦` and `⟧`; without a mark, nothing may be reported. */
  readonly text: string;
  readonly rule?: string;
  readonly severity?: Severity;
  /** What the message says, in part. */
  readonly says?: string;
  /** The text after the first fix; `none` where there is no fix. */
  readonly fix?: string;
}

export function check(cases: readonly Case[]): void {
  it.each(cases)('$name', ({ text: marked, rule, severity, says, fix }) => {
    const { text, spans } = unmark(marked);
    const problems = judgeText(text);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    expect(problems.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    for (const problem of problems) {
      expect(problem.rule).toBe(rule);
      if (severity !== undefined) expect(problem.severity).toBe(severity);
      if (says !== undefined) expect(problem.message).toContain(says);
      if (fix === 'none') expect(problem.fixes).toBeUndefined();
      else if (fix !== undefined) expect(fixed(text, problem)).toBe(fix);
    }
  });
}

/** One story with these lines. */
export const story = (...lines: readonly string[]): string =>
  `stories:\n  - title: Sync\n${lines.map((line) => `    ${line}\n`).join('')}`;
