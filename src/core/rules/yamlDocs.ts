/** The rules about YAML itself. */
import type { RuleDoc } from './ruleDoc.ts';

export const YAML_RULES: readonly RuleDoc[] = [
  {
    id: 'yaml/syntax',
    title: 'Not valid YAML',
    severity: 'error',
    summary: 'The text at this place is not valid YAML. Everything else in the file is still read.',
    why: 'What can’t be read isn’t shown, counted or found. Usually a quote is missing.',
    bad: 'stories:\n  - title: "Sync" works offline',
    good: 'stories:\n  - title: \'"Sync" works offline\'',
  },
  {
    id: 'yaml/swallowed',
    title: 'Text lost to YAML syntax',
    severity: 'warning',
    summary:
      'Part of a text has a meaning in YAML: a comment after `#`, a new key after a comma in braces, a mapping after `: `.',
    why: 'Nothing fails, but the words are gone: the title ends early, or the criterion is no longer a sentence.',
    bad: 'stories:\n  - title: Fix issue #12\n    acceptance:\n      - Given a note: draft',
    good: 'stories:\n  - title: "Fix issue #12"\n    acceptance:\n      - "Given a note: draft"',
  },
  {
    id: 'yaml/duplicate-key',
    title: 'Duplicate key',
    severity: 'error',
    summary: 'The same key appears twice in one mapping.',
    why: 'YAML allows each key once. Readers disagree on which one counts, so one is lost silently.',
    bad: 'stories:\n  - title: Sync\n    priority: must\n    priority: should',
    good: 'stories:\n  - title: Sync\n    priority: must',
  },
  {
    id: 'yaml/several-documents',
    title: 'Several documents in one file',
    severity: 'error',
    summary:
      'A `---` line starts a second YAML document. The first one is the backlog; the rest stays in the file but isn’t read.',
    why: 'Items after the line look like part of the backlog, but aren’t in any list, count or search.',
    bad: 'stories:\n  - title: Sync\n---\nstories:\n  - title: Share',
    good: 'stories:\n  - title: Sync\n  - title: Share',
  },
  {
    id: 'yaml/stray-line',
    title: 'Stray line',
    severity: 'error',
    summary: 'A line is where only keys, items and comments can be.',
    why: 'It’s usually pasted text, or a comment that lost its `#`. It stays in the file but isn’t read.',
    bad: 'stories:\n  - title: Sync\nremember to ask Ana',
    good: 'stories:\n  - title: Sync\n# remember to ask Ana',
  },
  {
    id: 'yaml/conflict-marker',
    title: 'A merge conflict in the file',
    severity: 'error',
    summary: 'Git left conflict markers here: both sides are still in the file.',
    why: 'Until you choose a side, items appear twice or not at all. The rest of the file is read as usual.',
    bad: 'stories:\n  - title: Sync\n<<<<<<< HEAD\n    estimate: 3\n=======\n    estimate: 5\n>>>>>>> theirs',
    good: 'stories:\n  - title: Sync\n    estimate: 5',
  },
  {
    id: 'yaml/alias',
    title: 'An alias without an anchor',
    severity: 'error',
    summary:
      'A value starts with `*`, which YAML reads as an alias, but there’s no anchor with that name before it.',
    why: 'An alias without an anchor has no value, so the text you meant is lost.',
    bad: 'stories:\n  - title: *important',
    good: "stories:\n  - title: '*important'",
  },
];
