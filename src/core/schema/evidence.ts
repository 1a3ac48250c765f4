/** What the team knows and what it decided: entries of `insights:` and `decisions:`. */
import * as z from 'zod';
import {
  choice,
  date,
  id,
  longText,
  numberBetween,
  oneOrList,
  optional,
  ref,
  required,
  text,
  wholeNumber,
  word,
} from './kinds.ts';
import { privacy } from './work.ts';

export const insightSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'Id used by stories.',
    examples: ['lost-notes'],
  }),
  source: optional(choice(['interview', 'survey', 'support', 'usage', 'market', 'sales', 'business']), {
    title: 'Source',
    description: 'Where it comes from.',
    examples: ['interview'],
  }),
  date: optional(date(), { title: 'Date', description: 'The day it was learned.', examples: ['2026-10-03'] }),
  text: optional(longText(), {
    title: 'Text',
    description: 'What was learned.',
    examples: ['7 of 11 biologists lost notes in the last season.'],
  }),
  who: optional(text(), {
    title: 'Who',
    description: 'A segment or account; no names of people.',
    examples: ['universities'],
  }),
  weight: optional(numberBetween(1, 3), {
    title: 'Weight',
    description: '1 nice to have, 2 important, 3 decisive.',
    examples: ['3'],
  }),
  count: optional(wholeNumber(0), {
    title: 'Count',
    description: 'How many said or did it.',
    examples: ['7'],
  }),
  link: optional(word(), {
    title: 'Link',
    description: 'Where the details are: a path in the repository, or a web address.',
    examples: ['research/interviews.md'],
  }),
  private: privacy,
});
export type Insight = z.infer<typeof insightSchema>;

export const decisionSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'Any id that no other decision has.',
    examples: ['no-web'],
  }),
  date: optional(date(), { title: 'Date', description: 'The day it was taken.', examples: ['2026-09-01'] }),
  by: optional(oneOrList(ref('person')), { title: 'By', description: 'Who took it.', examples: ['ana'] }),
  text: optional(longText(), {
    title: 'Text',
    description: 'What was decided.',
    examples: ['No web client this year.'],
  }),
  because: optional(longText(), {
    title: 'Because',
    description: 'The reason.',
    examples: ['Nobody has a laptop in the field.'],
  }),
  about: optional(oneOrList(ref('item')), {
    title: 'About',
    description: 'The stories and epics it is about.',
    examples: ['[FN-7]'],
  }),
  revisit: optional(date(), {
    title: 'Revisit',
    description: 'The day on which to look at it again.',
    examples: ['2027-06-01'],
  }),
  private: privacy,
});
export type Decision = z.infer<typeof decisionSchema>;
