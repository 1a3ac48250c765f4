/**
 * Reads a text through the `yaml` package, the judge of everything that the exact scanner hands on, and turns its
 * nodes into ours. The only file that imports the package. It never throws, whatever the text holds.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node as PackageNode,
  type Pair as PackagePair,
  type Scalar as PackageScalar,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../backlog/problem.ts';
import { nestsTooDeep } from './depth.ts';
import type { Node, Pair, Scalar, ScalarStyle } from './node.ts';
import { syntaxProblem } from './syntaxProblem.ts';

export interface Parsed {
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
}

/** A text longer than this is not read through the package: it would take minutes. */
const MAX_LENGTH = 16_000_000;
/** Of a longer text the beginning is read first: where that is nothing but errors, so is the rest. */
const PROBE_LENGTH = 100_000;
const PROBE_ERRORS = 500;

/** One broken line can cause millions of errors; nobody reads more than these. */
const MAX_PROBLEMS = 50;

/** Reads one YAML document. Offsets are those of `text`. */
export function parseText(text: string): Parsed {
  if (text.length > MAX_LENGTH) return refused(text, 'This part of the file is too large to be read.');
  if (nestsTooDeep(text)) return refused(text, TOO_DEEP);
  if (text.length > 2 * PROBE_LENGTH) {
    const probe = parse(text.slice(0, PROBE_LENGTH));
    if (!(probe instanceof Error) && probe.errors.length > PROBE_ERRORS) {
      return refused(text, 'This is not YAML: there are too many errors in it to say them one by one.');
    }
  }
  const document = parse(text);
  if (document instanceof Error) return refused(text, `This can't be read as YAML: ${document.message}`);
  if (isTooDeep(document.contents)) return refused(text, TOO_DEEP);
  const errors: readonly YAMLError[] = [
    ...document.errors.slice(0, MAX_PROBLEMS),
    ...document.warnings.slice(0, MAX_PROBLEMS),
  ];
  const problems = errors.map((error) => syntaxProblem(error, text));
  const root = document.contents ? convert(document.contents, text) : undefined;
  return { root, problems };
}

const TOO_DEEP = 'This nests too deep to be read: at most 64 levels are allowed.';
/** Twice what a text may nest: the package makes levels of its own of what is broken. */
const MAX_LEVELS = 128;

/** What the package takes for nested though no bracket or indentation says so: `[a[b[c`, `a: b: c:`. */
function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_LEVELS) return true;
    level = level.flatMap((node): readonly unknown[] => {
      if (isMap(node) || isSeq(node)) return node.items;
      return isPairLike(node) ? [node.key, node.value] : [];
    });
  }
  return false;
}

