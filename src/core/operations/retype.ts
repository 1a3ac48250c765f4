/**
 * Another text for a block scalar, by the characters that differ: the lines that a person did not touch stay folded as
 * they are. Offsets are those of the slice; the edit is proven by reading it again.
 */
import type { TextEdit } from '../text/span.ts';
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
  const { start, end, text } = atLineEnd(change, written.text);
  const span = written.span({ start, end });
  const spelled = spelledIn(written, text);
  const isBlankBehind = /^\r?(?:\n|$)/.test(source.slice(span.end));
  const words = isBlankBehind ? spelled.replace(/(?<=\n)[ \t]+$/, '') : spelled;
  const leavesSpaces = /^\r?\n/.test(words) && /(?:^|\n)[ \t]+$/.test(source.slice(0, span.start));
  return leavesSpaces ? undefined : { edits: [{ ...span, text: words }] };
}

/** Lines that come in between go behind the line break above them, so that no line of spaces is left. */
function atLineEnd(change: TextEdit, text: string): TextEdit {
  const { start, end } = change;
  if (start !== end || text.charAt(start - 1) !== '\n' || !change.text.endsWith('\n')) return change;
  return { start: start - 1, end: start - 1, text: `\n${change.text.slice(0, -1)}` };
}
