import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import type { ListName } from '../../../src/core/backlog/lists.ts';
import type { Operation } from '../../../src/core/operations/operation.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { applyEdits } from './judge.ts';

type Create = Extract<Operation, { readonly type: 'create' }>;

const FRESH = 'product: {name: Kiosk, key: WK}\nstories:\n  - id: WK-1\n    title: Sell coffee   # cash?\n';

/** What the text is afterwards, or the sentence of the refusal; undone, it is what it was. */
function after(text: string, operation: Omit<Create, 'type'>): string {
  const plan = planOperation(Backlog.read(text), { type: 'create', ...operation });
  if (!plan.ok) return plan.refusal.message;
  const changed = applyEdits(text, plan.edits);
  const back = planOperation(Backlog.read(changed), plan.inverse);
  if (!back.ok) throw new Error(back.refusal.message);
  expect(applyEdits(changed, back.edits)).toBe(text);
  return changed;
}

const use = (field: string, how: 'set' | 'add' = 'set'): Create['use'] => [
  { item: { id: 'WK-1' }, field, how },
];

describe('an item that is created where it is named', () => {
  it('makes the list that a fresh file does not have, and changes nothing else', () => {
    expect(after(FRESH, { list: 'people', name: 'Ana Lima', use: use('assignee') })).toBe(
      'product: {name: Kiosk, key: WK}\npeople:\n  - id: ana\n    name: Ana Lima\nstories:\n  - id: WK-1\n    title: Sell coffee   # cash?\n    assignee: ana\n',
    );
  });

  it('numbers an epic, and takes the name of a sprint or release as its id', () => {
    expect(after(FRESH, { list: 'epics', name: 'Pay  by card', use: use('epic') })).toContain(
      'epics:\n  - id: WK-2\n    title: Pay by card\nstories:\n  - id: WK-1\n    title: Sell coffee   # cash?\n    epic: WK-2\n',
    );
    expect(after(FRESH, { list: 'sprints', name: 's1', use: use('sprint') })).toContain(
      'sprints:\n  - id: s1\nstories:',
    );
    expect(after(FRESH, { list: 'releases', name: '2027.1', use: use('release') })).toContain(
      'releases:\n  - id: "2027.1"\n',
    );
    expect(after(FRESH, { list: 'sprints', name: 'First sprint', use: use('sprint') })).toContain(
      'sprints:\n  - id: first-sprint\n    goal: First sprint\n',
    );
  });

  it('is named by several items, as one more entry where it is asked for', () => {
    const text = `${FRESH}    labels: [a]\n  - {id: WK-2, title: Two, insights: [x]}\ninsights:\n  - {id: x, text: X}\n`;
    const changed = after(text, {
      list: 'insights',
      name: 'Seven of eleven lost notes in the last season',
      fields: { weight: 2 },
      use: [
        { item: { id: 'WK-1' }, field: 'insights', how: 'add' },
        { item: { id: 'WK-2' }, field: 'insights', how: 'add' },
      ],
    });
    expect(changed).toContain('insights: [x, seven-of-eleven-lost-notes-in]');
    expect(changed).toContain(
      '  - {id: seven-of-eleven-lost-notes-in, text: Seven of eleven lost notes in the last season, weight: 2}',
    );
  });

  it('keeps the line ends of the file', () => {
    const crlf = FRESH.replaceAll('\n', '\r\n');
    const changed = after(crlf, { list: 'teams', name: 'Core team' });
    expect(changed).toContain('teams:\r\n  - id: core-team\r\n    name: Core team\r\n');
    expect(changed.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('finds an id that is free and can be read', () => {
    const id = (list: ListName, name: string, text = FRESH): string | undefined =>
      /- (?:\{)?id: ("?)(.*?)\1[\n,}]/u.exec(after(text, { list, name }).split(`${list}:`)[1] ?? '')?.[2];
    expect(id('people', 'Ana Lima')).toBe('ana');
    expect(id('people', 'José Ñandú')).toBe('jose');
    expect(id('people', '李 小龙')).toBe('李');
    expect(id('personas', 'Field biologist')).toBe('field-biologist');
    expect(id('objectives', 'x'.repeat(80))).toBe('x'.repeat(32));
    const taken = 'people:\n  - id: other\n  - id: ana\n  - id: ana-lima\n  - id: ana-2\n';
    expect(after(taken, { list: 'people', name: 'Ana Lima' })).toContain(
      '  - id: ana-3\n    name: Ana Lima\n',
    );
    expect(after(taken, { list: 'people', name: 'Ana Okafor' })).toContain('  - id: ana-okafor\n');
  });

  it('quotes what YAML would take for something else', () => {
    expect(after(FRESH, { list: 'people', name: 'No' })).toContain('  - id: "no"\n    name: "No"\n');
    expect(after(FRESH, { list: 'personas', name: 'a: b # c' })).toContain('    name: "a: b # c"\n');
  });

  it('says what is wrong', () => {
    expect(after(FRESH, { list: 'people', name: '  ' })).toBe('Type a name for the new person.');
    expect(after(FRESH, { list: 'people', name: '!!!' })).toBe(
      '“!!!” has no letter or digit to make an id from: type another name.',
    );
    expect(
      after(FRESH, {
        list: 'people',
        name: 'Ana',
        use: [{ item: { id: 'WK-9' }, field: 'assignee', how: 'set' }],
      }),
    ).toContain('WK-9');
  });
});
