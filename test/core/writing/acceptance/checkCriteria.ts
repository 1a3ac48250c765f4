/** Tables of criteria with the places that a rule marks in them, and what its fixes make of them. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import { unmark } from '../../rules/judgeText.ts';
import { fixesOf, type Offered } from './fixes.ts';

export interface Case {
  readonly name: string;
  /** The lines of `acceptance`, with the places that are reported between `⟦` and `⟧`. */
  readonly lines: readonly string[];
  readonly language?: string;
  readonly severity?: string;
  readonly says?: string;
  /** The same lines after each fix that is offered. */
  readonly fixes?: readonly (readonly string[])[];
}

export function head(language = 'en'): string {
  return `writing: {language: ${language}}\nstories:\n  - id: FN-1\n    title: Pay\n    status: ready\n    estimate: 3\n    story: As a buyer, I want to pay by card, so that I need no cash.\n    acceptance:\n`;
}

function backlogText({ lines, language }: Case): string {
  return head(language) + lines.map((line) => `      ${line}\n`).join('');
}

function linesOf(text: string): readonly string[] {
  const [, lines = ''] = text.split('    acceptance:\n');
  return lines
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/^ {6}/, ''));
}

export function check(rule: string, cases: readonly Case[]): void {
  describe(rule, () => {
    it.each(cases)('$name', (given) => {
      const { text, spans } = unmark(backlogText(given));
      const backlog = Backlog.read(text).finish();
      const found = backlog
        .problems()
        .filter(({ problem }) => problem.rule === rule)
        .sort((a, b) => a.problem.start - b.problem.start);
      const places = found.map(({ problem, start }) =>
        text.slice(start + problem.start, start + problem.end),
      );
      expect(places).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
      for (const { problem } of found) {
        if (given.severity !== undefined) expect(problem.severity).toBe(given.severity);
        if (given.says !== undefined) expect(problem.message).toContain(given.says);
      }
      const offered: readonly Offered[] = found.flatMap((located) => fixesOf(backlog, located));
      if (given.fixes !== undefined) expect(offered.map(({ after }) => linesOf(after))).toEqual(given.fixes);
    });
  });
}
