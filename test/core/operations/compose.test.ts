import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComposedEdits } from '../../../src/core/operations/compose.ts';
import { applyEdits } from './judge.ts';

describe('edits that are made one after the other', () => {
  it('come to the same as one list of edits', () => {
    const step = fc.array(fc.tuple(fc.nat(20), fc.nat(6), fc.constantFrom('', 'x', 'yz', '🚀\n')), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(step, { maxLength: 4 }), (text, steps) => {
        const composed = new ComposedEdits(text.length);
        let current = text;
        for (const parts of steps) {
          let at = 0;
          const edits = parts.map(([skip, length, insert]) => {
            const start = Math.min(current.length, at + skip);
            at = Math.min(current.length, start + length);
            return { start, end: at, text: insert };
          });
          composed.add(edits);
          current = applyEdits(current, edits);
        }
        expect(applyEdits(text, composed.edits())).toBe(current);
      }),
      { numRuns: 3000 },
    );
  });

  it('leave nothing behind where nothing was changed', () => {
    expect(new ComposedEdits(10).edits()).toEqual([]);
  });
});
