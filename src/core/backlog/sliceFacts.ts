/**
 * What one slice of the file says: its items, its settings, and what is wrong with each by itself.
 * A pure function of the slice, the team's settings and what its aliases stand for; kept as long as these stay.
 */
import { judgeItem, judgeSection } from '../rules/judge.ts';
import { judgedSafely } from './judgedSafely.ts';
import { type Alias, type Node, scalarText } from '../yaml/node.ts';
import { readSlice, type Reading } from '../yaml/read.ts';
import type { Slice } from '../yaml/slice.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './config.ts';
import { ignoredRules } from './ignored.ts';
import type { Item } from './item.ts';
import { isListName, type ListName } from './lists.ts';
import { lowerItem, type LowerContext } from './lower.ts';
import type { Problem } from './problem.ts';

export interface SliceFacts {
  readonly items: readonly Item[];
  /** Top-level keys with the settings that the team made; empty for item slices. */
  readonly sections: readonly Section[];
  /** What is wrong outside of items. */
  readonly problems: readonly Problem[];
  /** Nodes that bear an anchor, by name, in the slice's order; undefined where there are none. */
  readonly anchors: readonly Anchored[] | undefined;
  /** True where an alias stands in the slice, so that its facts depend on other slices. */
  readonly hasAlias: boolean;
}

export interface Anchored {
  readonly name: string;
  readonly node: Node;
}

const NO_ITEMS: readonly Item[] = [];
const NO_SECTIONS: readonly Section[] = [];
const NO_PROBLEMS: readonly Problem[] = [];

/** The item nodes that a slice holds, by list; the same order as `SliceFacts.items`. */
export function itemNodes(
  slice: Slice,
  root: Node | undefined,
): { list: ListName; node: Node | undefined }[] {
  if (slice.kind === 'item') {
    if (!isListName(slice.section) || root?.kind !== 'seq') return [];
    const list = slice.section;
    return root.items.map((node) => ({ list, node }));
  }
  if (root?.kind !== 'map') return [];
  return root.pairs.flatMap((pair) => {
    const key = keyOf(pair.key, slice.text);
    if (!isListName(key) || pair.value?.kind !== 'seq') return [];
    return pair.value.items.map((node) => ({ list: key, node }));
  });
}

function keyOf(node: Node, text: string): string {
  return node.kind === 'scalar' ? scalarText(node, text) : '';
}

export function readFacts(slice: Slice, outer: LowerContext): SliceFacts {
  let reading = readSlice(slice);
  const marks = reading.exact ? undefined : findMarks(reading.root);
  const hasAlias = marks !== undefined && marks.aliases.length > 0;
  const context = hasAlias ? withOwnAnchors(outer, slice, marks.anchors) : outer;
  if (hasAlias)
    reading = { ...reading, problems: [...reading.problems, ...unknownAliases(marks.aliases, context)] };
  const ignored = ignoredRules(slice.text);
  const items = readItems(slice, reading, ignored, context);
  const sections = slice.kind === 'item' ? NO_SECTIONS : readSections(slice, reading.root);
  const problems: Problem[] = slice.kind === 'item' && items.length > 0 ? [] : [...reading.problems];
  for (const { key, keyNode, node } of sectionNodes(slice, reading.root)) {
    const section = { key, keyNode, node, text: slice.text, config: context.config };
    problems.push(...judgedSafely(() => judgeSection(section), keyNode));
  }
  return {
    items,
    sections,
    problems: problems.length === 0 ? NO_PROBLEMS : problems,
    anchors: marks?.anchors.length ? marks.anchors : undefined,
    hasAlias,
  };
}

/** An alias means the last anchor of its name in front of it: in its own slice, else in those before. */
function withOwnAnchors(outer: LowerContext, slice: Slice, anchors: readonly Anchored[]): LowerContext {
  const resolve: LowerContext['resolve'] = (alias) => {
    const own = anchors.filter(({ name, node }) => name === alias.name && node.start < alias.start).at(-1);
    return own ? { node: own.node, text: slice.text } : outer.resolve(alias);
  };
  return { config: outer.config, resolve };
}

