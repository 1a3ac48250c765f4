/** A larger piece of work that stories belong to: one entry of `epics:`. */
import * as z from 'zod';
import { choice, id, optional, required, text } from './kinds.ts';
import { privacy, workFields } from './work.ts';

export const epicSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: '`KEY-number`, from one counter that stories and epics share.',
    examples: ['FN-1'],
  }),
  title: required(text(), {
    title: 'Title',
    description: 'What it is, in a few words.',
    examples: ['Offline notes'],
  }),
  ...workFields,
  horizon: optional(choice(['now', 'next', 'later']), {
    title: 'Horizon',
    description: 'Position on the roadmap: now, next or later.',
    examples: ['now'],
  }),
  private: privacy,
});
export type Epic = z.infer<typeof epicSchema>;
