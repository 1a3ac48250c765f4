/** The rules about YAML itself. */
import type { RuleDoc } from './ruleDoc.ts';

export const YAML_RULES: readonly RuleDoc[] = [
  {
    id: 'yaml/syntax',
    title: 'Not valid YAML',
    severity: 'error',
    summary: 'The text at this place is not valid YAML. Everything else in the file is still read.',
    why: 'What can not be read is not shown, not counted and not found. Most often a quote is missing.',
    bad: 'stories:\n  - title: "Sync" works offline',
    good: 'stories:\n  - title: \'"Sync" works offline\'',
  },
  {
    id: 'yaml/swallowed',
    title: 'Text that YAML swallows',
    severity: 'warning',
    summary:
      'A part of a text is valid YAML, but means something else: a comment after `#`, a new key after a comma in braces, a mapping after `: `.',
    why: 'Nothing fails, and the words are gone: the title ends early, the criterion is no longer a sentence.',
    bad: 'stories:\n  - title: Fix issue #12\n    acceptance:\n      - Given a note: draft',
    good: 'stories:\n  - title: "Fix issue #12"\n    acceptance:\n      - "Given a note: draft"',
  },
  {
    id: 'yaml/duplicate-key',
    title: 'A key given twice',
    severity: 'error',
    summary: 'The same key stands twice in one mapping.',
    why: 'YAML allows a key once. Readers disagree on which of the two counts, so one of them is lost without a word.',
    bad: 'stories:\n  - title: Sync\n    priority: must\n    priority: should',
    good: 'stories:\n  - title: Sync\n    priority: must',
  },
  {
    id: 'yaml/several-documents',
    title: 'Several documents in one file',
    severity: 'error',
    summary:
      'A line `---` begins a second YAML document. The first one is the backlog; the rest is kept and not read.',
    why: 'Items behind the line look like part of the backlog and are in no list, count or search.',
    bad: 'stories:\n  - title: Sync\n---\nstories:\n  - title: Share',
    good: 'stories:\n  - title: Sync\n  - title: Share',
  },
  {
    id: 'yaml/stray-line',
    title: 'A line that belongs to nothing',
    severity: 'error',
    summary: 'A line stands where only keys, items and comments can stand.',
    why: 'It is most often a pasted text, or a comment that lost its `#`. It is kept and not read.',
    bad: 'stories:\n  - title: Sync\nremember to ask Ana',
    good: 'stories:\n  - title: Sync\n# remember to ask Ana',
  },
  {
    id: 'yaml/conflict-marker',
    title: 'A merge conflict in the file',
    severity: 'error',
    summary: 'Git left conflict markers here: both sides are still in the file.',
    why: 'Until one side is chosen, items appear twice or not at all. The rest of the file is read as it is.',
    bad: 'stories:\n  - title: Sync\n<<<<<<< HEAD\n    estimate: 3\n=======\n    estimate: 5\n>>>>>>> theirs',
    good: 'stories:\n  - title: Sync\n    estimate: 5',
  },
  {
    id: 'yaml/alias',
    title: 'An alias without an anchor',
    severity: 'error',
    summary:
      'A value begins with `*`, which YAML reads as an alias, and no anchor of that name stands in front of it.',
    why: 'An alias that stands for nothing has no value: the text that was meant is lost to every reader.',
    bad: 'stories:\n  - title: *important',
    good: "stories:\n  - title: '*important'",
  },
];
