/**
 * Reads one slice: by the exact scanner, else through the `yaml` package. What is broken in one place costs that
 * place: merge conflict markers, stray lines and lines with a syntax error are blanked out for a second reading,
 * so that the rest of the item is still understood. Never throws; offsets are relative to the slice.
 */
import type { Problem } from '../backlog/problem.ts';
import type { MapNode, Node, Scalar, SeqNode } from './node.ts';
import { type Parsed, parseText } from './parse.ts';
import { scan } from './scan.ts';
import type { Slice } from './slice.ts';

export interface Reading {
  /** Of an item slice a sequence with one entry, of a section or list a mapping with one pair. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  /** True where the exact scanner answered: no anchors, aliases or tags, and nothing broken. */
  readonly exact: boolean;
}

const NOTHING: Reading = { root: undefined, problems: [], exact: true };

export function readSlice(slice: Slice): Reading {
  if (slice.kind === 'rest') return readRest(slice.text);
  const scanned = slice.kind === 'whole' ? undefined : scan(slice.text);
  if (scanned) return { root: scanned.root, problems: NOTHING.problems, exact: true };
  if (slice.kind === 'head') return readHead(slice.text);
  const blanked = blankStrays(slice);
  if (blanked.problems.length > 0) {
    const again = scan(blanked.text);
    if (again) return { root: again.root, problems: blanked.problems, exact: false };
  }
  const read = readMended(blanked.text);
  return { root: read.root, problems: [...blanked.problems, ...read.problems], exact: false };
}

