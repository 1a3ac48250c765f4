/**
 * Replaces the value of a pair where it stands: its place, its quotes, its block or flow style and the comment
 * behind it stay as far as the new value allows. Offsets are those of the slice; every edit is verified afterwards.
 */
import type { TextEdit } from '../text/span.ts';
import type { Node, Pair, Scalar } from '../yaml/node.ts';
import { lineEnd, lineStart } from '../yaml/trivia.ts';
import { isSpelled } from '../yaml/spelled.ts';
import { blockScalarLines, renderScalar, type ScalarContext } from '../yaml/write.ts';
import {
  type Plain,
  isList,
  isMapping,
  renderBlock,
  renderEntry,
  renderFlow,
  renderMap,
} from '../yaml/writeBlock.ts';
import { colonEnd, type Writing } from './fieldEdits.ts';

/** Where the pair stands. */
export interface PairContext {
  /** In a `{…}` mapping. */
  readonly flow: boolean;
  /** Column of the mapping's keys. */
  readonly column: number;
}

/** The edits, or undefined where the pair has a form that can't be edited (an explicit key). */
export function replaceValue(
  pair: Pair,
  value: Plain,
  context: PairContext,
  text: string,
  writing: Writing,
): TextEdit[] | undefined {
  const colon = colonEnd(pair, text);
  const old = pair.value;
  if (context.flow) return replaceInFlow(pair, colon, value, text, writing);
  if (colon === undefined) return undefined;
  if (old === undefined) return fillEmpty(colon, value, context, text, writing);
  if (old.kind === 'scalar' && (old.style === 'literal' || old.style === 'folded')) {
    return replaceBlockScalar(old, value, context, text, writing);
  }
  const isBlock = (old.kind === 'map' || old.kind === 'seq') && !old.flow;
  return isBlock
    ? replaceBlock(old, colon, value, context, text, writing)
    : replaceInline(old, colon, value, context, text, writing);
}

/** The edits that put a text in place of another that stands for itself: an entry of a list. */
export function replaceScalar(
  old: Scalar,
  value: string | number | boolean,
  context: PairContext,
  text: string,
  writing: Writing,
): TextEdit[] {
  if (context.flow) return [{ start: old.start, end: old.end, text: inFlow(old, value, writing) }];
  return old.style === 'literal' || old.style === 'folded'
    ? replaceBlockScalar(old, value, context, text, writing)
    : replaceInline(old, old.start, value, context, text, writing);
}

function replaceInFlow(
  pair: Pair,
  colon: number | undefined,
  value: Plain,
  text: string,
  writing: Writing,
): TextEdit[] {
  const old = pair.value;
  const written = inFlow(old, value, writing);
  if (old !== undefined && old.start < old.end) return [{ start: old.start, end: old.end, text: written }];
  if (colon === undefined) return [insertion(pair.key.end, `: ${written}`)];
  const next = text.charAt(colon);
  return [
    insertion(colon, ` ${written}${next === ' ' || next === ',' || next === '}' || next === '' ? '' : ' '}`),
  ];
}

function inFlow(old: Node | undefined, value: Plain, writing: Writing): string {
  if (isList(value) || isMapping(value) || isSpelled(value)) return renderFlow(value, writing.bare);
  return renderScalar(value, { flow: true, bare: writing.bare([]), style: quoteOf(old, writing) });
}