/** The package throws only where it has a bug; that must cost no more than this text. */
function parse(text: string): Document.Parsed | Error {
  // Half of the package's time on broken text goes into stack traces that nobody sees.
  const errors = Error as ErrorConstructor & { stackTraceLimit: number | undefined };
  const limit = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return parseDocument(oneBlankLine(text), {
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: true,
      strict: true,
      version: '1.2',
      keepSourceTokens: false,
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    errors.stackTraceLimit = limit;
  }
}

/**
 * The text with the blank lines at its start made one, of the same length: the package takes its time over each line,
 * and reads the whole again for each error.
 */
export function oneBlankLine(text: string): string {
  const content = /[^ \t\r\n]/.exec(text)?.index ?? 0;
  const last = text.lastIndexOf('\n', content);
  return last <= 0 ? text : `${' '.repeat(last)}${text.slice(last)}`;
}

function refused(text: string, message: string): Parsed {
  const first = text.search(/\S/);
  const start = Math.max(0, first);
  const newline = text.indexOf('\n', start);
  const end = Math.min(newline < 0 ? text.length : newline, start + 200);
  return { root: undefined, problems: [{ rule: 'yaml/syntax', severity: 'error', message, start, end }] };
}

function convert(node: PackageNode, text: string): Node | undefined {
  const range = node.range;
  if (!range) return undefined;
  const [start, valueEnd] = range;
  if (isAlias(node)) return { kind: 'alias', start, end: valueEnd, name: node.source };
  const marks = {
    ...(node.tag !== undefined && isWritten(node) ? { tag: node.tag } : undefined),
    ...((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined
      ? { anchor: node.anchor }
      : undefined),
  };
  if (isScalar(node)) return scalar(node, start, valueEnd, marks, text);
  if (isSeq(node)) {
    const items = node.items.map((item) => entry(item, text));
    const end =
      node.flow === true ? valueEnd : (items.at(-1)?.end ?? dashEnd(node.items.at(-1), start, text));
    return { kind: 'seq', start, end, flow: node.flow === true, items, ...marks };
  }
  if (isMap(node)) {
    const pairs = node.items.flatMap((item) => pair(item, text));
    const end = node.flow === true ? valueEnd : pairEnd(pairs.at(-1), start, text);
    return { kind: 'map', start, end, flow: node.flow === true, pairs, ...marks };
  }
  return undefined;
}

function entry(item: unknown, text: string): Node | undefined {
  if (isPairLike(item)) {
    const pairs = pair(item, text);
    const [first] = pairs;
    if (!first) return undefined;
    return { kind: 'map', start: first.key.start, end: (first.value ?? first.key).end, flow: true, pairs };
  }
  return isNodeLike(item) ? convert(item, text) : undefined;
}

function pair(item: PackagePair, text: string): Pair[] {
  const key = isNodeLike(item.key) ? convertKey(item.key, text) : undefined;
  if (!key) return [];
  const value = isNodeLike(item.value) ? convert(item.value, text) : undefined;
  return [{ key, value }];
}

/** An empty key is kept, so that its value is not lost. */
function convertKey(node: PackageNode, text: string): Node | undefined {
  const key = convert(node, text);
  if (key || !node.range) return key;
  return { kind: 'scalar', start: node.range[0], end: node.range[0], style: 'plain', value: '' };
}

function scalar(
  node: PackageScalar,
  start: number,
  valueEnd: number,
  marks: { readonly tag?: string; readonly anchor?: string },
  text: string,
): Scalar | undefined {
  const style = styleOf(node.type);
  const marked = marks.tag !== undefined || marks.anchor !== undefined;
  if (style === 'plain') {
    if (start === valueEnd && !marked) return undefined;
    const source = node.source ?? text.slice(start, valueEnd);
    const same = source === text.slice(start, valueEnd);
    return { kind: 'scalar', start, end: valueEnd, style, value: same ? undefined : source, ...marks };
  }
  const block = style === 'literal' || style === 'folded';
  const end = block ? trimmedEnd(text, start, valueEnd) : valueEnd;
  const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return { kind: 'scalar', start, end, style, value, ...marks };
}

function styleOf(type: PackageScalar.Type | undefined): ScalarStyle {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

/** Behind the dash of an entry that is empty; the package puts such an entry somewhere behind it. */
function dashEnd(item: unknown, start: number, text: string): number {
  const range = isNodeLike(item) ? item.range : undefined;
  return Math.max(start, range ? text.lastIndexOf('-', range[0] - 1) : start) + 1;
}

/** A pair ends with its value, or behind its colon. */
function pairEnd(pair: Pair | undefined, start: number, text: string): number {
  if (!pair) return start;
  if (pair.value) return pair.value.end;
  const colon = text.indexOf(':', pair.key.end);
  return colon >= 0 && text.slice(pair.key.end, colon).trim() === '' ? colon + 1 : pair.key.end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  for (;;) {
    const newline = text.lastIndexOf('\n', at - 1);
    if (newline < start || !/^[ \t\r]*$/.test(text.slice(newline + 1, at))) return at;
    at = newline > 0 && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
  }
}

/** Tags that the text spells, as opposed to those that the package infers. */
function isWritten(node: PackageNode): boolean {
  return 'tag' in node && Boolean(node.tag);
}

function isNodeLike(value: unknown): value is PackageNode {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function isPairLike(value: unknown): value is PackagePair {
  return typeof value === 'object' && value !== null && 'key' in value && !isNodeLike(value);
}
