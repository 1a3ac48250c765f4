/**
 * Another text for a block scalar, by the characters that differ: the lines that a person did not touch stay folded as
 * they are. Offsets are those of the slice; the edit is proven by reading it again.
 */
import { difference } from '../text/difference.ts';
import { Written } from '../writing/written.ts';
import { spelledIn } from '../writing/mend.ts';
import type { Node } from '../yaml/node.ts';
import type { Attempt } from './step.ts';
import type { Plain } from '../yaml/writeBlock.ts';

/** Undefined where it is no text over a block scalar. */
export function retyped(node: Node | undefined, value: Plain, source: string): Attempt | undefined {
  if (node?.kind !== 'scalar' || typeof value !== 'string') return undefined;
  if (node.style !== 'literal' && node.style !== 'folded') return undefined;
  const written = new Written(node, source);
  const change = difference(written.text, value);
  if (change === undefined) return undefined;
  return { edits: [{ ...written.span(change), text: spelledIn(written, change.text) }] };
}
