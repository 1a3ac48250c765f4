import { Backlog } from '../../../src/core/backlog/backlog.ts';

/** A text with `$0` where the cursor stands, taken apart. Throws where there is not exactly one mark. */
export function withCursor(marked: string): { readonly text: string; readonly offset: number } {
  const pieces = marked.split('$0');
  const [before, after] = pieces;
  if (before === undefined || after === undefined || pieces.length !== 2)
    throw new Error(`the fixture needs exactly one $0: ${marked}`);
  return { text: before + after, offset: before.length };
}

/** The backlog of a marked text, read, and its cursor. */
export function backlogAt(marked: string): {
  readonly backlog: Backlog;
  readonly text: string;
  readonly offset: number;
} {
  const { text, offset } = withCursor(marked);
  return { backlog: Backlog.read(text), text, offset };
}

/** The text with `[` and `]` around spans, to compare places by reading them. */
export function underlined(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (marked, { start, end }) =>
        `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`,
      text,
    );
}
