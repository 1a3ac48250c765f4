/**
 * Writes a value that may hold lists and mappings, either on one line (flow) or over lines (block).
 * It gives lines without line breaks; who splices them in joins them with the file's own.
 */
import { isSpelled, type Spelled } from './spelled.ts';
import { blockScalarLines, renderScalar, type ScalarContext } from './write.ts';

/** A value as data. Maps keep the order of their keys. */
export type Plain =
  string | number | boolean | null | Spelled | readonly Plain[] | { readonly [key: string]: Plain };

/** What is written behind the colon, and the lines below it with their indentation. */
export interface Rendered {
  readonly head: string;
  readonly lines: readonly string[];
}

/** Says of each text of a value, by its path, whether it is written bare (dates) because its field holds no text. */
export type BareTexts = (path: readonly string[]) => boolean;

const NOTHING_BARE: BareTexts = () => false;

export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isMapping(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSpelled(value);
}

/** The text of a number, a boolean or a text; empty for what has none. */
export function plainText(value: Plain): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

/** The value on one line: `[a, "b, c"]`, `{why: waiting, due: 2026-11-25}`. */
export function renderFlow(
  value: Plain,
  bare: BareTexts = NOTHING_BARE,
  path: readonly string[] = [],
): string {
  if (isList(value)) return `[${value.map((entry) => renderFlow(entry, bare, path)).join(', ')}]`;
  if (isMapping(value)) {
    const pairs = Object.entries(value).map(
      ([key, entry]) => `${renderKey(key)}: ${renderFlow(entry, bare, [...path, key])}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return isSpelled(value) ? value.inFlow() : renderScalar(value, { flow: true, bare: bare(path) });
}

/** A key as it may stand anywhere: quoted where some reader would take it for something else. */
export function renderKey(key: string): string {
  return renderScalar(key, { flow: true });
}

export interface BlockContext {
  /** Column of the key that the value belongs to; its lines are indented by two more. */
  readonly indent: number;
  readonly scalar?: ScalarContext;
  readonly bare?: BareTexts;
  readonly path?: readonly string[];
}

/**
 * The value in the form that a new field gets: texts with line breaks as a literal block, lists of scalars on one
 * line, mappings and lists of mappings over lines.
 */
export function renderBlock(value: Plain, context: BlockContext): Rendered {
  const bare = context.bare ?? NOTHING_BARE;
  const path = context.path ?? [];
  if (isList(value)) {
    const inline = value.every((entry) => !isMapping(entry) && !isList(entry) && !isLong(entry));
    if (inline || value.length === 0) return { head: renderFlow(value, bare, path), lines: [] };
    return {
      head: '',
      lines: value.flatMap((entry) => renderEntry(entry, { ...context, indent: context.indent + 2 })),
    };
  }
  if (isMapping(value)) {
    if (Object.keys(value).length === 0) return { head: '{}', lines: [] };
    return { head: '', lines: renderMap(value, { ...context, indent: context.indent + 2 }) };
  }
  if (isSpelled(value)) return value.inBlock(context.indent);
  const scalar = { ...context.scalar, bare: bare(path) };
  if (typeof value === 'string' && value.includes('\n') && scalar.commentBehind !== true) {
    const block =
      scalar.style === undefined || scalar.style === 'plain' ? blockScalarLines(value) : undefined;
    if (block !== undefined) {
      const [header, ...lines] = block;
      const margin = ' '.repeat(context.indent + 2);
      return { head: header, lines: lines.map((line) => (line === '' ? '' : margin + line)) };
    }
  }
  return { head: renderScalar(value, scalar), lines: [] };
}

/** The lines of a block mapping whose keys stand at `context.indent`. */
export function renderMap(value: { readonly [key: string]: Plain }, context: BlockContext): string[] {
  const margin = ' '.repeat(context.indent);
  return Object.entries(value).flatMap(([key, entry]) => {
    const { head, lines } = renderBlock(entry, { ...context, path: [...(context.path ?? []), key] });
    return [`${margin}${renderKey(key)}:${head === '' ? '' : ` ${head}`}`, ...lines];
  });
}

/** The lines of one entry of a block list whose dash stands at `context.indent`. */
export function renderEntry(value: Plain, context: BlockContext): string[] {
  const margin = ' '.repeat(context.indent);
  if (isMapping(value) && Object.keys(value).length > 0) {
    const [first = '', ...others] = renderMap(value, { ...context, indent: context.indent + 2 });
    return [`${margin}- ${first.slice(context.indent + 2)}`, ...others];
  }
  if (isMapping(value) || isList(value)) {
    return [`${margin}- ${renderFlow(value, context.bare, context.path)}`];
  }
  const { head, lines } = renderBlock(value, context);
  return [`${margin}- ${head}`, ...lines];
}

/** A text over several lines or so long that a list of such texts is better read one below the other. */
function isLong(value: Plain): boolean {
  return typeof value === 'string' && (value.includes('\n') || value.length > 60);
}
