/** What can be folded: sections, items, and fields that run over several lines. By lines alone; lines count from 0. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Slice } from '../yaml/slice.ts';

export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** In the file's order. Costs one pass over the text. */
export function foldingRanges(backlog: Backlog): readonly Fold[] {
  const { source } = backlog;
  const folds: Fold[] = [];
  let section: { name: string; startLine: number; endLine: number } | undefined;
  const closeSection = (): void => {
    if (section && section.endLine > section.startLine)
      folds.push({ startLine: section.startLine, endLine: section.endLine });
  };
  source.slices.forEach((slice, index) => {
    const base = source.lineOf(index);
    const lines = linesOf(slice);
    const first = lines.find(({ comment }) => !comment);
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return;
    if (slice.kind !== 'item') {
      closeSection();
      section = { name: slice.section, startLine: base + first.line, endLine: base + last.line };
    } else if (section) section.endLine = base + last.line;
    folds.push(...foldsIn(slice, lines, base));
  });
  closeSection();
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

interface Line {
  readonly line: number;
  /** Column of the first character behind blanks and dashes. */
  readonly column: number;
  readonly comment: boolean;
}

/** The lines that are not blank. */
function linesOf(slice: Slice): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (let line = 0; at < slice.text.length; line++) {
    const newline = slice.text.indexOf('\n', at);
    const end = newline < 0 ? slice.text.length : newline;
    let p = at;
    while (slice.text[p] === ' ') p++;
    const char = slice.text[p];
    if (p < end && char !== '\r') lines.push({ line, column: p - at, comment: char === '#' });
    at = end + 1;
  }
  return lines;
}

/** Every line followed by deeper ones, but for the section's own, which the caller closes. */
function foldsIn(slice: Slice, lines: readonly Line[], base: number): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Line[] = [];
  let previous: Line | undefined;
  const close = (column: number): void => {
    for (let top = open.at(-1); top && top.column >= column; top = open.at(-1)) {
      open.pop();
      const isSection = slice.kind !== 'item' && top.column === 0;
      if (previous && previous.line > top.line && !isSection)
        folds.push({ startLine: base + top.line, endLine: base + previous.line });
    }
  };
  for (const line of lines) {
    if (line.comment) continue;
    close(line.column);
    open.push(line);
    previous = line;
  }
  close(-1);
  return folds;
}
