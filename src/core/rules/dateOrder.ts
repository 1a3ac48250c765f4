/** date/order: an end before its start. */
import type { MapNode } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { dayIn, pairWith, shown } from './scalar.ts';

/** Checks that the day of `later` is not before that of `earlier`, for items that have both. */
export function dateOrder(earlier: string, later: string): (judging: Judging, item: MapNode) => void {
  return (judging, item) => {
    const { text } = judging;
    const first = pairWith(item, earlier, text)?.value;
    const second = pairWith(item, later, text)?.value;
    if (first?.kind !== 'scalar' || second?.kind !== 'scalar') return;
    // A day that does not exist is NaN, and compares with nothing.
    if (!(dayIn(second, text) < dayIn(first, text))) return;
    judging.report(
      'date/order',
      'error',
      second,
      `"${later}" (${shown(second, text)}) is before "${earlier}" (${shown(first, text)}).`,
    );
  };
}
