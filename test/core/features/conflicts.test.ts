/** Merge conflicts in a file: found with what they touch, and settled by keeping one side, byte for byte. */
import { describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { quickFixesAt } from '../../../src/core/features/codeActions.ts';
import { conflictsOf } from '../../../src/core/features/conflicts.ts';
import type { ConflictSide } from '../../../src/core/text/conflicts.ts';
import { planOperation } from '../../../src/core/operations/planOperation.ts';
import { applyEdits } from '../operations/judge.ts';

const TWO_WAY = `product: {name: N, key: FN}
stories:
  - id: FN-1
    title: Sync
<<<<<<< HEAD
    estimate: 3
=======
    estimate: 5 # agreed
>>>>>>> pay-by-card
  - id: FN-2
    title: Export
<<<<<<< HEAD
  - id: FN-3
    title: Mine
||||||| 1a2b3c
  - id: FN-9
    title: Before
=======
>>>>>>> pay-by-card
`;

function keep(text: string, conflict: number, side: ConflictSide): string {
  const backlog = Backlog.read(text);
  const plan = planOperation(backlog, { type: 'resolveConflict', conflict, keep: side });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const after = applyEdits(text, plan.edits);
  backlog.edit(plan.edits);
  const undo = planOperation(backlog, plan.inverse);
  if (!undo.ok) throw new Error(undo.refusal.message);
  expect(applyEdits(after, undo.edits)).toBe(text);
  return after;
}

describe('a merge conflict', () => {
  it('is told with its sides and the items that it touches', () => {
    expect(conflictsOf(Backlog.read(TWO_WAY))).toEqual([
      { conflict: 0, line: 4, mine: 'HEAD', theirs: 'pay-by-card', items: [{ id: 'FN-1', title: 'Sync' }] },
      {
        conflict: 1,
        line: 11,
        mine: 'HEAD',
        theirs: 'pay-by-card',
        items: [
          { id: 'FN-2', title: 'Export' },
          { id: 'FN-3', title: 'Mine' },
          { id: 'FN-9', title: 'Before' },
        ],
      },
    ]);
    expect(conflictsOf(Backlog.read('stories: []\n'))).toEqual([]);
  });

  it('keeps one side, and nothing of what both had before', () => {
    const first = { mine: '    estimate: 3\n', theirs: '    estimate: 5 # agreed\n' };
    const second = { mine: '  - id: FN-3\n    title: Mine\n', theirs: '' };
    for (const a of ['mine', 'theirs'] as const) {
      for (const b of ['mine', 'theirs'] as const) {
        // The last first, so that the first keeps its number.
        const after = keep(keep(TWO_WAY, 1, b), 0, a);
        const head = 'product: {name: N, key: FN}\nstories:\n  - id: FN-1\n    title: Sync\n';
        expect(after).toBe(`${head}${first[a]}  - id: FN-2\n    title: Export\n${second[b]}`);
        expect(
          Backlog.read(after)
            .problems()
            .filter(({ problem }) => problem.rule.startsWith('yaml/')),
        ).toEqual([]);
      }
    }
  });

  it('keeps its line ends, also without one at the end of the file', () => {
    const text = TWO_WAY.replaceAll('\n', '\r\n').slice(0, -2);
    const after = keep(keep(text, 1, 'mine'), 0, 'theirs');
    expect(after).toBe(
      'product: {name: N, key: FN}\r\nstories:\r\n  - id: FN-1\r\n    title: Sync\r\n    estimate: 5 # agreed\r\n' +
        '  - id: FN-2\r\n    title: Export\r\n  - id: FN-3\r\n    title: Mine\r\n',
    );
  });

  it('may lie in a side of another', () => {
    const text =
      'x-a:\n<<<<<<< ours\n  a: 1\n<<<<<<< inner\n  b: 2\n=======\n  b: 3\n>>>>>>> inner\n=======\n  a: 4\n>>>>>>> theirs\n';
    expect(keep(text, 1, 'theirs')).toBe(
      'x-a:\n<<<<<<< ours\n  a: 1\n  b: 3\n=======\n  a: 4\n>>>>>>> theirs\n',
    );
    expect(keep(text, 0, 'theirs')).toBe('x-a:\n  a: 4\n');
    expect(keep(text, 0, 'mine')).toBe(
      'x-a:\n  a: 1\n<<<<<<< inner\n  b: 2\n=======\n  b: 3\n>>>>>>> inner\n',
    );
  });

  it('is settled by the light bulb at each of its marker lines', () => {
    const backlog = Backlog.read(TWO_WAY);
    for (const marker of ['<<<<<<< HEAD', '=======', '>>>>>>> pay-by-card']) {
      const at = TWO_WAY.indexOf(marker);
      const fixes = quickFixesAt(backlog, { start: at, end: at });
      expect(fixes.map(({ title }) => title)).toEqual(['Keep mine', 'Take theirs']);
      expect(applyEdits(TWO_WAY, fixes[1]?.edits ?? [])).toBe(keep(TWO_WAY, 0, 'theirs'));
    }
  });

  it('that is not closed, or no longer there, is nothing to settle', () => {
    const open = 'stories:\n<<<<<<< HEAD\n  - id: FN-1\n=======\n';
    expect(conflictsOf(Backlog.read(open))).toEqual([]);
    const at = open.indexOf('<<<');
    expect(quickFixesAt(Backlog.read(open), { start: at, end: at })).toEqual([]);
    const plan = planOperation(Backlog.read(open), { type: 'resolveConflict', conflict: 0, keep: 'mine' });
    expect(plan).toMatchObject({ ok: false, refusal: { code: 'changed-since' } });
  });
});
