import { describe, expect, it } from 'vitest';
import { applySnapshot } from '../../src/views/snapshots.ts';
import { TreeModel, type Element } from '../../src/extension/tree/model.ts';
import { buildTree } from '../../src/extension/tree/nodes.ts';
import type { Grouping } from '../../src/protocol/settings.ts';
import { computing } from '../support/computing.ts';
import { input } from './support/outline.ts';
import { backlog, item, stories } from './support/rows.ts';

/** Milliseconds of processor time: some 10 are taken, the limit is there for what grows with the square. */
const LIMIT = 1000;

const STATUSES = ['idea', 'ready', 'doing', 'done'];
const rows = [
  ...['ana', 'ben'].map((id) => item('people', id)),
  ...Array.from({ length: 50 }, (_, at) => item('epics', `E${String(at)}`)),
  ...Array.from({ length: 40 }, (_, at) => item('sprints', `s${String(at)}`)),
  ...stories(10_000, (at) => ({
    status: STATUSES[at % 4] ?? 'idea',
    points: at % 8,
    epic: `E${String(at % 50)}`,
    sprint: `s${String(at % 40)}`,
    assignees: [at % 2 === 0 ? 'ana' : 'ben'],
    labels: ['sync'],
  })),
];
const large = backlog(rows);

/** What the editor asks for at first: the roots, and below those that are open. */
function draw(grouping: Grouping, filter: string): void {
  const model = new TreeModel();
  model.update(buildTree(input([large], { grouping, filter })).roots);
  const open = (element: Element): void => {
    if ('open' in element.node && element.node.open) model.children(element).forEach(open);
  };
  model.children(undefined).forEach(open);
}

describe('10,000 stories', () => {
  it.each(['none', 'epic', 'sprint', 'status', 'assignee'] as const)(
    'are drawn while nobody waits by %s, filtered or not',
    (grouping) => {
      for (const filter of ['', 'title 77', 'label:sync is:open'])
        expect(
          computing(() => {
            draw(grouping, filter);
          }),
        ).toBeLessThan(LIMIT);
    },
  );

  it('follow a keystroke, with every range open', () => {
    const model = new TreeModel();
    const tree = (held: typeof large) => buildTree(input([held])).roots;
    model.update(tree(large));
    for (const element of model.children(undefined)) model.children(element);
    let held = large;
    const type = (): void => {
      const from = 5000;
      const row = held.rows[from];
      if (row === undefined) throw new Error('no such row');
      const { revision } = held;
      const next = applySnapshot(held, {
        kind: 'change',
        uri: held.uri,
        since: revision,
        revision: revision + 1,
        splices: [{ from, removed: 1, rows: [{ ...row, title: `Typed ${String(revision)}` }] }],
        counts: held.counts,
      });
      if (next === undefined) throw new Error('the change did not apply');
      held = next;
      expect(model.update(tree(held))).toHaveLength(1);
    };
    expect(computing(type)).toBeLessThan(LIMIT);
  });
});