function quoteOf(old: Node | undefined, writing: Writing): ScalarContext['style'] {
  if (writing.quoted) return 'double';
  if (old?.kind !== 'scalar' || old.style === 'plain') return undefined;
  return old.style === 'single' || old.style === 'double' ? old.style : undefined;
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function hasCommentBehind(text: string, at: number): boolean {
  return text.slice(at, lineEnd(text, at)).trimStart().startsWith('#');
}

/** `key:` with nothing behind it, or nothing but a comment. */
function fillEmpty(
  colon: number,
  value: Plain,
  context: PairContext,
  text: string,
  writing: Writing,
): TextEdit[] {
  const commentBehind = hasCommentBehind(text, colon);
  const { head, lines } = renderBlock(value, {
    indent: context.column,
    bare: writing.bare,
    scalar: { commentBehind, style: quoteOf(undefined, writing) },
  });
  // The spaces behind the colon stay; one more is put in front of the value.
  return [
    ...(head === '' ? [] : [insertion(colon, ` ${head}`)]),
    ...linesBelow(lineEnd(text, colon), lines, writing),
  ];
}

function linesBelow(at: number, lines: readonly string[], writing: Writing): TextEdit[] {
  return lines.length === 0 ? [] : [insertion(at, lines.map((line) => writing.eol + line).join(''))];
}

/** A plain or quoted text, or a flow collection. */
function replaceInline(
  old: Node,
  colon: number,
  value: Plain,
  context: PairContext,
  text: string,
  writing: Writing,
): TextEdit[] {
  const commentBehind = hasCommentBehind(text, old.end);
  const staysFlow = (old.kind === 'seq' || old.kind === 'map') && (isList(value) || isMapping(value));
  const style = quoteOf(old, writing);
  // A date or number field keeps its quotes only where the person wrote some.
  const { head, lines } = staysFlow
    ? { head: renderFlow(value, writing.bare), lines: [] }
    : renderBlock(value, {
        indent: context.column,
        bare: style === undefined ? writing.bare : (path) => path.length > 0 && writing.bare(path),
        scalar: { commentBehind, ...(canKeep(style, value) ? { style } : {}) },
      });
  if (head !== '') {
    return joined(
      [{ start: old.start, end: old.end, text: head }],
      linesBelow(lineEnd(text, old.end), lines, writing),
    );
  }
  const gap = text.slice(colon, old.start);
  const start = /^[ \t]*$/.test(gap) ? colon : old.start;
  return joined([{ start, end: old.end, text: '' }], linesBelow(lineEnd(text, old.end), lines, writing));
}

/** Quotes are kept for texts on one line; a text with line breaks is better read as a block. */
function canKeep(style: ScalarContext['style'], value: Plain): boolean {
  return style !== undefined && (typeof value !== 'string' || !value.includes('\n') || style === 'double');
}

/** Two edits that touch are one. */
function joined(first: TextEdit[], second: TextEdit[]): TextEdit[] {
  const [a] = first;
  const [b] = second;
  if (a === undefined || b === undefined || a.end !== b.start) return [...first, ...second];
  return [{ start: a.start, end: b.end, text: a.text + b.text }];
}

/** `|` or `>` with its lines. A comment behind the header stays. */
function replaceBlockScalar(
  old: Scalar,
  value: Plain,
  context: PairContext,
  text: string,
  writing: Writing,
): TextEdit[] {
  const header = /^[|>][-+0-9]*/.exec(text.slice(old.start, old.start + 4))?.[0] ?? '|';
  const headerEnd = old.start + header.length;
  const contentStart = Math.min(lineEnd(text, old.start), old.end);
  const commentBehind = hasCommentBehind(text, headerEnd);
  const block = typeof value === 'string' && !writing.quoted ? blockScalarLines(value) : undefined;
  if (block !== undefined) {
    const [literal, ...lines] = block;
    // A folded text stays folded where it needs no line breaks of its own.
    const folds = header.startsWith('>') && lines.length === 1;
    const mark = folds ? literal.replace('|', '>') : literal;
    const margin = ' '.repeat(context.column + 2);
    const content = lines.map((line) => writing.eol + (line === '' ? '' : margin + line)).join('');
    return joinedHeader(
      { start: old.start, end: headerEnd, text: mark },
      contentStart,
      old.end,
      content,
      text,
    );
  }
  const { head, lines } = renderBlock(value, {
    indent: context.column,
    bare: writing.bare,
    scalar: { commentBehind, style: writing.quoted || isMultiLine(value) ? 'double' : undefined },
  });
  const content = lines.map((line) => writing.eol + line).join('');
  const start = head === '' ? text.slice(0, old.start).trimEnd().length : old.start;
  return joinedHeader({ start, end: headerEnd, text: head }, contentStart, old.end, content, text);
}

function isMultiLine(value: Plain): boolean {
  return typeof value === 'string' && value.includes('\n');
}

/** Changes the header and the content; what already stands there is left alone. */
function joinedHeader(
  header: TextEdit,
  contentStart: number,
  end: number,
  content: string,
  text: string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  if (text.slice(header.start, header.end) !== header.text) edits.push(header);
  if (text.slice(contentStart, end) !== content) edits.push({ start: contentStart, end, text: content });
  const [a, b] = edits;
  return a !== undefined && b !== undefined ? joined([a], [b]) : edits;
}

/** A block mapping or list. Comments inside it are lost, which the verification does not let pass. */
function replaceBlock(
  old: Node,
  colon: number,
  value: Plain,
  context: PairContext,
  text: string,
  writing: Writing,
): TextEdit[] {
  const first = lineStart(text, old.start);
  const column = old.start - first;
  const rendered = sameKind(old, value, column, writing);
  if (rendered !== undefined) {
    return [{ start: first, end: old.end, text: rendered.join(writing.eol) }];
  }
  const { head, lines } = renderBlock(value, {
    indent: context.column,
    bare: writing.bare,
    scalar: { commentBehind: hasCommentBehind(text, colon), style: quoteOf(undefined, writing) },
  });
  const breakBefore = first - (text.charAt(first - 2) === '\r' ? 2 : 1);
  const end = lineEnd(text, old.end);
  const below = lines.map((line) => writing.eol + line).join('');
  return joined(head === '' ? [] : [insertion(colon, ` ${head}`)], [
    { start: breakBefore, end, text: below },
  ]);
}

/** A list stays a block list, a mapping a block mapping. */
function sameKind(old: Node, value: Plain, column: number, writing: Writing): string[] | undefined {
  const context = { indent: column, bare: writing.bare };
  if (old.kind === 'seq' && isList(value) && value.length > 0)
    return value.flatMap((entry) => renderEntry(entry, context));
  if (old.kind === 'map' && isMapping(value) && Object.keys(value).length > 0)
    return renderMap(value, context);
  return undefined;
}
