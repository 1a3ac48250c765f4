import { onOneLine, padded, shortened, textWidth } from './textWidth.ts';

export interface Column {
  /** `right` for numbers. */
  readonly align?: 'left' | 'right';
  /** Colours a cell that already has its width. */
  readonly paint?: (cell: string, row: number) => string;
}

const GAP = '  ';

/**
 * Rows as aligned lines, each with its line break. Columns that are empty in every row are left out. The last column
 * is cut to the terminal's width where there is one, and is never filled up.
 */
export function table(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  terminalColumns: number | undefined,
): string {
  const cells = rows.map((row) => row.map(onOneLine));
  const widths = columns.map((_, index) =>
    cells.reduce((most, row) => Math.max(most, textWidth(row[index] ?? '')), 0),
  );
  const shown = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0);
  const last = shown.at(-1);
  const before = shown.slice(0, -1).reduce((sum, index) => sum + (widths[index] ?? 0) + GAP.length, 0);
  const room = terminalColumns === undefined ? undefined : Math.max(20, terminalColumns - before);

  const lines: string[] = [];
  cells.forEach((row, nth) => {
    const parts = shown.map((index) => {
      const column = columns[index];
      const cell = row[index] ?? '';
      const fitted = index === last ? fit(cell, room) : aligned(cell, widths[index] ?? 0, column?.align);
      return column?.paint ? column.paint(fitted, nth) : fitted;
    });
    lines.push(parts.join(GAP).trimEnd(), '\n');
  });
  return lines.join('');
}

function fit(cell: string, room: number | undefined): string {
  return room === undefined ? cell : shortened(cell, room);
}

function aligned(cell: string, width: number, align: Column['align']): string {
  return align === 'right' ? ' '.repeat(width - textWidth(cell)) + cell : padded(cell, width);
}
