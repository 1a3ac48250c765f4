/** A sprint with what it committed to and what came of it: one entry of `sprints:`. */
import * as z from 'zod';
import { date, id, list, number, optional, ref, required, text } from './kinds.ts';
import { privacy } from './work.ts';

const points = (title: string, description: string, example: string): z.ZodOptional<z.ZodNumber> =>
  optional(number(0), { title, description, examples: [example] });

const result = z.object({
  committed: points('Committed', 'Points that were committed at the start.', '21'),
  added: points('Added', 'Points that came in later.', '5'),
  done: points('Done', 'Points that were finished.', '18'),
  carried: points('Carried over', 'Points that went on to the next sprint.', '8'),
});

export const sprintSchema = z.object({
  id: required(id(), { title: 'Id', description: 'Any id that no other sprint has.', examples: ['s24'] }),
  team: optional(ref('team'), {
    title: 'Team',
    description: 'The team whose sprint it is.',
    examples: ['core'],
  }),
  goal: optional(text(), {
    title: 'Goal',
    description: 'What should be true at its end.',
    examples: ['Notes survive a dead battery'],
  }),
  start: optional(date(), { title: 'Start', description: 'Its first day.', examples: ['2026-11-16'] }),
  end: optional(date(), { title: 'End', description: 'Its last day.', examples: ['2026-11-27'] }),
  capacity: optional(z.union([number(0), z.record(ref('person'), number(0))]), {
    title: 'Capacity',
    description: 'Capacity in points with everyone present: one number, or one per person.',
    examples: ['14', '{ana: 8, ben: 6}'],
  }),
  away: optional(z.record(ref('person'), number(0)), {
    title: 'Away',
    description: 'Days off by person. Sprint planning subtracts them from the capacity.',
    examples: ['{ana: 2}'],
  }),
  started: optional(date(), {
    title: 'Started',
    description: 'The day it was started, written with what was committed.',
    examples: ['2026-11-16'],
  }),
  committed: optional(list(ref('item')), {
    title: 'Committed',
    description: 'The stories that were in it when it started.',
    examples: ['[FN-12, FN-14]'],
  }),
  closed: optional(date(), {
    title: 'Closed',
    description: 'The day it was closed, written with what came of it.',
    examples: ['2026-11-27'],
  }),
  result: optional(result, {
    title: 'Result',
    description: 'What came of it, in points.',
    examples: ['{committed: 21, added: 5, done: 18, carried: 8}'],
  }),
  private: privacy,
});
export type Sprint = z.infer<typeof sprintSchema>;
