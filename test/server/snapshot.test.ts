import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Workspace } from '../../src/core/workspace/workspace.ts';
import type { Row, Snapshot, WholeSnapshot } from '../../src/protocol/snapshot.ts';
import { Snapshots } from '../../src/server/snapshot.ts';
import { splicesBetween } from '../../src/server/splices.ts';
import { cases } from '../support/cases.ts';

const SILENT = { error: () => undefined, debug: () => undefined };
const URI = 'file:///team/backlog.yaml';

/** What a view that follows holds after a snapshot came. */
function applied(held: WholeSnapshot | undefined, snapshot: Snapshot | null): WholeSnapshot {
  if (snapshot === null) throw new Error('there is no snapshot');
  if (snapshot.kind === 'whole') return snapshot;
  if (held?.revision !== snapshot.since) throw new Error('the change is for another revision');
  const rows: Row[] = [...held.rows];
  for (const { from, removed, rows: added } of snapshot.splices) rows.splice(from, removed, ...added);
  const {
    name = held.name,
    productKey = held.productKey,
    workflow = held.workflow,
    counts,
    revision,
  } = snapshot;
  return { ...held, rows, name, productKey, workflow, counts, revision };
}

const line = fc.constantFrom(
  ...[
    'stories:\n',
    'epics:\n',
    'sprints:\n',
    'product: {name: X, key: FN}\n',
    'workflow: {statuses: [idea, done]}\n',
  ],
  ...[
    '  - id: FN-1\n',
    '  - id: FN-2\n',
    '  - title: A\n',
    '    title: B\n',
    '    status: idea\n',
    '    status: nope\n',
  ],
  ...[
    '    epic: FN-1\n',
    '    depends_on: [FN-2]\n',
    '  - {id: s1, start: 2026-01-01}\n',
    '# note\n',
    '\n',
    '  - [\n',
  ],
);
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join(''));

describe('snapshots', () => {
  it('that come as changes give what a whole one gives, after any sequence of texts', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const workspace = new Workspace(SILENT);
        const snapshots = new Snapshots();
        let held: WholeSnapshot | undefined;
        for (const [i, value] of texts.entries()) {
          if (i === 0) workspace.open(URI, i, value);
          else workspace.replace(URI, i, value);
          const file = workspace.file(URI);
          if (file === undefined) throw new Error('the file is not known');
          held = applied(held, snapshots.of(file, held?.revision));
          expect(held).toEqual(new Snapshots().of(file, undefined));
          expect(new Set(held.rows.map(({ key }) => key)).size).toBe(held.rows.length);
          for (const { address, title } of held.rows) {
            const found = file.backlog?.find(address);
            expect(found).toMatchObject({ ok: true });
            expect((found?.ok === true && found.item.title) || '').toBe(title);
          }
        }
      }),
      { numRuns: cases(3_000) },
    );
  }, 600_000);

  it('keep the rows of items that did not change', () => {
    const workspace = new Workspace(SILENT);
    const snapshots = new Snapshots();
    workspace.open(URI, 1, 'stories:\n  - title: A\n  - title: B\n');
    const file = workspace.file(URI);
    if (file === undefined) throw new Error('the file is not known');
    const before = applied(undefined, snapshots.of(file, undefined));
    workspace.change(URI, 2, [{ start: 20, end: 21, text: 'Better' }]);
    const after = applied(undefined, snapshots.of(file, undefined));
    expect(after.rows[0]).not.toBe(before.rows[0]);
    expect(after.rows[1]).toBe(before.rows[1]);
  });
});

describe('splices', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ i }));
  const some = fc.shuffledSubarray(many);

  it('turn one list into the other', () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const rows = [...before];
        for (const { from, removed, rows: added } of splicesBetween(before, after))
          rows.splice(from, removed, ...added);
        expect(rows).toEqual(after);
      }),
      { numRuns: cases(10_000) },
    );
  });

  it('move one row by naming only that row', () => {
    const after = [...many.slice(0, 2), ...many.slice(9, 10), ...many.slice(2, 9), ...many.slice(10)];
    expect(splicesBetween(many, after)).toEqual([
      { from: 9, removed: 1, rows: [] },
      { from: 2, removed: 0, rows: [many[9]] },
    ]);
  });
});
