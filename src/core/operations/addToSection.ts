/** Adds an item to a list that has none yet, is written in flow style, or is not in the file. */
import { isListName } from '../backlog/lists.ts';
import { topLevelFields } from '../schema/shapes.ts';
import type { TextEdit } from '../text/span.ts';
import { isNull, type Node, pairOf } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import type { Slice, SlicedText } from '../yaml/slicedText.ts';
import { isBlankLine, isCommentLine, lineEnd, linesOf } from '../yaml/trivia.ts';
import { itemLines, listIndentOf, type NewItem } from './newItem.ts';
import { changeData, type Data, dataOf, isDataList } from './data.ts';
import { insertEntry } from './entryEdits.ts';
import { colonEnd, eolFor } from './fieldEdits.ts';
import { partsOf } from './layout.ts';
import { listNode } from './listNode.ts';
import type { ItemAddress } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { absolute, type Step, verified } from './step.ts';
import { sliceData } from './verify.ts';
import { type Entry, pathInSlice, type View } from './view.ts';

/** Adds the first item of a list. */
export function addToSection(view: View, item: NewItem): Step | Refused {
  const { source } = view;
  const whole = source.slices.find((slice) => slice.kind === 'whole');
  if (whole !== undefined) {
    return refuse(
      'cannot-preserve',
      `The file is not written as keys with lists below, so ${item.list} can't be added to from here.`,
    );
  }
  const index = source.slices.findIndex((slice) => slice.section === item.list);
  const slice = source.slices[index];
  return slice === undefined ? addSection(view, item) : fillSection(view, item, index, slice);
}

/** `stories:`, `stories: []` or `stories: ~`, with or without a comment behind it. */
function fillSection(view: View, item: NewItem, index: number, slice: Slice): Step | Refused {
  const { source } = view;
  const { text } = slice;
  const root = readSlice(slice).root;
  const pair = root?.kind === 'map' ? pairOf(root, item.list, text) : undefined;
  const colon = pair === undefined ? undefined : colonEnd(pair, text);
  if (pair === undefined || colon === undefined || !isEmpty(pair.value, text)) {
    return refuse(
      'cannot-preserve',
      `${item.list} holds something other than a list: mend it in the file first.`,
    );
  }
  const eol = eolFor(source, text);
  const lines = itemLines(item, listIndentOf(view), undefined).map((line) => eol + line);
  const valueEnd = pair.value?.end ?? colon;
  const end = lineEnd(text, valueEnd);
  const base = source.startOf(index);
  const edits: TextEdit[] = [];
  if (valueEnd > colon) edits.push({ start: base + colon, end: base + valueEnd, text: '' });
  edits.push({ start: base + end, end: base + end, text: lines.join('') });
  const [first, second] = edits;
  if (first !== undefined && second !== undefined && first.end === second.start) {
    edits.splice(0, 2, { start: first.start, end: second.end, text: second.text });
  }
  return inserted(view, item, edits, slice, [itemToken(item)]);
}

function isEmpty(value: Node | undefined, text: string): boolean {
  return isNull(value, text) || (value?.kind === 'seq' && value.flow && value.items.length === 0);
}

function itemToken(item: NewItem): { key: string; item: boolean; data: Data } {
  return { key: item.list, item: true, data: dataOf(item.fields) };
}

function inserted(
  view: View,
  item: NewItem,
  edits: readonly TextEdit[],
  after: Slice | undefined,
  tokens: NewSection['tokens'],
): Step | Refused {
  const step = written(view, edits, after, { key: item.list, tokens });
  return step.ok ? { ...step, items: [addressOfNew(item)] } : step;
}

function addressOfNew({ list, fields: { id } }: NewItem): ItemAddress {
  return typeof id === 'string' ? { id, list } : { list, index: 0 };
}

/** The edits, once they are seen to say what is meant and nothing else. */
function written(
  view: View,
  edits: readonly TextEdit[],
  after: Slice | undefined,
  { key, tokens }: { readonly key: string; readonly tokens: NewSection['tokens'] },
): Step | Refused {
  const what = isListName(key) ? `the list ${key}` : key;
  const result = verified(view, edits, { changed: new Map(), inserted: { after, tokens } }, what);
  return result.ok ? { ok: true, edits, change: result.change, items: [] } : result;
}

/** A list that the file does not have. */
function addSection(view: View, item: NewItem): Step | Refused {
  const step = insertSection(view, item.list, {
    lines: [`${item.list}:`, ...itemLines(item, listIndentOf(view), undefined)],
    tokens: [{ key: item.list, item: false, data: null }, itemToken(item)],
  });
  return step.ok ? { ...step, items: [addressOfNew(item)] } : step;
}

