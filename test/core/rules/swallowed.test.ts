import { describe } from 'vitest';
import { check, story } from './checkRules.ts';

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
