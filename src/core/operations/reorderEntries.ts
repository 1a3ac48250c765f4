/**
 * Puts entries of a list field at another place of the same list: each with its comments, byte for byte, and what keeps
 * the entries apart (commas, blank lines) stays where it is. Offsets are those of the slice.
 */
import type { Span, TextEdit } from '../text/span.ts';
import type { SeqNode } from '../yaml/node.ts';
import { isDataList } from './data.ts';
import type { ListPlace } from './listPlace.ts';
import type { Refused } from './refusal.ts';
import { type Attempt, changeItem, nothing, type Step } from './step.ts';
import { linesOfEntries } from './takeEntries.ts';
import { addressOf, type View } from './view.ts';

/**
 * @param indexes sorted positions, at least one
 * @param at position among the entries that stay
 */
export function reorderEntries(
  view: View,
  list: ListPlace,
  indexes: readonly number[],
  at: number | undefined,
): Step | Refused {
  const { entry, place, nodes, pair } = list;
  const order = orderOf(nodes.length, indexes, at);
  if (pair?.value?.kind !== 'seq' || order.every((from, to) => from === to))
    return nothing(view, [addressOf(view, entry)]);
  return changeItem(
    view,
    entry,
    place.steps,
    (old) => (old !== undefined && isDataList(old) ? order.map((from) => old[from] ?? null) : old),
    attempts(pair.value, order, entry.slice.text),
  );
}

/** For each position afterwards, which entry stands there. */
function orderOf(count: number, indexes: readonly number[], at: number | undefined): readonly number[] {
  const moved = new Set(indexes);
  const order = Array.from({ length: count }, (_, i) => i).filter((i) => !moved.has(i));
  const target = Math.min(Math.max(0, Math.trunc(at ?? order.length)), order.length);
  order.splice(target, 0, ...indexes);
  return order;
}

/** The first and the last position at which another entry stands afterwards. */
function changedIn(order: readonly number[]): { readonly first: number; readonly last: number } {
  const first = order.findIndex((from, to) => from !== to);
  let last = order.length - 1;
  while (last > first && order[last] === last) last--;
  return { first, last };
}

function* attempts(seq: SeqNode, order: readonly number[], text: string): Generator<Attempt | undefined> {
  const spans = seq.flow ? flowSpans(seq) : linesOfEntries(seq, text);
  if (spans === undefined) return;
  const whole = exchanged(spans, order, text);
  yield seq.flow ? whole : (carried(spans, order, text) ?? whole);
  // Where a comment would swallow what comes behind it on its line, only the whole can tell.
  yield whole;
}

function flowSpans({ items }: SeqNode): readonly Span[] | undefined {
  const spans = items.flatMap((node) => (node === undefined ? [] : [{ start: node.start, end: node.end }]));
  return spans.length === items.length ? spans : undefined;
}

/** The run of entries that changes, written in its new order between what keeps them apart. */
function exchanged(spans: readonly Span[], order: readonly number[], text: string): Attempt | undefined {
  const { first, last } = changedIn(order);
  const [head, tail] = [spans[first], spans[last]];
  if (head === undefined || tail === undefined) return undefined;
  let words = '';
  for (let to = first; to <= last; to++) {
    const span = spans[order[to] ?? to];
    const here = spans[to];
    const next = spans[to + 1];
    if (span === undefined || here === undefined) return undefined;
    words += text.slice(span.start, span.end);
    if (to < last && next !== undefined) words += text.slice(here.end, next.start);
  }
  return { edits: [{ start: head.start, end: tail.end, text: words }] };
}

/** One run of neighbours taken out and put in elsewhere: two small edits, where all are kept apart in the same way. */
function carried(spans: readonly Span[], order: readonly number[], text: string): Attempt | undefined {
  const { first, last } = changedIn(order);
  const gaps = spans.slice(first, last).map(({ end }, i) => text.slice(end, spans[first + i + 1]?.start));
  const [gap = ''] = gaps;
  if (gaps.some((other) => other !== gap)) return undefined;
  const run = order.slice(first, last + 1);
  const cut = run.findIndex((from, i) => i > 0 && from !== (run[i - 1] ?? 0) + 1);
  const rotated = [...run.slice(cut), ...run.slice(0, cut)];
  if (cut < 1 || rotated.some((from, i) => from !== first + i)) return undefined;
  // Two blocks change places: the shorter of them is carried over the longer.
  const firstOfBack = run[0] ?? first;
  const [start, middle, end] = [spans[first]?.start, spans[firstOfBack]?.start, spans[last]?.end];
  const frontEnd = spans[firstOfBack - 1]?.end;
  if (start === undefined || middle === undefined || end === undefined || frontEnd === undefined)
    return undefined;
  const edits: TextEdit[] =
    frontEnd - start <= end - middle
      ? [
          { start, end: middle, text: '' },
          { start: end, end, text: gap + text.slice(start, frontEnd) },
        ]
      : [
          { start, end: start, text: text.slice(middle, end) + gap },
          { start: frontEnd, end, text: '' },
        ];
  return { edits };
}
