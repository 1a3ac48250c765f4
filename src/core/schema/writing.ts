/** How the team writes stories, and how strictly they are judged: the value of `writing:`. */
import * as z from 'zod';
import { choice, list, optional, text, word } from './kinds.ts';

export const RULE_LEVELS = ['ignore', 'hint', 'information', 'warning', 'error'] as const;

export const writingSchema = z.object({
  templates: optional(list(text()), {
    title: 'Templates',
    description: 'The forms a story sentence may have, in the language of the team.',
    examples: ['[As a <role>, I want <means>, so that <benefit>]'],
  }),
  language: optional(word(), {
    title: 'Language',
    description: 'The language of the Gherkin keywords in acceptance criteria.',
    examples: ['en'],
  }),
  rules: optional(z.record(word(), choice(RULE_LEVELS)), {
    title: 'Rules',
    description: 'How serious a rule is taken here: `ignore`, `hint`, `information`, `warning` or `error`.',
    examples: ['{schema/unknown-key: ignore, score/partial: warning}'],
  }),
});
export type Writing = z.infer<typeof writingSchema>;
