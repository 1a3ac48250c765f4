/** `reference/duplicate-list`: a top-level key at two places. Both are read; YAML readers would drop one. */
import { scalarText } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import type { Slice } from '../yaml/slice.ts';
import type { Problem } from './problem.ts';

/** The problems of every later occurrence, by slice. */
export function duplicateLists(slices: readonly Slice[]): ReadonlyMap<Slice, readonly Problem[]> {
  const seen = new Set<string>();
  const found = new Map<Slice, readonly Problem[]>();
  for (const slice of slices) {
    if (slice.kind !== 'list' && slice.kind !== 'section') continue;
    if (!seen.has(slice.section)) seen.add(slice.section);
    else found.set(slice, [problem(slice)]);
  }
  return found;
}

function problem(slice: Slice): Problem {
  const { root } = readSlice(slice);
  const key = root?.kind === 'map' ? root.pairs[0]?.key : undefined;
  const { start, end } = key ?? { start: 0, end: slice.section.length };
  const name = key?.kind === 'scalar' ? scalarText(key, slice.text) : slice.section;
  return {
    rule: 'reference/duplicate-list',
    severity: 'error',
    message: `"${name}:" appears twice in this file, and other tools only see one of them: move its entries to the first.`,
    start,
    end,
  };
}
