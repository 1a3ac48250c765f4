/**
 * What "expand selection" takes, from the cursor outward: the word, the clause or step, the sentence, the value, the
 * field, the item, the list, the file. Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import type { Span } from '../../text/span.ts';
import type { Node, Scalar } from '../../yaml/node.ts';
import { readSlice } from '../../yaml/read.ts';
import type { Slice } from '../../yaml/slice.ts';
import type { Part, Sentence } from '../../writing/sentence/sentence.ts';
import { everywhere } from './itemsWithin.ts';
import { writtenItem } from './personas.ts';

/** The innermost first; each is larger than the one before, and holds it. The file is the last. */
export function selectionRangesAt(backlog: Backlog, offset: number): readonly Span[] {
  const { source } = backlog;
  const index = source.indexAt(offset);
  const slice = source.slices[index];
  const whole = everywhere(backlog);
  if (slice === undefined) return [whole];
  const base = source.startOf(index);
  const at = offset - base;
  const item = backlog.itemAt(offset);
  const spans = [...sliceSpans(slice, item), ...nodeSpans(backlog, slice, item, at)];
  if (item?.list === 'stories' || item?.list === 'epics') spans.push(...textSpans(backlog, item, at));
  spans.push(...wordSpans(slice.text, at));
  const placed = spans.map(({ start, end }) => ({ start: start + base, end: end + base }));
  const lists = slice.section === '' ? [] : [sectionSpan(backlog, index, slice.section)];
  return nested([...placed, ...lists, whole], offset);
}

/** Those that hold the place, each in the next. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const holding = spans
    .filter(({ start, end }) => start <= offset && offset <= end && end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const span of holding) {
    const inner = kept.at(-1);
    if (inner === undefined || holds(span, inner)) kept.push(span);
  }
  return kept.length === 0 ? spans.slice(-1) : kept;
}

/** Larger, and around the other one. */
function holds(outer: Span, inner: Span): boolean {
  return (
    outer.start <= inner.start &&
    outer.end >= inner.end &&
    (outer.start < inner.start || outer.end > inner.end)
  );
}

/** The item without and with its comments. */
function sliceSpans({ text, kind }: Slice, item: Item | undefined): readonly Span[] {
  const end = text.trimEnd().length;
  if (kind !== 'item') return item === undefined ? [] : [item.span];
  const dash = text.search(/^[ \t]*-/m);
  return [...(dash < 0 ? [] : [{ start: dash, end }]), { start: 0, end }];
}

function sectionSpan({ source }: Backlog, index: number, section: string): Span {
  const { slices } = source;
  let first = index;
  while (slices[first]?.kind === 'item' && first > 0 && slices[first - 1]?.section === section) first--;
  let last = index;
  while (slices[last + 1]?.kind === 'item' && slices[last + 1]?.section === section) last++;
  const start = source.startOf(first);
  return { start, end: source.startOf(last) + (slices[last]?.text.trimEnd().length ?? 0) };
}

/** Every node around the place, and of each key with its value both together. */
function nodeSpans(backlog: Backlog, slice: Slice, item: Item | undefined, at: number): readonly Span[] {
  const root = item === undefined ? readSlice(slice).root : backlog.node(item);
  const spans: Span[] = [];
  if (root !== undefined) collect(root, slice.text, at, spans);
  return spans;
}

function collect(node: Node, text: string, at: number, into: Span[]): void {
  if (at < node.start || at > node.end) return;
  into.push(node);
  if (node.kind === 'scalar') into.push(inside(node));
  else if (node.kind === 'seq') {
    for (const entry of node.items) if (entry !== undefined) collect(entry, text, at, into);
  } else if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      const end = value?.end ?? key.end;
      if (at < key.start || at > end) continue;
      into.push({ start: key.start, end });
      collect(key, text, at, into);
      if (value !== undefined) collect(value, text, at, into);
    }
  }
}

/** A quoted text without its quotes. */
function inside({ style, start, end }: Scalar): Span {
  const quoted = (style === 'single' || style === 'double') && end - start > 1;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Clauses of the story sentence, and steps of the criteria. */
function textSpans(backlog: Backlog, item: Item, at: number): readonly Span[] {
  const written = writtenItem(backlog, item);
  const sentence = written?.sentence;
  const spans = sentence === undefined ? [] : [...clauses(sentence)];
  for (const { scenarios, node } of written?.criteria ?? []) {
    if (at < node.start || at > node.end) continue;
    for (const { steps } of scenarios)
      for (const { in: text, span, words } of steps) spans.push(text.span(words), text.span(span));
  }
  return spans;
}

function* clauses({ written, role, situation, means, end }: Sentence): Iterable<Span> {
  for (const part of [role, situation, means, end]) {
    if (part === undefined) continue;
    yield written.span(part);
    yield written.span(withIndicator(part));
  }
}

function withIndicator({ start, end, indicator }: Part): Span {
  return { start: Math.min(start, indicator.start), end: Math.max(end, indicator.end) };
}

const WORD = /[\p{L}\p{N}_]+(?:['’-][\p{L}\p{N}_]+)*/gu;

function* wordSpans(text: string, at: number): Iterable<Span> {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const line = text.slice(from, newline < 0 ? text.length : newline);
  for (const { index, 0: word } of line.matchAll(WORD)) {
    const start = from + index;
    if (start <= at && at <= start + word.length) yield { start, end: start + word.length };
  }
}
