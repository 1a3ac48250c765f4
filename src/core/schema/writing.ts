/** How the team writes stories, and how strictly they are judged: the value of `writing:`. */
import * as z from 'zod';
import { choice, list, oneOrList, optional, text, word } from './kinds.ts';

export const RULE_LEVELS = ['ignore', 'hint', 'information', 'warning', 'error'] as const;

/** One word or phrase, or several. */
const phrases = (
  title: string,
  description: string,
  example: string,
): z.ZodOptional<z.ZodType<string | string[]>> =>
  optional(oneOrList(text()), { title, description, examples: [example] });

const wordsSchema = z.object({
  vague: phrases('Vague words', 'More words for `story/vague-word` to report.', '[snappy, state of the art]'),
  escape: phrases(
    'Escape clauses',
    'More phrases for `story/escape-clause` to report.',
    '[budget permitting]',
  ),
  open_ended: phrases('Open ends', 'More phrases for `story/open-ended` to report.', '[and friends]'),
  solution: phrases(
    'Words of the solution',
    'More words for `story/solution-detail` to report.',
    '[Salesforce]',
  ),
  coarse: phrases('Coarse verbs', 'More verbs for `story/too-coarse` to report.', '[orchestrate]'),
  allow: phrases('Words that are fine', 'Words and phrases that no list of words reports.', '[easy, wizard]'),
});

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
  words: optional(wordsSchema, {
    title: 'Words',
    description: 'Words that rules look for, beside those that they know, and words that are fine here.',
    examples: ['{vague: [snappy], allow: [easy, wizard]}'],
  }),
});
export type Writing = z.infer<typeof writingSchema>;
