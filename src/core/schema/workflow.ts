/** How the team works: the value of `workflow:`. */
import * as z from 'zod';
import { choice, date, list, number, optional, required, text, wholeNumber, word } from './kinds.ts';

export const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'choice', 'person'] as const;

const customField = z.object({
  key: required(word(), {
    title: 'Key',
    description: 'The key in the file; it starts with `x-`, so that it never meets one of the format.',
    examples: ['x-market'],
  }),
  title: optional(text(), {
    title: 'Title',
    description: 'Display name of the field.',
    examples: ['Market'],
  }),
  type: optional(choice(FIELD_TYPES), {
    title: 'Type',
    description: 'Type of value. Defaults to `text`.',
    examples: ['choice'],
  }),
  of: optional(list(word()), {
    title: 'Values',
    description: 'The values of a `choice`.',
    examples: ['[EU, US]'],
  }),
});

export const workflowSchema = z.object({
  statuses: optional(list(word()), {
    title: 'Statuses',
    description: 'What an item goes through, in this order.',
    examples: ['[idea, ready, doing, review, done, dropped]'],
  }),
  active: optional(list(word()), {
    title: 'Active',
    description: 'Statuses that count as work in progress.',
    examples: ['[doing, review]'],
  }),
  done: optional(list(word()), {
    title: 'Done',
    description: 'Statuses that count as finished.',
    examples: ['[done]'],
  }),
  dropped: optional(list(word()), {
    title: 'Dropped',
    description: 'Statuses that mean decided against: out of velocity, burndown and progress.',
    examples: ['[dropped]'],
  }),
  wip: optional(z.record(word(), wholeNumber(0)), {
    title: 'Work in progress limits',
    description: 'How many items may be in a status at once.',
    examples: ['{doing: 3}'],
  }),
  estimates: optional(z.union([list(word()), z.record(word(), number(0))]), {
    title: 'Estimates',
    description: 'The estimates the team uses: a list of numbers, or sizes with their points.',
    examples: ['[1, 2, 3, 5, 8, 13]', '{S: 2, M: 5, L: 13}'],
  }),
  ready: optional(z.record(word(), list(word())), {
    title: 'Definition of ready',
    description: 'By type: what an item must have to be `ready`.',
    examples: ['{story: [story, acceptance, estimate], bug: [description, severity]}'],
  }),
  done_when: optional(list(text()), {
    title: 'Definition of done',
    description: 'Shown when an item moves to done; not stored.',
    examples: ['[reviewed by a peer, on staging]'],
  }),
  severities: optional(list(word()), {
    title: 'Severities',
    description: 'How bad a bug can be, the worst first.',
    examples: ['[blocker, major, minor]'],
  }),
  fields: optional(list(customField), {
    title: "The team's own fields",
    description: 'Each gets a picker, a filter, a group and a check, with no code.',
    examples: ['[{key: x-market, title: Market, type: choice, of: [EU, US]}]'],
  }),
  holidays: optional(list(date()), {
    title: 'Holidays',
    description: 'Days off for the whole team.',
    examples: ['[2026-12-25]'],
  }),
});
export type Workflow = z.infer<typeof workflowSchema>;
