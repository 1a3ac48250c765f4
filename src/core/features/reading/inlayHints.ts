/**
 * The titles behind ids, shown in the text where ids are named. Quiet: at the end of what is written, one hint a
 * line, only where the line names items by ids that say nothing by themselves. Offsets are absolute.
 */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item, Reference } from '../../backlog/item.ts';
import type { RefKind } from '../../schema/shape.ts';
import type { Span } from '../../text/span.ts';
import { shortened } from '../markdown.ts';
import { definitionOf } from '../references.ts';
import { itemsWithin } from './itemsWithin.ts';

export interface HintPart {
  readonly text: string;
  /** Where the item that the text names is; absent for what stands between. */
  readonly target?: Span;
}

export interface InlayHint {
  readonly at: number;
  readonly parts: readonly HintPart[];
}

/** Names of people and teams are ids that people read; a metric is called by its name. */
const SILENT: ReadonlySet<RefKind> = new Set<RefKind>(['person', 'team']);

/** Characters of all titles of one line together, as many as VS Code shows of a hint, and the most of them. */
const WIDTH = 42;
const MOST = 2;
const SEPARATOR = ' · ';

/** The hints of a part of the file, in its order. */
export function inlayHints(backlog: Backlog, span: Span): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  for (const { item, start } of itemsWithin(backlog, span)) {
    if (item.references.length === 0) continue;
    for (const line of linesOf(item)) {
      const hint = hintOf(backlog, item, line, start);
      if (hint !== undefined && hint.at >= span.start && hint.at <= span.end) hints.push(hint);
    }
  }
  return hints;
}

/** The references of an item, line by line, in the order of the text. */
function linesOf({ references, slice: { text } }: Item): Iterable<readonly Reference[]> {
  const lines = new Map<number, Reference[]>();
  for (const reference of [...references].sort((a, b) => a.start - b.start)) {
    const line = text.lastIndexOf('\n', reference.start - 1);
    const same = lines.get(line);
    if (same === undefined) lines.set(line, [reference]);
    else same.push(reference);
  }
  return lines.values();
}

/** What may stand between and behind the ids of a list. */
const BETWEEN = /^["']?\s*,\s*["']?$/;
const BEHIND = /^(["']?\s*\]?)[ \t]*(?:#.*)?$/;

function hintOf(
  backlog: Backlog,
  { slice: { text } }: Item,
  references: readonly Reference[],
  base: number,
): InlayHint | undefined {
  const last = references.at(-1);
  if (last === undefined || references.some(({ to }) => SILENT.has(to))) return undefined;
  const newline = text.indexOf('\n', last.end);
  const behind = BEHIND.exec(text.slice(last.end, newline < 0 ? text.length : newline).trimEnd());
  const apart = references.every((reference, i) => {
    const next = references[i + 1];
    return next === undefined || BETWEEN.test(text.slice(reference.end, next.start));
  });
  if (behind === null || !apart) return undefined;
  const parts = partsOf(backlog, references);
  return parts.length === 0 ? undefined : { at: base + last.end + (behind[1] ?? '').trimEnd().length, parts };
}

function partsOf(backlog: Backlog, references: readonly Reference[]): readonly HintPart[] {
  const named = references.flatMap((reference) => {
    const target = backlog.target(reference.to, reference.id);
    const title = target?.title?.replace(/\s+/g, ' ').trim() ?? '';
    return target === undefined || title === '' || title === reference.id ? [] : [{ target, title }];
  });
  const shown = named.slice(0, MOST);
  const more = named.length - shown.length;
  const spent = SEPARATOR.length * (shown.length - 1) + (more > 0 ? 4 : 0);
  const width = Math.floor((WIDTH - spent) / Math.max(1, shown.length)) - 1;
  const parts = shown.flatMap(({ target, title }, i): HintPart[] => [
    ...(i === 0 ? [] : [{ text: SEPARATOR }]),
    { text: shortened(title, width), target: definitionOf(backlog, target) },
  ]);
  return more > 0 ? [...parts, { text: ` +${more}` }] : parts;
}
