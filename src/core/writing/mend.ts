/**
 * Turns edits of a text into edits of the file, and proves them: the slice is read again, and the text has to be what
 * was meant. Where the small edit can't be spelled at its place, the whole scalar is written anew in the style it has;
 * where that fails as well there is no edit.
 */
import { applied } from '../text/applied.ts';
import type { TextEdit } from '../text/span.ts';
import { type Node, type Scalar, scalarText } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import { Slice } from '../yaml/slice.ts';
import { renderScalar } from '../yaml/write.ts';
import type { Written } from './written.ts';

/**
 * @param edits offsets of `written.text`, sorted, not overlapping.
 * @param slice the slice that `written` stands in.
 * @returns edits with offsets of the slice, or undefined where they can't be proven right.
 */
export function mend(
  written: Written,
  edits: readonly TextEdit[],
  slice: Slice,
): readonly TextEdit[] | undefined {
  const wanted = written.with(edits);
  const small = edits.map(({ start, end, text }) => ({
    ...written.span({ start, end }),
    text: spelledIn(written, text),
  }));
  if (reads(slice, written.node, small, wanted)) return small;
  const { node } = written;
  if (node.style === 'literal' || node.style === 'folded' || wanted.includes('\n')) return undefined;
  const whole = [
    { start: node.start, end: node.end, text: renderScalar(wanted, contextOf(node, slice.text)) },
  ];
  return reads(slice, node, whole, wanted) ? whole : undefined;
}

/** The text as it has to be spelled inside the scalar. */
export function spelledIn({ node, source }: Written, text: string): string {
  switch (node.style) {
    case 'single':
      return text.replaceAll("'", "''");
    case 'double':
      return JSON.stringify(text).slice(1, -1);
    case 'literal':
    case 'folded': {
      const eol = source.includes('\r\n') ? '\r\n' : '\n';
      const margin = ' '.repeat(columnIn(node, source));
      const lines = text.split('\n');
      // A blank line in between has no space of its own.
      return lines
        .map((line, i) => (i === 0 || (line === '' && i < lines.length - 1) ? line : margin + line))
        .join(eol);
    }
    case 'plain':
      return text;
  }
}

function columnIn(node: Scalar, source: string): number {
  const first = source.slice(node.start, node.end).split('\n')[1] ?? '';
  return first.length - first.trimStart().length;
}

function contextOf(node: Scalar, text: string): Parameters<typeof renderScalar>[1] {
  const behind = text.slice(node.end).split('\n', 1)[0] ?? '';
  return {
    style: node.style === 'single' || node.style === 'double' ? node.style : 'plain',
    commentBehind: /^[ \t]+#/.test(behind),
    // A closing bracket or a comma behind it: it may stand in a flow collection.
    flow: /^[ \t]*[,\]}]/.test(behind),
  };
}

function reads(slice: Slice, node: Scalar, edits: readonly TextEdit[], wanted: string): boolean {
  const text = applied(slice.text, edits);
  const { kind, section, indent, listIndent } = slice;
  const reading = readSlice(new Slice(text, kind, section, indent, listIndent, text.split('\n').length - 1));
  const before = readSlice(slice);
  if (reading.problems.length > before.problems.length) return false;
  const found = scalarAt(reading.root, node.start);
  return (
    found !== undefined &&
    scalarText(found, text) === wanted &&
    found.end - node.end === text.length - slice.text.length
  );
}

function scalarAt(node: Node | undefined, start: number): Scalar | undefined {
  if (node === undefined || start < node.start || start > node.end) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.start === start ? node : undefined;
    case 'alias':
      return undefined;
    case 'seq':
      for (const item of node.items) {
        const found = scalarAt(item, start);
        if (found) return found;
      }
      return undefined;
    case 'map':
      for (const { key, value } of node.pairs) {
        const found = scalarAt(key, start) ?? scalarAt(value, start);
        if (found) return found;
      }
      return undefined;
  }
}
