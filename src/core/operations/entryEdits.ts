/**
 * Edits that put one entry into a list or take one out, in flow (`[a, b]`) and block (`- a`) style.
 * Offsets are those of the slice. Comments above an entry are left where they are.
 */
import type { TextEdit } from '../text/span.ts';
import type { SeqNode } from '../yaml/node.ts';
import { isBlankLine, lineEnd, lineStart, nextLine } from '../yaml/trivia.ts';
import { isMapping, type Plain, renderEntry, renderFlow } from '../yaml/writeBlock.ts';
import { aboveBlankLines, blankAbove, dashLines, entryEnd, leadStart } from './entryLines.ts';
import { removeFromFlow, removeLines, type Writing } from './fieldEdits.ts';
import type { Attempt } from './step.ts';

/** Puts an entry at a position from 0 to the list's length; undefined where the list has a form that is not known. */
export function insertEntry(
  seq: SeqNode,
  at: number,
  value: Plain,
  text: string,
  writing: Writing,
): TextEdit[] | undefined {
  return seq.flow
    ? insertInFlow(seq, at, value, text, writing)
    : insertInBlock(seq, at, value, text, writing);
}

function insertInFlow(seq: SeqNode, at: number, value: Plain, text: string, writing: Writing): TextEdit[] {
  const written = renderFlow(value, writing.bare);
  const before = seq.items[at - 1];
  const next = seq.items[at];
  if (before !== undefined) return [insertion(before.end, `, ${written}`)];
  if (next === undefined) return [insertion(seq.start + 1, written)];
  const gap = /^[ \t]*/.exec(text.slice(seq.start + 1))?.[0].length ?? 0;
  return [insertion(seq.start + 1 + gap, `${written}, `)];
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function insertInBlock(
  seq: SeqNode,
  at: number,
  value: Plain,
  text: string,
  writing: Writing,
): TextEdit[] | undefined {
  const column = seq.start - lineStart(text, seq.start);
  const dashes = dashLines(seq, column, text);
  if (dashes.length !== seq.items.length || dashes.length === 0) return undefined;
  const neighbour = seq.items[Math.max(0, at - 1)];
  const isFlow = isMapping(value) && neighbour?.kind === 'map' && neighbour.flow;
  const margin = ' '.repeat(column);
  const lines = isFlow
    ? [`${margin}- ${renderFlow(value, writing.bare)}`]
    : renderEntry(value, {
        indent: column,
        bare: writing.bare,
        scalar: writing.quoted ? { style: 'double' } : {},
      });
  const next = dashes[at];
  const spaced = dashes.length > 1 && blankAbove(text, leadStart(text, dashes.at(-1) ?? 0, column));
  if (next !== undefined) {
    const gap = spaced ? writing.eol : '';
    return [insertion(leadStart(text, next, column), lines.map((line) => line + writing.eol).join('') + gap)];
  }
  const end = entryEnd(seq, seq.items.length - 1, column, text, undefined);
  const gap = spaced ? writing.eol : '';
  return [insertion(end, gap + lines.map((line) => writing.eol + line).join(''))];
}

/** Takes the entry at a position out of a list that has others; undefined where the list has a form that is not known. */
export function removeEntryAt(seq: SeqNode, index: number, text: string): Attempt | undefined {
  const node = seq.items[index];
  if (seq.flow) {
    if (node === undefined) return undefined;
    const edits = removeFromFlow(text, node, seq.items[index + 1]?.start, seq.items[index - 1]?.end);
    return { edits };
  }
  const column = seq.start - lineStart(text, seq.start);
  const dashes = dashLines(seq, column, text);
  const start = dashes[index];
  if (dashes.length !== seq.items.length || start === undefined) return undefined;
  const end =
    node === undefined ? lineEnd(text, start) : entryEnd(seq, index, column, text, dashes[index + 1]);
  const isLast = index === seq.items.length - 1;
  const blankBelow = isBlankLine(text.slice(nextLine(text, end), nextLine(text, nextLine(text, end))));
  // One of two runs of blank lines goes with the entry that they kept apart.
  const from = index > 0 && (isLast || blankBelow) ? aboveBlankLines(text, start) : start;
  return { edits: [removeLines(text, from, end)], mayLose: [{ start, end }] };
}
