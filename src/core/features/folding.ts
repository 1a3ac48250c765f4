/** What can be folded: sections, items, and fields that run over several lines. By lines alone; lines count from 0. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Slice } from '../yaml/slice.ts';

export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * In the file's order, at most `limit`: where there are more, sections come first, then items, then what is inside.
 * Slices that did not change are not looked at again.
 */
export function foldingRanges(backlog: Backlog, limit = Infinity): readonly Fold[] {
  const { source } = backlog;
  const levels: [sections: Fold[], items: Fold[], inside: Fold[]] = [[], [], []];
  let section: { startLine: number; endLine: number } | undefined;
  const closeSection = (): void => {
    if (section && section.endLine > section.startLine) levels[0].push(section);
  };
  source.slices.forEach((slice, index) => {
    const base = source.lineOf(index);
    const { first, last, folds } = slicedFolds(slice);
    if (first < 0) return;
    if (slice.kind !== 'item') {
      closeSection();
      section = { startLine: base + first, endLine: base + last };
    } else if (section) section.endLine = base + last;
    for (const { startLine, endLine } of folds) {
      const level = slice.kind === 'item' && startLine === first ? levels[1] : levels[2];
      level.push({ startLine: startLine + base, endLine: endLine + base });
    }
  });
  closeSection();
  return levels
    .flat()
    .slice(0, limit)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Lines count from the slice. */
interface SlicedFolds {
  /** The first line that is no comment, or -1, and the last one that is not blank. */
  readonly first: number;
  readonly last: number;
  readonly folds: readonly Fold[];
}

const known = new WeakMap<Slice, SlicedFolds>();

function slicedFolds(slice: Slice): SlicedFolds {
  let found = known.get(slice);
  if (found === undefined) {
    const lines = linesOf(slice);
    const first = lines.find(({ comment }) => !comment)?.line ?? -1;
    found = { first, last: lines.at(-1)?.line ?? -1, folds: foldsIn(slice, lines) };
    known.set(slice, found);
  }
  return found;
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
function foldsIn(slice: Slice, lines: readonly Line[]): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Line[] = [];
  let previous: Line | undefined;
  const close = (column: number): void => {
    for (let top = open.at(-1); top && top.column >= column; top = open.at(-1)) {
      open.pop();
      const isSection = slice.kind !== 'item' && top.column === 0;
      if (previous && previous.line > top.line && !isSection)
        folds.push({ startLine: top.line, endLine: previous.line });
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
