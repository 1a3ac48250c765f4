import { describe } from 'vitest';
import { check, story } from './checkRules.ts';

describe('days', () => {
  check([
    {
      name: 'a day that is not in the calendar',
      text: 'sprints:\n  - {id: s1, end: ⟦2026-02-30⟧}\n',
      rule: 'date/impossible',
      severity: 'error',
      says: '28 days',
      fix: 'sprints:\n  - {id: s1, end: 2026-02-28}\n',
    },
    { name: 'the 29th of February of a leap year', text: 'sprints:\n  - {id: s1, end: 2028-02-29}\n' },
    {
      name: 'a 13th month',
      text: 'sprints:\n  - {id: s1, end: ⟦2026-13-01⟧}\n',
      rule: 'date/impossible',
      fix: 'none',
    },
    {
      name: 'a day without its zeros',
      text: 'sprints:\n  - {id: s1, end: ⟦2026/2/3⟧}\n',
      rule: 'date/impossible',
      fix: 'sprints:\n  - {id: s1, end: 2026-02-03}\n',
    },
    {
      name: 'a time',
      text: 'sprints:\n  - {id: s1, end: ⟦2026-02-03T10:00⟧}\n',
      rule: 'date/impossible',
      fix: 'sprints:\n  - {id: s1, end: 2026-02-03}\n',
    },
    { name: 'words', text: story('blocked: {due: ⟦next week⟧}'), rule: 'date/impossible', fix: 'none' },
    {
      name: 'an end before its start',
      text: 'sprints:\n  - id: s1\n    start: 2026-11-27\n    end: ⟦2026-11-16⟧\n',
      rule: 'date/order',
      severity: 'error',
    },
    { name: 'a sprint of one day', text: 'sprints:\n  - {id: s1, start: 2026-11-27, end: 2026-11-27}\n' },
    {
      name: 'a decision revisited before it was taken',
      text: 'decisions:\n  - {id: d, date: 2026-09-01, revisit: ⟦2025-09-01⟧}\n',
      rule: 'date/order',
    },
  ]);
});

describe('scores', () => {
  check([
    { name: 'RICE', text: story('score: {reach: 1, impact: 1, confidence: 1, effort: 1}') },
    { name: 'WSJF', text: story('score: {value: 1, urgency: 1, risk: 1, size: 1}') },
    { name: 'ICE', text: story('score: {impact: 1, confidence: 1, ease: 1}') },
    { name: 'value/effort', text: story('score: {value: 1, effort: 1}') },
    {
      name: 'a part of RICE',
      text: story('⟦score⟧: {reach: 1, impact: 1}'),
      rule: 'score/partial',
      severity: 'warning',
      says: 'RICE score is missing confidence and effort',
    },
    {
      name: 'a part of ICE',
      text: story('⟦score⟧: {impact: 1, ease: 1}'),
      rule: 'score/partial',
      says: 'ICE score is missing confidence',
    },
    {
      name: 'a part of WSJF',
      text: story('⟦score⟧: {value: 1, urgency: 1, size: 2, risk: }'),
      rule: 'score/partial',
      says: 'WSJF score is missing risk',
    },
    {
      name: 'a value alone',
      text: story('⟦score⟧: {value: 1}'),
      rule: 'score/partial',
      says: 'is missing effort',
    },
    { name: 'a part of a score on dropped work', text: story('status: dropped', 'score: {value: 1}') },
  ]);
});

describe('the workflow', () => {
  check([
    {
      name: 'a status with a slip',
      text: story('status: ⟦raedy⟧'),
      rule: 'workflow/status',
      severity: 'error',
      says: 'did you mean "ready"',
      fix: story('status: ready'),
    },
    {
      name: "the team's own statuses",
      text: `workflow:\n  statuses: [todo, done]\n${story('status: todo')}`,
    },
    {
      name: 'a status that the team does not have',
      text: `workflow:\n  statuses: [todo, done]\n${story('status: ⟦idea⟧')}`,
      rule: 'workflow/status',
    },
    {
      name: 'a limit for a status that there is not',
      text: 'workflow:\n  wip: {⟦doign⟧: 3}\n',
      rule: 'workflow/status',
      fix: 'workflow:\n  wip: {doing: 3}\n',
    },
    {
      name: 'an estimate off the scale',
      text: story('estimate: ⟦4⟧'),
      rule: 'workflow/estimate',
      severity: 'hint',
    },
    { name: 'an estimate off the scale on finished work', text: story('status: done', 'estimate: 4') },
    {
      name: 'a size that there is not',
      text: story('estimate: ⟦XXL⟧'),
      rule: 'workflow/estimate',
      severity: 'information',
    },
    { name: 'sizes with points', text: `workflow:\n  estimates: {S: 2, M: 5}\n${story('estimate: M')}` },
    {
      name: 'a severity with a slip',
      text: story('severity: ⟦mayor⟧'),
      rule: 'workflow/severity',
      fix: story('severity: major'),
    },
    {
      name: 'ready without what makes it ready',
      text: story('status: ⟦ready⟧', 'acceptance: []', 'estimate: 5'),
      rule: 'ready/missing',
      severity: 'information',
      says: 'Marked ready without a story sentence and acceptance criteria',
    },
    {
      name: 'further than ready',
      text: story('type: bug', 'status: ⟦doing⟧', 'severity: major'),
      rule: 'ready/missing',
      says: 'Marked doing without a description',
    },
    {
      name: 'ready with all that is wanted',
      text: story('status: ready', 'story: As a, I want b', 'acceptance: [c]', 'estimate: 5'),
    },
    { name: 'an idea', text: story('status: idea') },
    { name: 'finished work', text: story('status: done') },
    { name: 'a type for which nothing is asked', text: story('type: spike', 'status: ready') },
    {
      name: 'an epic, for which nothing is asked',
      text: 'epics:\n  - {id: FN-1, title: Notes, status: ready}\n',
    },
    {
      name: "the team's own definition of ready",
      text: `workflow:\n  ready: {spike: [description]}\n${story('type: spike', 'status: ⟦ready⟧')}`,
      rule: 'ready/missing',
      severity: 'warning',
      says: 'but your team requires a description',
    },
  ]);
});
