/** The one place where the core's offsets and plain data become what LSP speaks, and back. */
import type {
  Diagnostic,
  DiagnosticSeverity,
  DocumentSymbol,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import type { LocatedProblem } from '../core/backlog/backlog.ts';
import type { ListName } from '../core/backlog/lists.ts';
import type { Severity } from '../core/backlog/problem.ts';
import type { OutlineChild, OutlineEntry, OutlineItem } from '../core/features/symbols.ts';
import { ruleHref } from '../core/rules/registry.ts';
import type { Span, TextEdit } from '../core/text/span.ts';
import type { Slice } from '../core/yaml/slice.ts';
import type { SlicedText } from '../core/yaml/slicedText.ts';
import type { Position, Range, RangeEdit } from '../protocol/lsp.ts';

export const SOURCE = 'refinery';

export function rangeOf(source: SlicedText, span: Span): Range {
  const start = source.positionAt(span.start);
  return { start, end: span.end === span.start ? start : source.positionAt(span.end) };
}

export function spanOf(source: SlicedText, range: Range): Span {
  const start = source.offsetAt(range.start);
  return { start, end: Math.max(start, source.offsetAt(range.end)) };
}

export function rangeEdits(source: SlicedText, edits: readonly TextEdit[]): RangeEdit[] {
  return edits.map((edit) => ({ range: rangeOf(source, edit), newText: edit.text }));
}

/** LSP's numbers; here and below they are written out, so that no code of the protocol has to be loaded. */
export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** Where the lines of a slice begin, for slices with something wrong in them: they are shown with every keystroke. */
const lineStarts = new WeakMap<Slice, readonly number[]>();

function lineStartsOf(slice: Slice): readonly number[] {
  let starts = lineStarts.get(slice);
  if (starts === undefined) {
    const found = [0];
    const { text } = slice;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1);
    lineStarts.set(slice, found);
    starts = found;
  }
  return starts;
}

function positionIn(starts: readonly number[], base: number, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: base + low, character: offset - (starts[low] ?? 0) };
}

/** The offsets of a problem count in its slice, and so do the lines: nothing here looks at the whole text. */
export function diagnosticOf(source: SlicedText, located: LocatedProblem): Diagnostic {
  const { problem, index, slice } = located;
  const starts = lineStartsOf(slice);
  const base = source.lineOf(index);
  const start = positionIn(starts, base, problem.start);
  const end = problem.end === problem.start ? start : positionIn(starts, base, problem.end);
  return {
    range: { start, end },
    severity: SEVERITIES[problem.severity],
    code: problem.rule,
    codeDescription: { href: ruleHref(problem.rule) },
    source: SOURCE,
    message: problem.message,
  };
}

/** Module, array, variable, interface, number, string, package, class, event and field, as editors have icons. */
const SYMBOL_KINDS: Readonly<Record<ListName | 'section' | 'list', SymbolKind>> = {
  section: 2,
  list: 18,
  people: 13,
  teams: 13,
  personas: 13,
  objectives: 11,
  metrics: 16,
  insights: 15,
  decisions: 15,
  releases: 4,
  epics: 5,
  sprints: 24,
  stories: 8,
};

export function symbolKindOf(list: ListName): SymbolKind {
  return SYMBOL_KINDS[list];
}

export function documentSymbolOf(source: SlicedText, entry: OutlineEntry): DocumentSymbol {
  const { name, kind, span, selection, children } = entry;
  return {
    name,
    ...(kind === 'list' ? { detail: String(children.length) } : {}),
    kind: SYMBOL_KINDS[kind],
    range: rangeOf(source, span),
    selectionRange: rangeOf(source, selection),
    ...(children.length === 0 ? {} : { children: children.map((child) => itemSymbolOf(source, child)) }),
  };
}

/** Lines of an item that count from its slice: found once, while the item does not change. */
interface Lines {
  readonly range: Range;
  readonly selection: Range;
}
const linesOf = new WeakMap<OutlineItem, Lines>();

function itemSymbolOf(source: SlicedText, { index, item }: OutlineChild): DocumentSymbol {
  const base = source.lineOf(index);
  let lines = linesOf.get(item);
  if (lines === undefined) {
    const at = (offset: number): Position => {
      const { line, character } = source.positionIn(index, offset);
      return { line: line - base, character };
    };
    const range = { start: at(item.span.start), end: at(item.span.end) };
    lines = { range, selection: { start: at(item.selection.start), end: at(item.selection.end) } };
    linesOf.set(item, lines);
  }
  return {
    name: item.name,
    ...(item.detail === '' ? {} : { detail: item.detail }),
    kind: SYMBOL_KINDS[item.list],
    range: lowered(lines.range, base),
    selectionRange: lowered(lines.selection, base),
  };
}

function lowered({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

/** True where both are the same place. */
export function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
