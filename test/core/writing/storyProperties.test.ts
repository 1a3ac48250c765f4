import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyFix } from '../../../scripts/lib/everyFix.ts';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { DEFAULT_CONFIG } from '../../../src/core/backlog/config.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { readSentence } from '../../../src/core/writing/sentence/sentence.ts';
import { Written } from '../../../src/core/writing/written.ts';
import { cases } from '../../support/cases.ts';
import { computing } from '../../support/computing.ts';

/** What sentences are made of, in good order and bad. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'As a ',
      'as an ',
      'As ',
      'a coach',
      'coach or parent',
      ', ',
      ' ',
      '. ',
      '; ',
      ' - ',
      '\n',
      '\n\n',
      '**',
      '"',
      "'",
    ],
    ...[
      'I want to ',
      "I'd like to ",
      'I want ',
      'we need ',
      'I can ',
      'the page should ',
      'be able to ',
      'want to ',
    ],
    ...[
      'so that ',
      'so ',
      'that ',
      'in order to ',
      'because ',
      'when ',
      'print ',
      'and ',
      'or ',
      'view/edit ',
      'the the ',
    ],
    ...[
      'the roster',
      'it',
      '(A4)',
      '(s)',
      '[',
      ')',
      'etc.',
      'e.g. ',
      'such as ',
      'where possible',
      ', if needed,',
      'easily ',
    ],
    ...[
      '<role>',
      'manage all ',
      'Als ',
      'möchte ich ',
      'damit ',
      'İ',
      '😀',
      '\u00a0',
      '\u200b',
      '#',
      ': ',
      '{',
      '\\',
    ],
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const sentence = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
const templates = fc.constantFrom(
  DEFAULT_CONFIG.templates,
  ['Als <Rolle> möchte ich <Ziel>, damit <Nutzen>', ...DEFAULT_CONFIG.templates],
  ['<役割>として、<手段>したい'],
  ['<text>', 'As a <(role|.*>, I want <[means]+>', '{a}{b}{c}{d}{e}'],
);

describe('any text', () => {
  it('is taken apart into parts that stand in it, beside each other', () => {
    fc.assert(
      fc.property(sentence, templates, (text, texts) => {
        const node = {
          kind: 'scalar',
          start: 0,
          end: text.length,
          style: 'plain',
          value: undefined,
        } as const;
        const found = readSentence(new Written(node, text), { ...DEFAULT_CONFIG, templates: texts });
        const parts = [found.role, found.situation, found.means, found.end].filter(
          (part) => part !== undefined,
        );
        const taken = parts
          .flatMap(({ start, end, indicator }) => [
            { start, end },
            { start: indicator.start, end: indicator.end },
          ])
          .filter(({ start, end }) => start < end)
          .sort((a, b) => a.start - b.start);
        for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.text);
        for (const [i, { start, end }] of taken.entries()) {
          expect(start).toBeGreaterThanOrEqual(taken[i - 1]?.end ?? 0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        if (found.rest) expect(text.slice(found.rest.start, found.rest.end).trim()).not.toBe('');
      }),
      { numRuns: cases(10_000) },
    );
  });

  it('is judged without a bug, and every fix can be planned', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const file = `stories:\n  - id: FN-1\n    title: Roster\n    story: ${JSON.stringify(text)}\n    status: ready\n`;
        const backlog = Backlog.read(file);
        backlog.finish();
        for (const located of backlog.problems()) {
          expect(located.problem.rule).not.toBe('backlog/rule-failed');
          const { problem } = backlog.withFixes(located);
          expect(problem.start).toBeLessThanOrEqual(problem.end);
          for (const { operation } of problem.fixes ?? []) {
            if (operation === undefined || !problem.rule.startsWith('story/')) continue;
            const plan = planOperation(backlog, operation);
            if (!plan.ok) throw new Error(`${problem.rule}: ${plan.refusal.message}`);
          }
        }
      }),
      { numRuns: cases(2_000) },
    );
  });

  it('has no fix that leaves its finding, or raises another', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const file = `product: {name: Club, key: FN}\nstories:\n  - id: FN-1\n    title: Roster\n    story: ${JSON.stringify(text)}\n    status: ready\n`;
        for (const fix of everyFix(file))
          if (fix.rule.startsWith('story/')) expect(fix.trouble, fix.rule).toBeUndefined();
      }),
      { numRuns: cases(1_000) },
    );
  });

  it('is judged in time that grows with its length', () => {
    for (const unit of [
      'so that ',
      'and ',
      ', ',
      '(',
      'as a ',
      ' ',
      '\n',
      'I want to ',
      '. ',
      '- ',
      'etc. ',
      'a/b ',
    ]) {
      const text = `As a coach, I want to print ${unit.repeat(20_000 / unit.length)}`;
      const file = `stories:\n  - id: FN-1\n    title: Roster\n    story: ${JSON.stringify(text)}\n    status: ready\n`;
      const ms = computing(() => Backlog.read(file).finish());
      // Quadratic steps need minutes here; the bound is wide for slow machines.
      expect(ms).toBeLessThan(10_000);
    }
  }, 120_000);
});
