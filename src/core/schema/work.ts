/** The fields that stories and epics share: what can be planned, judged, linked and worked on. */
import * as z from 'zod';
import {
  choice,
  date,
  id,
  longText,
  number,
  oneOrList,
  optional,
  ref,
  team,
  text,
  word,
  yesOrNo,
} from './kinds.ts';

/** Keys by which a score is recognised; `core/planning/scores.ts` knows the sets. */
const score = z.object({
  reach: optional(number(0), {
    title: 'Reach',
    description: 'RICE: how many people or events it touches in a period.',
    examples: ['2000'],
  }),
  impact: optional(number(0), {
    title: 'Impact',
    description: 'RICE and ICE: how much it changes for each of them.',
    examples: ['2'],
  }),
  confidence: optional(number(0), {
    title: 'Confidence',
    description: 'RICE: how sure the estimates are, from 0 to 1. ICE: from 1 to 10.',
    examples: ['0.8'],
  }),
  effort: optional(number(0), {
    title: 'Effort',
    description: 'RICE and value/effort: the work it takes, in person-weeks or any unit the team keeps to.',
    examples: ['3'],
  }),
  value: optional(number(0), {
    title: 'Value',
    description: 'WSJF: user and business value. Value/effort: what it is worth.',
    examples: ['8'],
  }),
  urgency: optional(number(0), {
    title: 'Urgency',
    description: 'WSJF: how fast the value decays with time.',
    examples: ['5'],
  }),
  risk: optional(number(0), {
    title: 'Risk',
    description: 'WSJF: the risk it removes or the opportunity it opens.',
    examples: ['3'],
  }),
  size: optional(number(0), { title: 'Size', description: 'WSJF: how big the job is.', examples: ['5'] }),
  ease: optional(number(0), {
    title: 'Ease',
    description: 'ICE: how easy it is, from 1 to 10.',
    examples: ['7'],
  }),
});

const blocked = z.object({
  why: optional(text(), {
    title: 'Why',
    description: 'Items that must be done first.',
    examples: ['waiting for the legal text'],
  }),
  by: optional(ref('person'), {
    title: 'By',
    description: 'Who can remove the impediment.',
    examples: ['ana'],
  }),
  due: optional(date(), {
    title: 'Due',
    description: 'The day by which it should be removed.',
    examples: ['2026-11-25'],
  }),
});

const link = z.object({
  url: optional(word(), {
    title: 'Address',
    description: 'A path in the repository, or a web address.',
    examples: ['design/sync.fig'],
  }),
  kind: optional(word(), {
    title: 'Kind',
    description: 'What it is: `design`, `research`, `discussion`, any word.',
    examples: ['design'],
  }),
  review: optional(oneOrList(ref('person')), {
    title: 'Review',
    description: 'Who is asked to look at it.',
    examples: ['ana'],
  }),
});

const note = z.object({
  by: optional(ref('person'), { title: 'By', description: 'Who wrote the note.', examples: ['ben'] }),
  date: optional(date(), { title: 'Date', description: 'The day it was written.', examples: ['2026-11-02'] }),
  text: optional(longText(), {
    title: 'Text',
    description: 'Text of the note (Markdown).',
    examples: ['Which phones?'],
  }),
  to: optional(oneOrList(ref('person')), {
    title: 'To',
    description: 'Makes the note a question to this person, in their list until it is `done: true`.',
    examples: ['ana'],
  }),
  done: optional(yesOrNo(), {
    title: 'Done',
    description: 'True once the question is answered.',
    examples: ['true'],
  }),
});

export const outcome = z.object({
  metric: optional(ref('metric'), {
    title: 'Metric',
    description: 'The metric that should move.',
    examples: ['activation'],
  }),
  expect: optional(word(), {
    title: 'Expected',
    description: 'By how much it should move.',
    examples: ['+5'],
  }),
  check: optional(date(), {
    title: 'Check on',
    description: 'The day on which the result is looked at.',
    examples: ['2027-03-01'],
  }),
  result: optional(text(), {
    title: 'Result',
    description: 'The result, once known.',
    examples: ['+3'],
  }),
});

export const workId = id();