function readItems(
  slice: Slice,
  reading: Reading,
  ignored: readonly string[],
  context: LowerContext,
): readonly Item[] {
  if (slice.kind === 'item' && reading.root === undefined && isListName(slice.section)) {
    return [brokenItem(slice, slice.section, reading, ignored, context)];
  }
  const nodes = itemNodes(slice, reading.root);
  if (nodes.length === 0) return NO_ITEMS;
  const partial = reading.problems.length > 0;
  return nodes.map(({ list, node }, nth) => {
    const span = spanOf(node ?? reading.root);
    const facts = lowerItem(list, slice, nth, node, span, ignored, context);
    const own = judgedSafely(
      () => judgeItem({ list, node, text: slice.text, config: context.config, partial }),
      facts.idSpan ?? facts.titleSpan ?? { start: span.start, end: span.start },
    );
    const problems = slice.kind === 'item' && partial ? [...reading.problems, ...own] : own;
    facts.problems = problems;
    return facts;
  });
}

/** An item that can't be read at all still has its place in the list. */
function brokenItem(
  slice: Slice,
  list: ListName,
  reading: Reading,
  ignored: readonly string[],
  context: LowerContext,
): Item {
  const start = Math.max(0, slice.text.search(/^ *-/m));
  const span = { start, end: slice.text.trimEnd().length };
  const facts = lowerItem(list, slice, 0, undefined, span, ignored, context);
  facts.problems = reading.problems;
  return facts;
}

/** A node's place without the node, which would keep the whole tree in memory. */
function spanOf(node: Node | undefined): Span {
  return node ? { start: node.start, end: node.end } : { start: 0, end: 0 };
}

interface SectionNode {
  readonly key: string;
  readonly keyNode: Node;
  readonly node: Node | undefined;
}

function* sectionNodes(slice: Slice, root: Node | undefined): Iterable<SectionNode> {
  if (slice.kind === 'item' || root?.kind !== 'map') return;
  for (const pair of root.pairs) {
    // A list that was cut has its items elsewhere: its key alone is judged here.
    yield { key: keyOf(pair.key, slice.text), keyNode: pair.key, node: pair.value };
  }
}

const SETTINGS = new Set(['version', 'product', 'workflow', 'writing']);

function readSections(slice: Slice, root: Node | undefined): readonly Section[] {
  const sections: Section[] = [];
  for (const { key, node } of sectionNodes(slice, root)) {
    if (SETTINGS.has(key)) sections.push({ key, node, text: slice.text });
  }
  return sections.length === 0 ? NO_SECTIONS : sections;
}

interface Marks {
  readonly anchors: Anchored[];
  readonly aliases: Alias[];
}

/** Anchors and aliases of a tree. */
function findMarks(root: Node | undefined): Marks {
  const marks: Marks = { anchors: [], aliases: [] };
  visit(root, marks);
  return marks;
}

function visit(node: Node | undefined, marks: Marks): void {
  if (!node) return;
  if (node.kind === 'alias') {
    marks.aliases.push(node);
    return;
  }
  if (node.anchor !== undefined) marks.anchors.push({ name: node.anchor, node });
  if (node.kind === 'seq') for (const item of node.items) visit(item, marks);
  if (node.kind !== 'map') return;
  for (const pair of node.pairs) {
    visit(pair.key, marks);
    visit(pair.value, marks);
  }
}

function unknownAliases(aliases: readonly Alias[], context: LowerContext): Problem[] {
  return aliases
    .filter((alias) => context.resolve(alias) === undefined)
    .map(({ name, start, end }) => ({
      rule: 'yaml/alias',
      severity: 'error',
      message: `There’s no anchor &${name} before this alias: quote the text if it isn’t one, or add the anchor.`,
      start,
      end,
      fixes: [{ title: 'Quote it', edits: [{ start, end, text: `'*${name}'` }], preferred: true }],
    }));
}