export interface NewSection {
  /** Its key and everything below it. */
  readonly lines: readonly string[];
  /** What the file says with it. */
  readonly tokens: readonly { key: string; item: boolean; data: Data }[];
}

/** A section that the file does not have: its key goes where the format has it. */
export function insertSection(view: View, key: string, { lines, tokens }: NewSection): Step | Refused {
  const { source } = view;
  const { slices } = source;
  const eol = eolFor(source, '');
  const order = [...topLevelFields().keys()];
  const rank = order.indexOf(key);
  const sections = slices.flatMap((slice, at) =>
    slice.section === '' ? [] : [{ at, rank: order.indexOf(slice.section) }],
  );
  const before = sections.filter((section) => section.rank < rank).at(-1)?.at;
  const spaced = sectionsAreSpaced(source);
  const insert = (at: number, text: string, after: Slice | undefined): Step | Refused =>
    written(view, [{ start: at, end: at, text }], after, { key, tokens });
  const firstSection = sections[0]?.at;
  if (before === undefined && firstSection !== undefined) {
    const text = [...lines, ...(spaced ? [''] : [])].map((line) => line + eol).join('');
    return insert(source.startOf(firstSection), text, slices[firstSection - 1]);
  }
  const last = before ?? slices.findIndex((slice) => slice.kind === 'head');
  const slice = slices[last];
  if (slice === undefined) return insert(0, lines.map((line) => line + eol).join(''), undefined);
  const own = slice.kind === 'head' ? slice.text : contentOf(slice);
  const ended = own === '' || own.endsWith('\n');
  const breakBefore = slice.kind === 'head' ? needsBlank(own) : spaced;
  const all = [...(breakBefore ? [''] : []), ...lines];
  const text = ended ? all.map((line) => line + eol).join('') : all.map((line) => eol + line).join('');
  return insert(source.startOf(last) + own.length, text, slice);
}

/** A slice without the blank lines and the comments of the file behind its content. */
function contentOf(slice: Slice): string {
  if (slice.kind === 'item') return partsOf(slice).own;
  let end = 0;
  let at = 0;
  for (const line of linesOf(slice.text)) {
    at += line.length;
    if (!isBlankLine(line) && !(isCommentLine(line) && end > 0 && line.startsWith('#'))) end = at;
  }
  return slice.text.slice(0, end);
}

/** A comment at the head of the file is about the file: a blank line keeps the new key apart from it. */
function needsBlank(head: string): boolean {
  const last = linesOf(head).at(-1) ?? '';
  return isCommentLine(last);
}

/** True where blank lines stand between the sections of the file, or will once there are two. */
function sectionsAreSpaced(source: SlicedText): boolean {
  const starts = source.slices.flatMap((slice, at) =>
    slice.kind === 'section' || slice.kind === 'list' ? [at] : [],
  );
  if (starts.length < 2) return (source.slices[starts[0] ?? 0]?.breaks ?? 0) > 3;
  return starts.slice(1).some((at) => /\n[ \t]*\r?\n$/.test(source.slices[at - 1]?.text ?? ''));
}

/** Adds an item to a list in flow style: `stories: [{id: A}]`. */
export function addToFlow(
  view: View,
  item: NewItem,
  entry: Entry,
  side: 'behind' | 'ahead',
  address: ItemAddress,
): Step | Refused {
  const { slice } = entry;
  const seq = listNode(readSlice(slice).root, entry);
  if (seq?.flow !== true) {
    return refuse(
      'cannot-preserve',
      `${item.list} has a form that can't be added to from here: add the entry in the file.`,
    );
  }
  const path = pathInSlice(entry);
  const index = Number(path.at(-1)) + (side === 'behind' ? 1 : 0);
  const writing = { eol: eolFor(view.source, slice.text), bare: item.bare, quoted: false };
  const edits = absolute(view, entry, insertEntry(seq, index, item.fields, slice.text, writing) ?? []);
  const data = changeData(sliceData(slice), path.slice(0, -1), (old) =>
    old !== undefined && isDataList(old)
      ? [...old.slice(0, index), dataOf(item.fields), ...old.slice(index)]
      : old,
  );
  const result = verified(view, edits, { changed: new Map([[slice, data]]) }, `the list ${item.list}`);
  return result.ok ? { ok: true, edits, change: result.change, items: [address] } : result;
}