/** Everything but `title`, which each list words for itself, and what only stories have. */
export const workFields = {
  story: optional(longText(), {
    title: 'Story',
    description:
      "One sentence in one of the team's templates (`writing.templates`). Wanted from status `ready` on, for `type: story`.",
    examples: ['As a field biologist, I want my notes to sync, so that my team sees them the same day.'],
  }),
  description: optional(longText(), {
    title: 'Description',
    description: 'Markdown of any length.',
    examples: ['|'],
  }),
  type: optional(team('type'), {
    title: 'Type',
    description: 'Type of work: `story` (default), `bug`, `task` or `spike`.',
    examples: ['bug'],
  }),
  status: optional(team('status'), {
    title: 'Status',
    description: 'Current status. New items start with the first one.',
    examples: ['ready'],
  }),
  estimate: optional(team('estimate'), {
    title: 'Estimate',
    description: 'How big it is: one of `workflow.estimates`, a number of points or a size.',
    examples: ['5'],
  }),
  severity: optional(team('severity'), {
    title: 'Severity',
    description: 'How bad a bug is: one of `workflow.severities`.',
    examples: ['major'],
  }),
  release: optional(ref('release'), {
    title: 'Release',
    description: "The release it is planned for. A story's own wins over its epic's.",
    examples: ['"2027.1"'],
  }),
  objective: optional(ref('objective'), {
    title: 'Objective',
    description: "The objective it serves. A story's own wins over its epic's.",
    examples: ['same-day'],
  }),
  outcome: optional(outcome, {
    title: 'Outcome',
    description: 'The bet: which metric should move, by how much, and when to look.',
    examples: ['{metric: activation, expect: +5, check: 2027-03-01}'],
  }),
  assignee: optional(oneOrList(ref('person')), {
    title: 'Assignee',
    description: 'Who works on it: one id of `people`, or a list.',
    examples: ['ana', '[ana, ben]'],
  }),
  labels: optional(oneOrList(word()), {
    title: 'Labels',
    description: 'Words to find and group it by.',
    examples: ['[sync, mobile]'],
  }),
  priority: optional(choice(['must', 'should', 'could', 'wont']), {
    title: 'Priority',
    description:
      'MoSCoW: must, should, could, or will not have this time. The order of the list stays the rank.',
    examples: ['must'],
  }),
  score: optional(score, {
    title: 'Score',
    description:
      'RICE (`reach`, `impact`, `confidence`, `effort`), WSJF (`value`, `urgency`, `risk`, `size`), ICE (`impact`, `confidence`, `ease`) or value/effort, recognised by its keys.',
    examples: ['{reach: 2000, impact: 2, confidence: 0.8, effort: 3}'],
  }),
  depends_on: optional(oneOrList(ref('item')), {
    title: 'Depends on',
    description: 'Stories or epics that have to be finished first.',
    examples: ['[FN-9]'],
  }),
  blocked: optional(z.union([text(), blocked]), {
    title: 'Blocked',
    description: 'What blocks the work: a text, or the reason, who can help and until when.',
    examples: ['{why: waiting for the legal text, by: ana, due: 2026-11-25}', 'waiting for the legal text'],
  }),
  insights: optional(oneOrList(ref('insight')), {
    title: 'Insights',
    description: 'The evidence for it: ids of `insights`.',
    examples: ['[lost-notes]'],
  }),
  links: optional(oneOrList(z.union([word(), link])), {
    title: 'Links',
    description: 'Files of the repository and web addresses that belong to it.',
    examples: ['[research/sync.md]'],
  }),
  notes: optional(oneOrList(z.union([text(), note])), {
    title: 'Notes',
    description: 'What was said about it, by whom and when. A note `to` someone is a question.',
    examples: ['[{by: ben, date: 2026-11-02, text: Which phones?, to: ana}]'],
  }),
  dropped_because: optional(longText(), {
    title: 'Dropped because',
    description: 'On a dropped item: the reason.',
    examples: ['the new importer does it'],
  }),
  was: optional(oneOrList(word()), {
    title: 'Was',
    description: 'Former ids of the item, also from another tracker. Old commits keep their links by them.',
    examples: ['[FN-57, "#123"]'],
  }),
} as const;

/** `private`, which every item may have. */
export const privacy = optional(yesOrNo(), {
  title: 'Private',
  description: 'If `true`, it is never published.',
  examples: ['true'],
});
