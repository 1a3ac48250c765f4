/** The whole file: its top-level keys, in the order in which the format names them. */
import * as z from 'zod';
import { commitsSchema } from './commits.ts';
import { epicSchema } from './epic.ts';
import { decisionSchema, insightSchema } from './evidence.ts';
import { list, oneOrList, optional, word } from './kinds.ts';
import { personaSchema, personSchema, teamSchema } from './people.ts';
import { productSchema } from './product.ts';
import { sprintSchema } from './sprint.ts';
import { storySchema } from './story.ts';
import { metricSchema, objectiveSchema, releaseSchema } from './strategy.ts';
import { privacy } from './work.ts';
import { workflowSchema } from './workflow.ts';
import { writingSchema } from './writing.ts';

export const backlogFileSchema = z.object({
  version: optional(word(), {
    title: 'Version',
    description: 'The version of the format. There is one so far: `1`.',
    examples: ['1'],
  }),
  product: optional(productSchema, {
    title: 'Product',
    description: 'What the backlog is for: its name and the key of its ids.',
    examples: ['{name: Fieldnotes, key: FN}'],
  }),
  include: optional(oneOrList(word()), {
    title: 'Include',
    description: 'Parts of this backlog in other files: globs relative to this one.',
    examples: ['[backlog/parts/*.backlog.yaml]'],
  }),
  archive: optional(oneOrList(word()), {
    title: 'Archive',
    description: 'Parts that hold finished work: found by id and search, not ranked, shown or judged.',
    examples: ['[backlog/archive/*.backlog.yaml]'],
  }),
  private: privacy,
  workflow: optional(workflowSchema, {
    title: 'Workflow',
    description:
      'How the team works: statuses, limits, estimates, definition of ready. Everything has a default.',
    examples: ['{statuses: [idea, ready, doing, done, dropped]}'],
  }),
  writing: optional(writingSchema, {
    title: 'Writing',
    description: 'How stories are written and how strictly they are judged.',
    examples: ['{language: en}'],
  }),
  commits: optional(commitsSchema, {
    title: 'Commits',
    description: 'How commits and branches name stories. Everything has a default.',
    examples: ['{trailers: [Story, Refs, Closes]}'],
  }),
  people: optional(list(personSchema), {
    title: 'People',
    description: 'Who takes part in the work.',
    examples: ['[{id: ana, name: Ana Lima}]'],
  }),
  teams: optional(list(teamSchema), {
    title: 'Teams',
    description: 'Who works together.',
    examples: ['[{id: core, people: [ana]}]'],
  }),
  personas: optional(list(personaSchema), {
    title: 'Personas',
    description: 'For whom the product is.',
    examples: ['[{id: biologist, name: field biologist}]'],
  }),
  objectives: optional(list(objectiveSchema), {
    title: 'Objectives',
    description: 'Where the product goes, with key results.',
    examples: ['[{id: same-day, title: Findings reach the team the same day}]'],
  }),
  metrics: optional(list(metricSchema), {
    title: 'Metrics',
    description: 'What the team measures.',
    examples: ['[{id: activation, name: Activation rate}]'],
  }),
  insights: optional(list(insightSchema), {
    title: 'Insights',
    description: 'The evidence: user data, market research, business goals, interviews, sales calls.',
    examples: ['[{id: lost-notes, text: 7 of 11 biologists lost notes.}]'],
  }),
  decisions: optional(list(decisionSchema), {
    title: 'Decisions',
    description: 'What was decided, by whom, why, and when to look at it again.',
    examples: ['[{id: no-web, text: No web client this year.}]'],
  }),
  releases: optional(list(releaseSchema), {
    title: 'Releases',
    description: 'What ships when.',
    examples: ['[{id: "2027.1", title: Offline first}]'],
  }),
  epics: optional(list(epicSchema), {
    title: 'Epics',
    description: 'Larger pieces of work that stories belong to.',
    examples: ['[{id: FN-1, title: Offline notes}]'],
  }),
  sprints: optional(list(sprintSchema), {
    title: 'Sprints',
    description: 'The cycles of work, with their goals.',
    examples: ['[{id: s24, goal: Notes survive a dead battery}]'],
  }),
  stories: optional(list(storySchema), {
    title: 'Stories',
    description: 'The ranked backlog: the first story is the most important one.',
    examples: ['[{title: Sync when back online}]'],
  }),
});
export type BacklogFile = z.infer<typeof backlogFileSchema>;
