/** ac/or-in-step: an outcome that may be one of two. */
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';
import { scenariosOf, wordsOf } from '../../acceptance/scenarios.ts';

const OR = /\s(?:or|and\/or)\s/gi;
/** `one or more`, `10 or fewer`, `more or less`, `whether it is paid or not`: no choice of outcomes. */
const AFTER =
  /^(?:more|less|fewer|later|earlier|newer|older|above|below|higher|lower|greater|longer|shorter|better|not|so|otherwise|none|two|three)\b/i;
const BEFORE = /(?:\b(?:more|one|two|three|\d+|sooner|now|yes|true|day|hour|minute|day or two))$/i;
/** What is denied, allowed or left open holds for both. */
const OPEN =
  /\b(?:no|not|n't|cannot|neither|never|without|whether|any|either way|every|each|can|may|between|if|when|who|that|which|with)\b|n't\b/i;
const QUOTED = /"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`|\([^()]*\)|<[^<>]*>/g;

export const orInStep: WritingRule = {
  doc: {
    id: 'ac/or-in-step',
    title: 'Two outcomes in one step',
    severity: 'information',
    summary: 'A `Then` step accepts one outcome or another.',
    why: 'A test passes with either one, even the one you didn’t mean.',
    bad: withCriteria('- Given a full cart, when I pay, then a receipt is sent or printed'),
    good: withCriteria('- Given a full cart, when I pay, then a receipt is sent'),
  },
  when: 'at once',
  language: 'en',
  *judge(item): Iterable<Finding> {
    for (const { scenario } of scenariosOf(item)) {
      for (const step of scenario.steps) {
        if (step.kind !== 'then') continue;
        const words = wordsOf(step).replaceAll(QUOTED, (quoted) => '_'.repeat(quoted.length));
        for (const { 0: or, index } of words.matchAll(OR)) {
          const before = words.slice(0, index);
          if (AFTER.test(words.slice(index + or.length)) || BEFORE.test(before) || OPEN.test(before))
            continue;
          const start = step.words.start + index + 1;
          yield {
            at: { start, end: start + or.trim().length },
            in: step.in,
            message: 'Two possible outcomes: write a scenario for each, saying when to expect it.',
          };
          break;
        }
      }
    }
  },
};
