/**
 * A value that stands in a file, to be written elsewhere as it is spelled there: `2.0`, `'a, b'` and a folded text stay
 * what was typed, whatever they mean. Anchors and comments are left behind: they are those of the first place.
 */
import type { Span } from '../text/span.ts';
import { type Node, type Scalar, scalarText } from './node.ts';
import { commentsOf, lineEnd, lineStart } from './trivia.ts';
import { blockScalarLines, isPlainSafe, quoteDouble, readsAsOtherType } from './write.ts';

export interface Spelled {
  readonly node: Node;
  readonly text: string;
  /** On one line, as it may stand in `[…]` or `{…}`. */
  inFlow(): string;
  /**
   * Behind the colon, and the lines below.
   * @param indent the column of the key, or of the dash, that the value belongs to
   */
  inBlock(indent: number): { readonly head: string; readonly lines: readonly string[] };
}

/** @param column where the key of the value stands, or the dash of the entry */
export function spell(node: Node, text: string, column = 0): Spelled {
  return new SpelledValue(node, text, column);
}

export function isSpelled(value: unknown): value is Spelled {
  return value instanceof SpelledValue;
}

class SpelledValue implements Spelled {
  constructor(
    readonly node: Node,
    readonly text: string,
    private readonly column: number,
  ) {}

  inFlow(): string {
    return inFlow(this.node, this.text);
  }

  inBlock(indent: number): { readonly head: string; readonly lines: readonly string[] } {
    const { node, text } = this;
    const tag = tagOf(node, text);
    if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) {
      const [header = ''] = /^[|>]\S*/.exec(text.slice(node.start, lineEnd(text, node.start))) ?? [];
      // The blank lines that it keeps are not a part of the node.
      if (header.includes('+')) return keptLines(node, text, tag, indent);
      const [, ...lines] = text.slice(node.start, node.end).split(/\r?\n/);
      return { head: tag + header, lines: this.#moved(lines, indent, indent + 1) };
    }
    const below = (node.kind === 'map' || node.kind === 'seq') && !node.flow;
    const start = below ? lineStart(text, node.start) : node.start;
    const words = without(text, { start, end: node.end }, [
      ...anchorSpans(node, text),
      ...commentsOf(node, text).filter((span) => span.start >= start && span.end <= node.end),
    ]);
    const [head = '', ...lines] = words.split(/\r?\n/);
    if (!below) return { head: tag + head, lines: this.#moved(lines, indent, indent + 2) };
    // Of an entry that is a mapping the first line begins with the dash.
    const first = ' '.repeat(node.start - start) + head.slice(node.start - start);
    const least = node.kind === 'seq' ? indent : indent + 1;
    return { head: tag.trimEnd(), lines: this.#moved([first, ...lines], indent, least) };
  }

  /** Lines that keep their distance from the key. */
  #moved(lines: readonly string[], indent: number, least: number): string[] {
    return lines.map((line) => {
      const words = line.trimStart();
      const column = line.length - words.length - this.column + indent;
      return ' '.repeat(Math.max(words === '' ? 0 : least, line === '' ? 0 : column)) + words;
    });
  }
}

function keptLines(node: Scalar, text: string, tag: string, indent: number): ReturnType<Spelled['inBlock']> {
  const words = scalarText(node, text);
  const [header, ...lines] = blockScalarLines(words) ?? [quoteDouble(words)];
  const margin = ' '.repeat(indent + 2);
  return { head: tag + header, lines: lines.map((line) => (line === '' ? '' : margin + line)) };
}

function inFlow(node: Node | undefined, text: string): string {
  if (node === undefined) return 'null';
  if (node.kind === 'alias') return `*${node.name} `;
  const tag = tagOf(node, text);
  switch (node.kind) {
    case 'seq':
      return `${tag}[${node.items.map((item) => inFlow(item, text)).join(', ')}]`;
    case 'map':
      return `${tag}{${node.pairs
        .map(
          ({ key, value }) => `${inFlow(key, text)}:${value === undefined ? '' : ` ${inFlow(value, text)}`}`,
        )
        .join(', ')}}`;
    case 'scalar':
      return tag + scalarInFlow(node, text);
  }
}

function scalarInFlow(node: Scalar, text: string): string {
  const raw = text.slice(node.start, node.end);
  const words = scalarText(node, text);
  if (raw.includes('\n') || node.style === 'literal' || node.style === 'folded') return quoteDouble(words);
  if (node.style !== 'plain') return raw;
  // A number, a date or null says what it is in every place; other words may hold a comma or a bracket.
  const safe = isPlainSafe(raw, { flow: true }) || (readsAsOtherType(raw) && !/[,[\]{}]/.test(raw));
  return safe ? raw : quoteDouble(words);
}

/** The tag as it is spelled, with a space behind it. */
function tagOf(node: Node, text: string): string {
  if (node.kind === 'alias' || node.tag === undefined) return '';
  const before = text.slice(Math.max(0, node.start - 300), node.start);
  const [, tag] =
    /(![^\s,[\]{}]*)\s+(?:&\S+\s*(?:#.*\s+)?)?$/.exec(before) ?? /(![^\s,[\]{}]*)\s*$/.exec(before) ?? [];
  return tag === undefined ? '' : `${tag} `;
}

/** The anchors of what stands in a node, each with the spaces on one side. */
function anchorSpans(node: Node, text: string): Span[] {
  const spans: Span[] = [];
  const visit = (each: Node | undefined): void => {
    if (each === undefined || each.kind === 'alias') return;
    if (each !== node && each.anchor !== undefined) {
      const at = text.lastIndexOf(`&${each.anchor}`, each.start);
      const end = at + each.anchor.length + 1;
      const spaced = /\s/.test(text.charAt(at - 1));
      const behind = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
      if (at >= 0) spans.push(spaced ? { start: at - 1, end } : { start: at, end: end + behind });
    }
    if (each.kind === 'seq') each.items.forEach(visit);
    if (each.kind === 'map')
      for (const { key, value } of each.pairs) {
        visit(key);
        visit(value);
      }
  };
  visit(node);
  return spans;
}

/** A piece of a text without what is cut out of it, and without the lines that nothing else stands on. */
function without(text: string, piece: Span, cuts: readonly Span[]): string {
  let rest = '';
  let at = piece.start;
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    rest += text.slice(at, start);
    at = end;
    if (end === lineEnd(text, end)) rest = rest.replace(/(?:\r?\n)?[ \t]*$/, '');
  }
  return rest + text.slice(at, piece.end);
}
