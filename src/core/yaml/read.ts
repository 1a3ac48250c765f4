/**
 * Reads one slice: by the exact scanner, else through the `yaml` package. What is broken in one place costs that
 * place: merge conflict markers, stray lines and lines with a syntax error are blanked out for a second reading,
 * so that the rest of the item is still understood. Never throws; offsets are relative to the slice.
 */
import type { Problem } from '../backlog/problem.ts';
import type { Node } from './node.ts';
import { parseText } from './parse.ts';
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
    message:
      'One file holds one backlog: what stands behind this line is not read. Move it into a file of its own.',
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
      if (column < 0 || line.charCodeAt(column) === 35 || line.trim() === '' || slice.kind === 'whole')
        return;
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
    problems.push(marker ?? stray(text, start + Math.max(0, column), end));
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
    message: 'A merge conflict is open here: keep what should stay and remove the marker lines.',
    start,
    end: start + line.length,
  };
}

function stray(text: string, start: number, end: number): Problem {
  return {
    rule: 'yaml/stray-line',
    severity: 'error',
    message: `"${text.slice(start, Math.min(end, start + 40)).trim()}" stands too far left to belong to anything: indent it, or make it a key with a colon.`,
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
    const place = brokenPlace(current, broken, parsed.root);
    const next = blank(current, place.start, place.end);
    if (next === current) break;
    const again = parseText(next);
    if (syntaxErrors(again.problems) >= syntaxErrors(parsed.problems)) break;
    found.push(broken);
    current = next;
    parsed = again;
  }
  return { root: parsed.root, problems: [...found, ...parsed.problems] };
}

function syntaxErrors(problems: readonly Problem[]): number {
  return problems.reduce((count, problem) => count + (problem.rule === 'yaml/syntax' ? 1 : 0), 0);
}

/** What to leave out: from where an unclosed quote opens, or the line's content behind its dashes. */
function brokenPlace(text: string, problem: Problem, root: Node | undefined): { start: number; end: number } {
  const open = unclosedQuote(root, problem.start, text);
  const at = open ?? problem.start;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  if (open !== undefined) return { start: open, end };
  const dashes = /^ *(?:- +)*/.exec(text.slice(lineStart, end))?.[0].length ?? 0;
  return { start: lineStart + dashes, end };
}

/** Where a quoted text over several lines begins that an error at `at` ends; such a quote was hardly meant. */
function unclosedQuote(node: Node | undefined, at: number, text: string): number | undefined {
  if (!node || node.start > at) return undefined;
  switch (node.kind) {
    case 'scalar':
      return (node.style === 'double' || node.style === 'single') &&
        node.end >= at &&
        text.slice(node.start, Math.max(node.end, at)).includes('\n')
        ? node.start
        : undefined;
    case 'map':
      for (const pair of node.pairs) {
        const found = unclosedQuote(pair.key, at, text) ?? unclosedQuote(pair.value, at, text);
        if (found !== undefined) return found;
      }
      return undefined;
    case 'seq':
      for (const item of node.items) {
        const found = unclosedQuote(item, at, text);
        if (found !== undefined) return found;
      }
      return undefined;
    case 'alias':
      return undefined;
  }
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