function readRest(text: string): Reading {
  const content = /^(?!---[ \t\r]*$|\.\.\.[ \t\r]*$|[ \t\r]*$|[ \t]*#)./m.exec(text);
  if (!content) return NOTHING;
  const start = text.search(/^(?:---|\.\.\.)/m);
  const problem: Problem = {
    rule: 'yaml/several-documents',
    severity: 'error',
    message: 'A file holds one backlog, so everything after this line is ignored: move it to its own file.',
    start: Math.max(0, start),
    end: Math.max(0, start) + 3,
  };
  return { root: undefined, problems: [problem], exact: false };
}

function readHead(text: string): Reading {
  const problems: Problem[] = [];
  eachLine(text, (start, end) => {
    const line = text.slice(start, end);
    if (/^\ufeff?\s*(?:#.*)?$/.test(line) || /^\ufeff?---(?:[ \t]|$)/.test(line)) return;
    problems.push(conflict(line, start) ?? stray(text, start, end));
  });
  return { root: undefined, problems, exact: false };
}

interface Blanked {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Blanks out conflict markers, and in items the lines that stand too far left to belong to them. */
function blankStrays(slice: Slice): Blanked {
  const { text } = slice;
  const problems: Problem[] = [];
  let blanked = text;
  let seenDash = slice.kind !== 'item';
  const opener = slice.kind === 'section' && /^[^:]*:[ \t]+["'[{]/.test(text);
  let keySeen = slice.kind === 'item' || slice.kind === 'whole';
  eachLine(text, (start, end) => {
    const line = text.slice(start, end);
    const marker = conflict(line, start);
    const column = line.search(/[^ ]/);
    if (!marker) {
      if (column < 0 || line.trim() === '' || slice.kind === 'whole') return;
      if (line.charCodeAt(column) === 35) return;
      if (!seenDash) {
        seenDash = true;
        return;
      }
      if (!keySeen) {
        keySeen = true;
        return;
      }
      const limit = slice.kind === 'item' ? slice.indent : 0;
      if (column > limit || (slice.kind === 'section' && (opener || /^(?:[\]}]|- )/.test(line)))) return;
    }
    problems.push(marker ?? tab(line, start, slice.indent) ?? stray(text, start + Math.max(0, column), end));
    blanked = blank(blanked, start, end);
  });
  return { text: blanked, problems };
}

const MARKER = /^(?:<{7}|>{7}|={7}|\|{7})(?: .*)?$/;

function conflict(line: string, start: number): Problem | undefined {
  if (!MARKER.test(line)) return undefined;
  return {
    rule: 'yaml/conflict-marker',
    severity: 'error',
    message: 'Unresolved merge conflict: keep what should stay and remove the marker lines.',
    start,
    end: start + line.length,
  };
}

/** A line that is indented by tabs; it is not known how far it was meant to be, but most lines are fields. */
function tab(line: string, start: number, dash: number): Problem | undefined {
  const space = /^ *\t\s*/.exec(line)?.[0].length;
  if (space === undefined) return undefined;
  const end = start + space;
  return {
    rule: 'yaml/syntax',
    severity: 'error',
    message: 'YAML does not allow tabs for indentation: use spaces.',
    start,
    end,
    fixes: [{ title: 'Use spaces', edits: [{ start, end, text: ' '.repeat(dash < 0 ? 2 : dash + 2) }] }],
  };
}

function stray(text: string, start: number, end: number): Problem {
  return {
    rule: 'yaml/stray-line',
    severity: 'error',
    message: `"${text.slice(start, Math.min(end, start + 40)).trim()}" isn’t indented enough to belong to anything: indent it, or make it a key with a colon.`,
    start,
    end,
  };
}

const MAX_MENDS = 4;
const MAX_MENDED_LENGTH = 200_000;

/** Reads through the package; where that fails at a line, reads again without it, as long as that helps. */
function readMended(text: string): {
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
} {
  let parsed = parseText(text);
  const found: Problem[] = [];
  let current = text;
  for (let round = 0; round < MAX_MENDS && text.length <= MAX_MENDED_LENGTH; round++) {
    const broken = parsed.problems.find((problem) => problem.rule === 'yaml/syntax');
    if (!broken) break;
    const opener = findOpener(parsed.root, broken.start, current);
    const mended = mend(current, broken, opener, syntaxErrors(parsed.problems));
    if (!mended) {
      if (opener && round === 0)
        return { root: parsed.root, problems: placed(parsed.problems, broken, opener, text) };
      break;
    }
    found.push(opener ? unclosed(opener, text) : broken);
    ({ text: current, parsed } = mended);
  }
  return { root: parsed.root, problems: [...found, ...parsed.problems] };
}

interface Mended {
  readonly text: string;
  readonly parsed: Parsed;
}

/**
 * Changes as little as makes the rest readable: first the broken value is taken for the plain text that it looks
 * like (as the tree holds places, it is then read as it was typed), else a value or a line is left out.
 */
function mend(
  text: string,
  broken: Problem,
  opener: Scalar | SeqNode | MapNode | undefined,
  errors: number,
): Mended | undefined {
  const at = opener?.start ?? broken.start;
  const end = lineEnd(text, at);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(lineStart, end);
  const dashes = /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
  const value = /^ *(?:- +)*(?:[\w.-]+: +)?/.exec(line)?.[0].length ?? 0;
  const next = text.indexOf('\n', end) + 1;
  const deeper = next > 0 && indentAt(text, next) > dashes;
  const candidates = [
    ...(opener && opener.kind !== 'scalar' ? [] : [plain(text, lineStart + value, end)]),
    ...(opener ? [blank(text, at, end)] : []),
    ...(deeper ? [blank(text, next, lineEnd(text, next))] : []),
    blank(text, lineStart + dashes, end),
  ];
  for (const candidate of candidates) {
    if (candidate === text) continue;
    const parsed = parseText(candidate);
    if (syntaxErrors(parsed.problems) < errors) return { text: candidate, parsed };
  }
  return undefined;
}

/** How many spaces a line begins with. */
function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === 32) at++;
  return at - lineStart;
}

/** The text with a part of a line that reads as a plain scalar of the same length. */
function plain(text: string, start: number, end: number): string {
  const value = text.slice(start, end);
  const comment = value.indexOf(' #');
  const { length } = (comment < 0 ? value : value.slice(0, comment)).trimEnd();
  return text.slice(0, start) + 'x'.repeat(length) + text.slice(start + length);
}

function syntaxErrors(problems: readonly Problem[]): number {
  return problems.reduce((count, problem) => count + (problem.rule === 'yaml/syntax' ? 1 : 0), 0);
}

/** What a person left open: it is told where it opens, and not where the reader gave up. */
function unclosed(opener: Scalar | SeqNode | MapNode, text: string): Problem {
  const { start } = opener;
  const what = opener.kind === 'scalar' ? 'quote' : opener.kind === 'seq' ? 'bracket' : 'brace';
  const end = Math.max(start + 1, start + text.slice(start, lineEnd(text, start)).trimEnd().length);
  const message = `The ${what} that starts here is never closed.`;
  return { rule: 'yaml/syntax', severity: 'error', message, start, end };
}

function placed(
  problems: readonly Problem[],
  broken: Problem,
  opener: Scalar | SeqNode | MapNode,
  text: string,
): readonly Problem[] {
  return problems.map((problem) => (problem === broken ? unclosed(opener, text) : problem));
}

/**
 * The quoted text or flow collection that is still open at `at`, on a later line than the one it began on.
 * One that closes on a later line is as its writer meant it.
 */
function findOpener(
  node: Node | undefined,
  at: number,
  text: string,
): Scalar | SeqNode | MapNode | undefined {
  if (!node || node.start >= at || node.kind === 'alias') return undefined;
  const inner = innerNodes(node).reduce<Scalar | SeqNode | MapNode | undefined>(
    (found, child) => found ?? findOpener(child, at, text),
    undefined,
  );
  if (inner) return inner;
  const reaches = node.end >= at || text.slice(node.end, at).trim() === '';
  if (!reaches || !text.slice(node.start, at).includes('\n')) return undefined;
  const last = text.charAt(node.end - 1);
  switch (node.kind) {
    case 'scalar':
      if (node.style !== 'double' && node.style !== 'single') return undefined;
      return last === (node.style === 'double' ? '"' : "'") && node.end - node.start > 1 ? undefined : node;
    case 'seq':
    case 'map':
      return node.flow && last !== ']' && last !== '}' ? node : undefined;
  }
}

function innerNodes(node: Scalar | SeqNode | MapNode): readonly (Node | undefined)[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'seq':
      return node.items;
    case 'map':
      return node.pairs.flatMap((pair) => [pair.key, pair.value]);
  }
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Calls back with the start and end of each line, the line break left out. */
function eachLine(text: string, visit: (start: number, end: number) => void): void {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    visit(start, end);
    start = newline < 0 ? text.length : newline + 1;
  }
}
