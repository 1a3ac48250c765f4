/** A user story, bug, task or spike: one entry of `stories:`. */
import * as z from 'zod';
import { anything, id, list, oneOrList, optional, ref, required, text, yesOrNo } from './kinds.ts';
import { privacy, workFields } from './work.ts';

const steps = (): ReturnType<typeof oneOrList<z.ZodString>> => oneOrList(text());

const criterion = z.object({
  scenario: optional(text(), {
    title: 'Scenario',
    description: 'The name of the scenario.',
    examples: ['two phones edited one note'],
  }),
  given: optional(steps(), {
    title: 'Given',
    description: 'Precondition: one step or a list.',
    examples: ['[the note was edited on two phones while offline]'],
  }),
  when: optional(steps(), {
    title: 'When',
    description: 'Action.',
    examples: ['both come back online'],
  }),
  then: optional(steps(), {
    title: 'Then',
    description: 'Expected outcome: one step or a list.',
    examples: ['[both versions are kept, the author is asked which one wins]'],
  }),
  examples: optional(anything(), {
    title: 'Examples',
    description: 'Values for the placeholders in the steps, one row each.',
    examples: ['[{phone: oldest, seconds: 60}]'],
  }),
  check: optional(text(), {
    title: 'Check',
    description: 'A check in plain words, once it can be ticked.',
    examples: ['works on the two oldest phones we support'],
  }),
  done: optional(yesOrNo(), { title: 'Done', description: 'True once it holds.', examples: ['true'] }),
});

const task = z.object({
  do: optional(text(), {
    title: 'Do',
    description: 'The task to do.',
    examples: ['write the migration'],
  }),
  by: optional(ref('person'), { title: 'By', description: 'Assignee of the task.', examples: ['ben'] }),
  done: optional(yesOrNo(), { title: 'Done', description: 'True once it is done.', examples: ['true'] }),
});

export const storySchema = z.object({
  id: optional(id(), {
    title: 'Id',
    description: "`KEY-number`, from one counter that stories and epics share. The key is the product's.",
    examples: ['FN-12'],
  }),
  title: required(text(), {
    title: 'Title',
    description: 'What it is, in a few words.',
    examples: ['Sync when back online'],
  }),
  ...workFields,
  acceptance: optional(oneOrList(z.union([text(), criterion])), {
    title: 'Acceptance criteria',
    description:
      'A list. An entry is a line `Given … when … then …`, a mapping with `scenario`/`given`/`when`/`then`/`examples`, a plain check, or a block of Gherkin.',
    examples: ['[Given notes written offline, when the phone gets a connection, then the team sees them]'],
  }),
  epic: optional(ref('epic'), { title: 'Epic', description: 'The epic it belongs to.', examples: ['FN-1'] }),
  sprint: optional(ref('sprint'), {
    title: 'Sprint',
    description: 'The sprint it is planned into.',
    examples: ['s24'],
  }),
  tasks: optional(list(z.union([text(), task])), {
    title: 'Tasks',
    description: 'The steps of the work, with who does them.',
    examples: ['[{do: write the migration, by: ben, done: true}]'],
  }),
  private: privacy,
});
export type Story = z.infer<typeof storySchema>;
