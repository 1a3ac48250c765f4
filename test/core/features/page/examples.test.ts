/** A table of examples on the page of a story: what is shown, and what changes of it make of the file. */
import { describe, expect, it } from 'vitest';
import { planPageChange } from '../../../../src/core/features/page/pagePlan.ts';
import { change, open, story } from './pages.ts';

/** Checks what becomes of the lines below the title. */
function becomes(before: string, wanted: Parameters<typeof change>[1], after: string): void {
  expect(change(story(before), wanted)).toBe(story(after));
}

describe('a table of examples', () => {
  const steps = 'acceptance:\n  - when: a <phone> rings\n    then: it is heard\n';
  const mappings = `${steps}    examples:
      - phone: "old" # Ana's
        seconds: 60
      - {phone: new, seconds: …}
`;
  const lists = `${steps}    examples:
      - [phone, seconds] # named
      - [old,   60]
`;

  it('is begun with the columns that are named', () => {
    becomes(
      steps,
      { kind: 'add', path: 'acceptance.0.examples', value: ['phone', 's'] },
      `${steps}    examples:\n      - phone: …\n        s: …\n`,
    );
  });

  it('changes cell by cell, and a cell that is emptied is open', () => {
    const cell = (path: string, value: string) => ({ kind: 'set', path, value }) as const;
    becomes(mappings, cell('acceptance.0.examples.0.0', 'older'), mappings.replace('old', 'older'));
    becomes(mappings, cell('acceptance.0.examples.0.1', '90'), mappings.replace('60', '90'));
    becomes(mappings, cell('acceptance.0.examples.1.1', '5'), mappings.replace('…', '5'));
    becomes(mappings, cell('acceptance.0.examples.0.0', ''), mappings.replace('old', '…'));
    becomes(lists, cell('acceptance.0.examples.0.1', '90'), lists.replace('60', '90'));
  });

  it('has columns that are renamed, that come and that go', () => {
    for (const table of [mappings, lists])
      becomes(
        table,
        { kind: 'set', path: 'acceptance.0.examples.head.1', value: 'within' },
        table.replaceAll('seconds', 'within'),
      );
    becomes(
      lists,
      { kind: 'add', path: 'acceptance.0.examples.head', value: 'loud' },
      lists.replace('seconds]', 'seconds, loud]').replace('60]', '60, "…"]'),
    );
    becomes(
      mappings,
      { kind: 'remove', path: 'acceptance.0.examples.head.1' },
      mappings.replace('        seconds: 60\n', '').replace(', seconds: …', ''),
    );
    expect(change(story(lists), { kind: 'set', path: 'acceptance.0.examples.head.1', value: 'phone' })).toBe(
      'There is a column phone already.',
    );
  });

  it('has rows that come and go', () => {
    becomes(
      mappings,
      { kind: 'add', path: 'acceptance.0.examples', value: [] },
      `${mappings}      - {phone: "…", seconds: "…"}\n`,
    );
    becomes(lists, { kind: 'add', path: 'acceptance.0.examples', value: [] }, `${lists}      - ["…", "…"]\n`);
    becomes(
      mappings,
      { kind: 'remove', path: 'acceptance.0.examples.0' },
      mappings.replace(/ {6}- phone.*\n.*\n/, ''),
    );
    becomes(lists, { kind: 'remove', path: 'acceptance.0.examples.0' }, steps);
  });

  it('gets nothing new where the criterion is another one by now', () => {
    const { mark } = open(story(mappings)).page.acceptance?.entries[0] ?? { mark: '' };
    const { backlog, item } = open(story(mappings.replace('60', '61')));
    const plan = planPageChange(backlog, item, {
      kind: 'add',
      path: 'acceptance.0.examples',
      value: [],
      mark,
    });
    expect(plan).toMatchObject({ ok: false, refusal: { code: 'changed-since' } });
  });

  it('is shown as one only where each cell has a place', () => {
    const tableOf = (examples: string) => {
      const criterion = `acceptance:\n  - when: a\n    then: b\n    examples: ${examples}\n`;
      return open(story(criterion)).page.acceptance?.entries[0]?.scenario?.examples;
    };
    expect(tableOf('[[phone, s], [old, 60]]')).toEqual({ columns: ['phone', 's'], rows: [['old', '60']] });
    for (const odd of ['[[phone, s], [old]]', '[{a: [1]}]', '[[a], {a: 1}]', '[]', 'none', '[[]]', '[{}]']) {
      expect(tableOf(odd)).toMatchObject({ rows: [], raw: odd });
      expect(tableOf(odd)?.locked).toMatch(/no table/);
    }
    expect(tableOf('[{a: &x 1}, {a: *x}]')?.locked).toMatch(/no table/);
    expect(tableOf('[{a: &x 1}]')?.locked).toBeUndefined();
    expect(tableOf('[{a: &x 1}]\n    x-same: *x')?.locked).toMatch(/other places use/);
  });
});
