/**
 * Ways to write another value in place of one entry of a list field. Its place and the comments around it stay. Offsets
 * are those of the slice; of several ways the first that is proven right is taken.
 */
import type { TextEdit } from '../text/span.ts';
import type { SeqNode } from '../yaml/node.ts';
import { lineEnd, lineStart } from '../yaml/trivia.ts';
import { type Plain, renderEntry, renderFlow } from '../yaml/writeBlock.ts';
import { type Data, isDataList } from './data.ts';
import { dashLines } from './entryLines.ts';
import { columnOfKeys } from './fieldEdits.ts';
import type { ListPlace } from './listPlace.ts';
import { asBlock, inlineLines } from './putEntries.ts';
import type { Attempt } from './step.ts';
import { bareTexts } from './validate.ts';

/** What a list field says with another entry at a position; a bare value is the entry itself. */
export function withEntry(old: Data | undefined, index: number, value: Data): Data {
  if (old === undefined || !isDataList(old)) return [value];
  return old.map((entry, i) => (i === index ? value : entry));
}

/** The entry written anew: over lines where it has its own, else on the line of its list, else with all as lines. */
export function* replacements(
  list: ListPlace,
  index: number,
  value: Plain,
  eol: string,
): Generator<Attempt | undefined> {
  const { text } = list.entry.slice;
  const seq = list.pair?.value;
  if (seq?.kind === 'seq' && !seq.flow) {
    yield asLines(text, seq, index, rendered(list, value, seq.start - lineStart(text, seq.start)), eol);
    return;
  }
  const isText = typeof value === 'string' && value.includes('\n');
  const node = list.nodes[index];
  if (seq?.kind === 'seq' && node !== undefined && (!isText || list.place.map.flow))
    yield { edits: [{ start: node.start, end: node.end, text: renderFlow(value, bareTexts(list.shape)) }] };
  if (list.place.map.flow) return;
  const column = columnOfKeys(list.place.map, text) + 2;
  const lines = list.nodes.map((each, i) =>
    i === index ? rendered(list, value, column) : inlineLines(each, column, list),
  );
  if (lines.every((entry) => entry !== undefined)) {
    const edits = asBlock(list, lines.flat(), [], eol);
    yield edits && { edits };
  }
}

function rendered(list: ListPlace, value: Plain, column: number): string[] {
  return renderEntry(value, { indent: column, bare: bareTexts(list.shape) });
}

/**
 * The lines of an entry of a block list, with the comment that stands behind it behind its first.
 * @param lines with their indentation, the first with its dash
 */
export function asLines(
  text: string,
  seq: SeqNode,
  index: number,
  lines: readonly string[],
  eol: string,
): Attempt | undefined {
  const column = seq.start - lineStart(text, seq.start);
  const dashes = dashLines(seq, column, text);
  const dash = dashes[index];
  if (dash === undefined || dashes.length !== seq.items.length) return undefined;
  const last = seq.items[index]?.end ?? dash + column + 1;
  const behind = text.slice(last, lineEnd(text, last));
  const [first = '', ...rest] = lines;
  const edit: TextEdit = {
    start: dash,
    end: lineEnd(text, last),
    text: [first + behind.trimEnd(), ...rest].join(eol),
  };
  return { edits: [edit] };
}
