/** The rules about the work: references, workflow, sprints, days, scores, and being ready. */
import type { RuleDoc } from './ruleDoc.ts';

export const WORK_RULES: readonly RuleDoc[] = [
  {
    id: 'reference/unknown',
    title: 'Unknown reference',
    severity: 'error',
    summary:
      'An id refers to an item that isn’t in the file. An id with the key of another backlog is only a hint.',
    why: 'The item doesn’t show up under the epic, sprint or person you meant.',
    bad: 'stories:\n  - id: FN-12\n    title: Sync\n    depends_on: [FN-99]',
    good: 'stories:\n  - id: FN-12\n    title: Sync\n    depends_on: [FN-9]\n  - id: FN-9\n    title: Write offline',
  },
  {
    id: 'reference/duplicate-id',
    title: 'Duplicate id',
    severity: 'error',
    summary:
      'Two items have the same id. Stories and epics share one set of ids; every other list has its own.',
    why: 'There’s no way to tell which of the two a commit or dependency refers to.',
    bad: 'stories:\n  - {id: FN-12, title: Sync}\n  - {id: FN-12, title: Share}',
    good: 'stories:\n  - {id: FN-12, title: Sync}\n  - {id: FN-13, title: Share}',
  },
  {
    id: 'reference/duplicate-list',
    title: 'Duplicate list',
    severity: 'error',
    summary: 'A list such as `stories:` appears twice in the file. Both are shown.',
    why: 'Other YAML readers see only one of them, and the rank of the items is unclear.',
    bad: 'stories:\n  - title: Sync\nepics: []\nstories:\n  - title: Share',
    good: 'epics: []\nstories:\n  - title: Sync\n  - title: Share',
  },
  {
    id: 'reference/cycle',
    title: 'Circular dependency',
    severity: 'error',
    summary: 'Following `depends_on` leads back to the same item. The message shows the path.',
    why: 'None of them can ever be started.',
    bad: 'stories:\n  - {id: FN-1, title: Sync, depends_on: [FN-2]}\n  - {id: FN-2, title: Share, depends_on: [FN-1]}',
    good: 'stories:\n  - {id: FN-1, title: Sync}\n  - {id: FN-2, title: Share, depends_on: [FN-1]}',
  },
  {
    id: 'workflow/status',
    title: 'Unknown status',
    severity: 'error',
    summary:
      'The status isn’t in `workflow.statuses`, or a limit or role in `workflow` is for a status that isn’t.',
    why: 'The item doesn’t appear in any column or count.',
    bad: 'stories:\n  - title: Sync\n    status: droped',
    good: 'stories:\n  - title: Sync\n    status: dropped',
  },
  {
    id: 'workflow/estimate',
    title: 'Estimate not on the scale',
    severity: 'information',
    summary:
      'The estimate isn’t one of `workflow.estimates`. A number still counts (hint); a size doesn’t (information).',
    why: 'A scale with few steps avoids arguments about precision that estimates don’t have.',
    bad: 'stories:\n  - title: Sync\n    estimate: XXL',
    good: 'stories:\n  - title: Sync\n    estimate: 8',
  },
  {
    id: 'workflow/severity',
    title: 'Unknown severity',
    severity: 'warning',
    summary: 'The severity isn’t one of `workflow.severities`.',
    why: 'The bug is missing wherever bugs are sorted by severity.',
    bad: 'stories:\n  - title: Notes vanish\n    type: bug\n    severity: huge',
    good: 'stories:\n  - title: Notes vanish\n    type: bug\n    severity: blocker',
  },
  {
    id: 'workflow/wip',
    title: 'Work in progress limit exceeded',
    severity: 'warning',
    summary: 'A status has more items than its limit in `workflow.wip` allows.',
    why: 'A limit makes a team finish work before starting more. Waiting work is the most expensive kind.',
    bad: 'workflow:\n  wip: {doing: 1}\nstories:\n  - {title: Sync, type: task, status: doing}\n  - {title: Share, type: task, status: doing}',
    good: 'workflow:\n  wip: {doing: 1}\nstories:\n  - {title: Sync, type: task, status: doing}\n  - {title: Share, type: task, status: ready}',
  },
  {
    id: 'sprint/capacity',
    title: 'Sprint over capacity',
    severity: 'warning',
    summary: 'The estimates of the stories in an open sprint add up to more than its `capacity`.',
    why: 'What doesn’t fit is carried over. It’s cheaper to find out before the sprint than after it.',
    bad: 'sprints:\n  - {id: s1, capacity: 5}\nstories:\n  - {title: Sync, sprint: s1, estimate: 8}',
    good: 'sprints:\n  - {id: s1, capacity: 8}\nstories:\n  - {title: Sync, sprint: s1, estimate: 8}',
  },
  {
    id: 'date/impossible',
    title: 'Invalid date',
    severity: 'error',
    summary: 'A date doesn’t exist, or isn’t written as `YYYY-MM-DD`.',
    why: 'Sprints, releases and reminders calculate with dates. Invalid dates are left out.',
    bad: 'sprints:\n  - id: s1\n    end: 2026-02-30',
    good: 'sprints:\n  - id: s1\n    end: 2026-02-28',
  },
  {
    id: 'date/order',
    title: 'End before start',
    severity: 'error',
    summary:
      'A sprint ends before it starts or closes before it was started, or a decision is revisited before it was taken.',
    why: 'There are no days between the two, so capacity, burndown and forecast are empty.',
    bad: 'sprints:\n  - id: s1\n    start: 2026-11-27\n    end: 2026-11-16',
    good: 'sprints:\n  - id: s1\n    start: 2026-11-16\n    end: 2026-11-27',
  },
  {
    id: 'score/partial',
    title: 'Incomplete score',
    severity: 'warning',
    summary:
      'A score has some keys of RICE, WSJF, ICE or value/effort, but not all of one of them. The message names what is missing.',
    why: 'An incomplete score can’t be calculated, and the item drops to the end of the ranking.',
    bad: 'stories:\n  - title: Sync\n    score: {reach: 2000, impact: 2}',
    good: 'stories:\n  - title: Sync\n    score: {reach: 2000, impact: 2, confidence: 0.8, effort: 3}',
  },
  {
    id: 'ready/missing',
    title: 'Marked ready, but incomplete',
    severity: 'warning',
    summary:
      'An item is `ready` or further along, but is missing something that `workflow.ready` requires for its type. Ideas, finished and dropped items aren’t checked. Without a `workflow.ready` of your own, this is information only.',
    why: 'Your team agreed on what it needs to start. Otherwise the questions come up in the middle of the sprint.',
    bad: 'workflow:\n  ready: {story: [story, acceptance, estimate]}\nstories:\n  - title: Sync\n    status: ready',
    good: 'workflow:\n  ready: {story: [story, acceptance, estimate]}\nstories:\n  - title: Sync\n    status: ready\n    story: As a biologist, I want my notes to sync, so that my team sees them.\n    acceptance:\n      - Given a note, when the phone is online, then the team sees it\n    estimate: 5',
  },
];
