/** The rules about the form of the file. */
import type { RuleDoc } from './ruleDoc.ts';

export const SCHEMA_RULES: readonly RuleDoc[] = [
  {
    id: 'schema/type',
    title: 'A value of the wrong kind',
    severity: 'error',
    summary: 'A key holds a value of a kind that it does not take, such as a text where a number is wanted.',
    why: 'The value can not be used: it is missing from counts, charts and forecasts.',
    bad: 'stories:\n  - title: Sync\n    score: high',
    good: 'stories:\n  - title: Sync\n    score: {value: 8, effort: 3}',
  },
  {
    id: 'schema/unknown-key',
    title: 'A key that the format does not know',
    severity: 'warning',
    summary:
      'A key that looks like a misspelling of a known one (warning, with the correction), or that is simply unknown (hint). Keys that begin with `x-`, and the fields in `workflow.fields`, are yours.',
    why: 'A misspelt key is kept in the file, and nothing reads it.',
    bad: 'stories:\n  - title: Sync\n    asignee: ana',
    good: 'stories:\n  - title: Sync\n    assignee: ana',
  },
  {
    id: 'schema/unknown-value',
    title: 'A value that is not one of those allowed',
    severity: 'warning',
    summary: 'A key that takes one of a few words holds another one.',
    why: 'Groups, filters and charts know only the words of the list.',
    bad: 'stories:\n  - title: Sync\n    priority: shuld',
    good: 'stories:\n  - title: Sync\n    priority: should',
  },
  {
    id: 'schema/required',
    title: 'Something is missing that an item needs',
    severity: 'error',
    summary:
      'A story, an epic or an objective has no title (error), or an item that others refer to has no id (warning).',
    why: 'An item without a title can not be told from others; one without an id can not be named.',
    bad: 'stories:\n  - labels: [sync]',
    good: 'stories:\n  - title: Sync when back online\n    labels: [sync]',
  },
  {
    id: 'schema/version',
    title: 'A version of the format that is not known',
    severity: 'warning',
    summary: 'The file says that it is written in a version of the format that this product does not know.',
    why: 'It is read as far as it goes, and its version is never rewritten. A newer product may understand more.',
    bad: 'version: 7',
    good: 'version: 1',
  },
  {
    id: 'schema/id',
    title: 'An id that can not be named',
    severity: 'warning',
    summary:
      'The id of a story or an epic is not `KEY-number`, another id is empty, or the product key is not capital letters and digits.',
    why: 'Commits, branches and other items find an item by its id. Any other form is not recognised in running text.',
    bad: 'stories:\n  - id: fn12\n    title: Sync',
    good: 'stories:\n  - id: FN-12\n    title: Sync',
  },
  {
    id: 'schema/unknown-rule',
    title: 'A rule that there is not',
    severity: 'warning',
    summary: 'A key of `writing.rules` is not the id of a rule.',
    why: 'The setting has no effect: most likely the id is misspelt.',
    bad: 'writing:\n  rules: {schema/unknwon-key: ignore}',
    good: 'writing:\n  rules: {schema/unknown-key: ignore}',
  },
];
