import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/core/backlog/problem.ts';
import { fixed, judgeText, unmark } from './judgeText.ts';

interface Case {
  readonly name: string;
  /** With the place that is reported between `⟦` and `⟧`; without a mark, nothing may be reported. */
  readonly text: string;
  readonly rule?: string;
  readonly severity?: Severity;
  /** What the message says, in part. */
  readonly says?: string;
  /** The text after the first fix; `none` where there is no fix. */
  readonly fix?: string;
}

function check(cases: readonly Case[]): void {
  it.each(cases)('$name', ({ text: marked, rule, severity, says, fix }) => {
    const { text, spans } = unmark(marked);
    const problems = judgeText(text);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    expect(problems.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    for (const problem of problems) {
      expect(problem.rule).toBe(rule);
      if (severity !== undefined) expect(problem.severity).toBe(severity);
      if (says !== undefined) expect(problem.message).toContain(says);
      if (fix === 'none') expect(problem.fixes).toBeUndefined();
      else if (fix !== undefined) expect(fixed(text, problem)).toBe(fix);
    }
  });
}

/** One story with these lines. */
const story = (...lines: readonly string[]): string =>
  `stories:\n  - title: Sync\n${lines.map((line) => `    ${line}\n`).join('')}`;

describe('what YAML swallows', () => {
  check([
    {
      name: 'a text that ends before a hash',
      text: 'stories:\n  - title: Fix issue ⟦#12⟧\n    status: idea\n',
      rule: 'yaml/swallowed',
      severity: 'warning',
      says: 'as a comment',
      fix: 'stories:\n  - title: "Fix issue #12"\n    status: idea\n',
    },
    {
      name: 'all words behind the hash, without the line break of Windows',
      text: 'stories:\r\n  - title: Fix ⟦#12 and "#13"⟧\r\n',
      rule: 'yaml/swallowed',
      fix: 'stories:\r\n  - title: \'Fix #12 and "#13"\'\r\n',
    },
    {
      name: 'a text that is all comment',
      text: 'stories:\n  - title: Sync\n    description: ⟦#12 is broken⟧\n',
      rule: 'yaml/swallowed',
      fix: 'stories:\n  - title: Sync\n    description: "#12 is broken"\n',
    },
    {
      name: 'an entry that is all comment',
      text: story('was:', '  - PROJ-7', '  -', '  - ⟦#123⟧', '  - PROJ-8'),
      rule: 'yaml/swallowed',
      fix: story('was:', '  - PROJ-7', '  -', '  - "#123"', '  - PROJ-8'),
    },
    { name: 'a comment behind a number', text: story('estimate: 5  #agreed') },
    { name: 'a comment behind a text, with its space', text: 'stories:\n  - title: Sync  # agreed\n' },
    { name: 'a comment behind a quoted text', text: 'stories:\n  - title: "Sync" #agreed\n' },
    { name: 'a hash inside a word', text: 'stories:\n  - title: Learn C# and F#\n' },
    {
      name: 'an acceptance criterion with a hash',
      text: story('acceptance:', '  - closes issue ⟦#4⟧'),
      rule: 'yaml/swallowed',
      fix: story('acceptance:', '  - "closes issue #4"'),
    },
    {
      name: 'words behind a comma in braces',
      text: story('notes:', '  - {text: Checked, ⟦twice⟧}'),
      rule: 'yaml/swallowed',
      severity: 'warning',
      fix: story('notes:', '  - {text: "Checked, twice"}'),
    },
    {
      name: 'several words behind several commas, said once',
      text: story('tasks:', "  - {do: check it, ⟦then ship, don't wait⟧, by: ana}"),
      rule: 'yaml/swallowed',
      fix: story('tasks:', `  - {do: "check it, then ship, don't wait", by: ana}`),
    },
    {
      name: 'a second person behind a comma in braces',
      text: story('notes:', '  - {text: Which?, to: ana, ⟦ben⟧}'),
      rule: 'yaml/swallowed',
      fix: story('notes:', '  - {text: Which?, to: [ana, ben]}'),
    },
    {
      name: 'a criterion with a colon',
      text: story('acceptance:', '  - ⟦Given a note: draft⟧'),
      rule: 'yaml/swallowed',
      severity: 'warning',
      says: '"Given a note"',
      fix: story('acceptance:', '  - "Given a note: draft"'),
    },
    {
      name: 'a criterion with a colon and a hash',
      text: story('acceptance:', '  - ⟦Given a note: draft #2⟧', '  - fine'),
      rule: 'yaml/swallowed',
      fix: story('acceptance:', '  - "Given a note: draft #2"', '  - fine'),
    },
    {
      name: 'a step with a colon',
      text: story(
        'acceptance:',
        '  - scenario: sync',
        '    given:',
        '      - ⟦the note: open⟧',
        '    then: it syncs',
      ),
      rule: 'yaml/swallowed',
      fix: story(
        'acceptance:',
        '  - scenario: sync',
        '    given:',
        '      - "the note: open"',
        '    then: it syncs',
      ),
    },
    {
      name: 'a task with a colon',
      text: story('tasks:', '  - ⟦write it: the migration⟧'),
      rule: 'yaml/swallowed',
      fix: story('tasks:', '  - "write it: the migration"'),
    },
    {
      name: 'criteria in all their forms',
      text: story(
        'acceptance:',
        '  - Given a, when b, then c',
        '  - given: a',
        '    when: [b]',
        '    then: c',
        '  - {check: works, done: true}',
        '  - |',
        '    Given a: b #1',
        '    When c',
      ),
    },
  ]);
});

describe('the form of the file', () => {
  check([
    {
      name: 'a text where a mapping is wanted',
      text: story('score: ⟦high⟧'),
      rule: 'schema/type',
      severity: 'error',
      says: '"score" takes a mapping, like {reach',
    },
    {
      name: 'a list where a text is wanted',
      text: 'stories:\n  - title: ⟦[Sync]⟧\n',
      rule: 'schema/type',
      says: '"title" takes a text',
    },
    {
      name: 'words where a number is wanted',
      text: story('score: {value: ⟦big⟧, effort: 3}'),
      rule: 'schema/type',
      says: 'a number, 0 or more',
    },
    { name: 'numbers in all their forms', text: story('score: {value: 1.5, effort: +3e2}') },
    {
      name: 'a number out of its range',
      text: 'insights:\n  - {id: a, weight: ⟦7⟧}\n',
      rule: 'schema/type',
      says: 'a number from 1 to 3',
    },
    {
      name: 'words where yes or no is wanted',
      text: story('private: ⟦sometimes⟧'),
      rule: 'schema/type',
      says: 'true or false',
    },
    {
      name: 'one entry where a list is wanted',
      text: 'product: {name: F, key: F, repositories: ⟦../api⟧}\n',
      rule: 'schema/type',
      says: 'a list',
      fix: 'product: {name: F, key: F, repositories: [../api]}\n',
    },
    {
      name: 'only the first line of a large value',
      text: 'metrics:\n  - id: a\n    target:\n      ⟦b: 1⟧\n      c: 2\n',
      rule: 'schema/type',
    },
    {
      name: 'a mapping where a list of items is wanted',
      text: 'stories:\n  ⟦FN-1:⟧\n    title: Sync\n',
      rule: 'schema/type',
      says: '"stories" takes a list',
    },
    {
      name: 'a bare text as an item',
      text: 'stories:\n  - ⟦Sync when back⟧\n',
      rule: 'schema/type',
      fix: 'stories:\n  - title: Sync when back\n',
    },
    { name: 'an empty item', text: 'stories:\n  ⟦-⟧\n  - title: Sync\n', rule: 'schema/type', says: 'empty' },
    {
      name: 'texts that other readers take for something else',
      text: 'stories:\n  - title: no\n    labels: [yes, 1.0, ~]\n',
    },
    {
      name: 'a key with a slip',
      text: story('⟦asignee⟧: ana'),
      rule: 'schema/unknown-key',
      severity: 'warning',
      says: 'did you mean "assignee"',
      fix: story('assignee: ana'),
    },
    {
      name: 'a key in another spelling',
      text: story('⟦dependsOn⟧: [FN-1]'),
      rule: 'schema/unknown-key',
      fix: story('depends_on: [FN-1]'),
    },
    {
      name: 'a slip where the right key is there as well',
      text: story('⟦label⟧: a', 'labels: [b]'),
      rule: 'schema/unknown-key',
      severity: 'warning',
      fix: 'none',
    },
    {
      name: 'a key that nobody knows',
      text: story('⟦colour⟧: blue'),
      rule: 'schema/unknown-key',
      severity: 'hint',
    },
    { name: 'a key that nobody knows, on finished work', text: story('status: done', 'colour: blue') },
    { name: "the team's own keys", text: story('x-market: EU') },
    {
      name: 'the fields of the workflow',
      text: `workflow:\n  fields: [{key: market, type: choice, of: [EU, US]}]\n${story('market: EU')}`,
    },
    {
      name: 'a wrong value in a field of the workflow',
      text: `workflow:\n  fields: [{key: x-market, type: choice, of: [Europe, US]}]\n${story('x-market: ⟦Eurpe⟧')}`,
      rule: 'schema/unknown-value',
    },
    {
      name: 'what only stories have, on an epic',
      text: 'epics:\n  - {id: FN-1, title: Notes, ⟦sprint⟧: s1}\n',
      rule: 'schema/unknown-key',
      severity: 'hint',
      says: 'Only stories',
    },
    {
      name: 'a slip inside a score',
      text: story('score: {value: 1, ⟦efort⟧: 2, effort: 2}'),
      rule: 'schema/unknown-key',
      severity: 'warning',
    },
    {
      name: 'a slip at the top of the file',
      text: '⟦story⟧:\n  - title: Sync\n',
      rule: 'schema/unknown-key',
      severity: 'warning',
      fix: 'stories:\n  - title: Sync\n',
    },
    {
      name: 'an unknown part of the file',
      text: '⟦pictures⟧: [a]\n',
      rule: 'schema/unknown-key',
      severity: 'hint',
    },
    { name: "a part of the team's own", text: 'x-pictures: [a]\n' },
    {
      name: 'a value with a slip',
      text: story('priority: ⟦shuld⟧'),
      rule: 'schema/unknown-value',
      severity: 'warning',
      says: 'did you mean "should"',
      fix: story('priority: should'),
    },
    {
      name: 'a value that is nothing like the known ones',
      text: story("priority: ⟦'soon'⟧"),
      rule: 'schema/unknown-value',
      says: 'must, should, could and wont',
      fix: 'none',
    },
    {
      name: 'a type with a slip',
      text: story('type: ⟦sotry⟧'),
      rule: 'schema/unknown-value',
      fix: story('type: story'),
    },
    {
      name: 'a story without a title',
      text: 'stories:\n  - id: ⟦FN-1⟧\n    status: idea\n',
      rule: 'schema/required',
      severity: 'error',
    },
    { name: 'an empty title', text: 'stories:\n  - id: FN-1\n    ⟦title⟧:\n', rule: 'schema/required' },
    {
      name: 'an epic without an id',
      text: 'epics:\n  - ⟦title⟧: Notes\n',
      rule: 'schema/required',
      severity: 'warning',
    },
    {
      name: 'what a merge key may bring',
      text: 'epics:\n  - &a {id: FN-1, title: Notes}\n  - <<: *a\n    id: FN-2\n',
    },
    { name: 'the known version', text: 'version: 1\n' },
    {
      name: 'an unknown version',
      text: 'version: ⟦2.0⟧\n',
      rule: 'schema/version',
      severity: 'warning',
      fix: 'none',
    },
    {
      name: 'an id of another form',
      text: 'stories:\n  - {id: ⟦fn12⟧, title: Sync}\n',
      rule: 'schema/id',
      severity: 'warning',
    },
    {
      name: 'ids of a known form',
      text: 'stories:\n  - {id: FN2-120, title: Sync}\n  - {id: "FN-1", title: Sync}\nreleases:\n  - id: 2027.1\n',
    },
    { name: 'an empty id', text: 'releases:\n  - id: ⟦""⟧\n', rule: 'schema/id', severity: 'error' },
    {
      name: 'a product key in small letters',
      text: 'product: {name: F, key: ⟦fn⟧}\n',
      rule: 'schema/id',
      severity: 'error',
    },
    {
      name: 'a rule that there is not',
      text: 'writing:\n  rules: {⟦schema/unknwon-key⟧: ignore, story/two-roles: hint}\n',
      rule: 'schema/unknown-rule',
      fix: 'writing:\n  rules: {schema/unknown-key: ignore, story/two-roles: hint}\n',
    },
    {
      name: 'a severity that there is not',
      text: 'writing:\n  rules: {score/partial: ⟦warn⟧}\n',
      rule: 'schema/unknown-value',
    },
  ]);
});

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
      says: 'RICE score lacks confidence and effort',
    },
    {
      name: 'a part of ICE',
      text: story('⟦score⟧: {impact: 1, ease: 1}'),
      rule: 'score/partial',
      says: 'ICE score lacks confidence',
    },
    {
      name: 'a part of WSJF',
      text: story('⟦score⟧: {value: 1, urgency: 1, size: 2, risk: }'),
      rule: 'score/partial',
      says: 'WSJF score lacks risk',
    },
    {
      name: 'a value alone',
      text: story('⟦score⟧: {value: 1}'),
      rule: 'score/partial',
      says: 'lacks effort',
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
      severity: 'warning',
      says: 'This story is "ready" without story and acceptance',
    },
    {
      name: 'further than ready',
      text: story('type: bug', 'status: ⟦doing⟧', 'severity: major'),
      rule: 'ready/missing',
      says: 'This bug is "doing" without description',
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
      says: 'without description',
    },
  ]);
});
