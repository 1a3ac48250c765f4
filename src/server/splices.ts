/** The difference between two lists whose unchanged entries are the same objects: few splices, also for a move. */

export interface Splice<T> {
  readonly from: number;
  readonly removed: number;
  readonly rows: readonly T[];
}

/**
 * Splices that turn `before` into `after`. They come from the last to the first and each counts in `before`, so that
 * they can be made one after the other.
 */
export function splicesBetween<T extends object>(
  before: readonly T[],
  after: readonly T[],
): readonly Splice<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const kept = keptInOrder(before, after, start, endBefore, endAfter);
  const splices: Splice<T>[] = [];
  let fromBefore = start;
  let fromAfter = start;
  for (const [inBefore, inAfter] of [...kept, [endBefore, endAfter] as const]) {
    if (inBefore > fromBefore || inAfter > fromAfter) {
      splices.push({
        from: fromBefore,
        removed: inBefore - fromBefore,
        rows: after.slice(fromAfter, inAfter),
      });
    }
    fromBefore = inBefore + 1;
    fromAfter = inAfter + 1;
  }
  return splices.reverse();
}

/** Pairs of indexes of entries that both have, as many as can be kept without changing their order. */
function keptInOrder<T extends object>(
  before: readonly T[],
  after: readonly T[],
  start: number,
  endBefore: number,
  endAfter: number,
): readonly (readonly [number, number])[] {
  const places = new Map<T, number>();
  for (let i = start; i < endBefore; i++) places.set(before[i] as T, i);
  const common: (readonly [number, number])[] = [];
  for (let i = start; i < endAfter; i++) {
    const place = places.get(after[i] as T);
    if (place !== undefined) common.push([place, i]);
  }
  return longestIncreasing(common);
}

/** The longest run of pairs whose first numbers increase (patience sorting, n log n). */
function longestIncreasing(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([value], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number]?.[0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const run: (readonly [number, number])[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number)
    run.push(pairs[i] as readonly [number, number]);
  return run.reverse();
}
