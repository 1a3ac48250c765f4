/** The rules about the form of the file. */
import type { RuleDoc } from './ruleDoc.ts';

export const SCHEMA_RULES: readonly RuleDoc[] = [
  {
    id: 'schema/type',
    title: 'Wrong type of value',
    severity: 'error',
    summary: 'A key has a value of the wrong type, such as text where a number is expected.',
    why: 'The value can’t be used: it is missing from counts, charts and forecasts.',
    bad: 'stories:\n  - title: Sync\n    score: high',
    good: 'stories:\n  - title: Sync\n    score: {value: 8, effort: 3}',
  },
  {
    id: 'schema/unknown-key',
    title: 'Unknown key',
    severity: 'warning',
    summary:
      'A key is unknown (hint), or looks like a typo of a known one (warning, with a fix). Keys that start with `x-`, and the fields in `workflow.fields`, are yours.',
    why: 'A misspelled key stays in the file, but nothing reads it.',
    bad: 'stories:\n  - title: Sync\n    asignee: ana',
    good: 'stories:\n  - title: Sync\n    assignee: ana',
  },
  {
    id: 'schema/unknown-value',
    title: 'Value not allowed',
    severity: 'warning',
    summary: 'A key that accepts a fixed set of values has a different one.',
    why: 'Groups, filters and charts only recognize the listed values.',
    bad: 'stories:\n  - title: Sync\n    priority: shuld',
    good: 'stories:\n  - title: Sync\n    priority: should',
  },
  {
    id: 'schema/required',
    title: 'Required field missing',
    severity: 'error',
    summary:
      'A story, an epic or an objective has no title (error), or an item that others refer to has no id (warning).',
    why: 'Without a title you can’t tell an item from others. Without an id nothing can refer to it.',
    bad: 'stories:\n  - labels: [sync]',
    good: 'stories:\n  - title: Sync when back online\n    labels: [sync]',
  },
  {
    id: 'schema/version',
    title: 'Unknown format version',
    severity: 'warning',
    summary: 'The file declares a format version that this release of Refinery doesn’t support.',
    why: 'Refinery reads what it can and never changes the version. A newer release may understand more.',
    bad: 'version: 7',
    good: 'version: 1',
  },
  {
    id: 'schema/id',
    title: 'Invalid id',
    severity: 'warning',
    summary:
      'The id of a story or an epic is not `KEY-number`, another id is empty, or the product key is not capital letters and digits.',
    why: 'Commits, branches and other items refer to an item by its id. Ids in any other form aren’t recognized in text.',
    bad: 'stories:\n  - id: fn12\n    title: Sync',
    good: 'stories:\n  - id: FN-12\n    title: Sync',
  },
  {
    id: 'schema/unknown-rule',
    title: 'Unknown rule',
    severity: 'warning',
    summary: 'A key in `writing.rules` is not a rule id.',
    why: 'The setting has no effect. The id is probably misspelled.',
    bad: 'writing:\n  rules: {schema/unknwon-key: ignore}',
    good: 'writing:\n  rules: {schema/unknown-key: ignore}',
  },
];
