import { describe, expect, it } from 'vitest';
import { LONGEST_SLICE, sliceEnds } from '../../src/server/sliceEnds.ts';

/** How long a slice gets with portions of these milliseconds, and how many it takes. */
function sliceOf(portions: readonly number[]): { readonly ms: number; readonly taken: number } {
  let clock = 1000;
  const ends = sliceEnds(() => clock);
  let taken = 0;
  for (const ms of portions) {
    clock += ms;
    taken++;
    if (ends()) break;
  }
  return { ms: clock - 1000, taken };
}

describe('a slice of idle work', () => {
  it.each([
    [[1, 1, 1, 1, 1], 4],
    [[1.5, 1.5, 1.5], 2],
    [[0.25, 3, 0.25], 2],
    [Array.from({ length: 50 }, () => 0.25), 16],
  ])('of portions of %j ms takes %i and no more than it may', (portions, taken) => {
    const slice = sliceOf(portions);
    expect(slice.taken).toBe(taken);
    expect(slice.ms).toBeLessThanOrEqual(LONGEST_SLICE);
  });

  it('is one portion where that takes longer by itself', () => {
    expect(sliceOf([9, 1])).toEqual({ ms: 9, taken: 1 });
  });
});
