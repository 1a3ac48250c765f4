/** Where the product goes and how that is seen: entries of `objectives:`, `metrics:` and `releases:`. */
import * as z from 'zod';
import { date, id, list, number, optional, ref, required, text, word } from './kinds.ts';
import { privacy } from './work.ts';

const keyResult = z.object({
  metric: optional(ref('metric'), {
    title: 'Metric',
    description: 'The metric that shows it.',
    examples: ['activation'],
  }),
  from: optional(number(), { title: 'From', description: 'Its value at the start.', examples: ['31'] }),
  to: optional(number(), {
    title: 'To',
    description: 'Its value when the objective is reached.',
    examples: ['45'],
  }),
});

export const objectiveSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'Any id that no other objective has.',
    examples: ['same-day'],
  }),
  title: required(text(), {
    title: 'Title',
    description: 'What should come true.',
    examples: ['Findings reach the team the same day'],
  }),
  by: optional(date(), { title: 'By', description: 'The day by which it should.', examples: ['2027-03-31'] }),
  key_results: optional(list(keyResult), {
    title: 'Key results',
    description: 'How far which metrics should move.',
    examples: ['[{metric: activation, from: 31, to: 45}]'],
  }),
  private: privacy,
});
export type Objective = z.infer<typeof objectiveSchema>;

export const metricSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'Id used by objectives and outcomes.',
    examples: ['activation'],
  }),
  name: optional(text(), {
    title: 'Name',
    description: 'Display name of the metric.',
    examples: ['Activation rate'],
  }),
  unit: optional(word(), { title: 'Unit', description: 'What it counts.', examples: ['"%"'] }),
  target: optional(number(), {
    title: 'Target',
    description: 'The value the team aims at.',
    examples: ['45'],
  }),
  private: privacy,
});
export type Metric = z.infer<typeof metricSchema>;

export const releaseSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'The name of the version. Quote one that looks like a number.',
    examples: ['"2027.1"'],
  }),
  title: optional(text(), { title: 'Title', description: 'What it brings.', examples: ['Offline first'] }),
  date: optional(date(), { title: 'Date', description: 'The planned day.', examples: ['2027-01-20'] }),
  released: optional(date(), {
    title: 'Released',
    description: 'The day it shipped.',
    examples: ['2027-01-22'],
  }),
  private: privacy,
});
export type Release = z.infer<typeof releaseSchema>;
