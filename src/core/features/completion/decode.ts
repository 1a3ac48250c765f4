/**
 * Decodes a scalar that is not finished, from its start up to a cursor, and says where each character stands. Forgiving:
 * what no YAML reader would take yet is taken as it is typed.
 */
import type { ScalarStyle } from '../../yaml/node.ts';

export interface Decoded {
  readonly text: string;
  /** Offsets in the source, one for each character and one for the end. */
  readonly places: readonly number[];
}

interface Scalar {
  /** Of the scalar, its quote or header included; or of a place inside it. */
  readonly start: number;
  readonly style: ScalarStyle;
  readonly inside?: boolean;
}

export function decoded(source: string, scalar: Scalar, end: number): Decoded {
  const block = scalar.style === 'literal' || scalar.style === 'folded';
  if (block)
    return scalar.inside === true ? asTyped(source, scalar.start, end) : blockText(source, scalar, end);
  return flowText(source, scalar, end);
}

function asTyped(source: string, start: number, end: number): Decoded {
  return {
    text: source.slice(start, end),
    places: Array.from({ length: Math.max(0, end - start) + 1 }, (_, i) => start + i),
  };
}

const FOLD = /[ \t]*\r?\n[ \t\r\n]*/y;

function flowText(source: string, { start, style, inside }: Scalar, end: number): Decoded {
  const quoted = style === 'single' || style === 'double';
  const places: number[] = [];
  let text = '';
  let at = start + (quoted && inside !== true && start < end ? 1 : 0);
  while (at < end) {
    FOLD.lastIndex = at;
    const fold = FOLD.exec(source)?.[0];
    if (fold !== undefined && at + fold.length <= end) {
      const breaks = fold.split('\n').length - 1;
      for (const made of breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) {
        text += made;
        places.push(at);
      }
      at += fold.length;
      continue;
    }
    const { length, value } = unitAt(source, at, style);
    const said = at + length > end ? source.charAt(at) : value;
    for (let i = 0; i < said.length; i++) places.push(at);
    text += said;
    at += at + length > end ? 1 : length;
  }
  places.push(end);
  return { text, places };
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

function unitAt(
  source: string,
  at: number,
  style: ScalarStyle,
): { readonly length: number; readonly value: string } {
  const character = source.charAt(at);
  const next = source.charAt(at + 1);
  if (style === 'single' && character === "'" && next === "'") return { length: 2, value: "'" };
  if (style !== 'double' || character !== '\\') return { length: 1, value: character };
  const digits = { x: 2, u: 4, U: 8 }[next];
  if (digits === undefined) return { length: 2, value: ESCAPED[next] ?? next };
  const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
  return { length: 2 + digits, value: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd' };
}

function blockText(source: string, { start, style }: Scalar, end: number): Decoded {
  const places: number[] = [];
  let text = '';
  let at = source.indexOf('\n', start) + 1;
  if (at === 0 || at > end) return { text: '', places: [end] };
  const indent = indentOf(source, at, end);
  while (at <= end) {
    const newline = source.indexOf('\n', at);
    const stop = newline < 0 || newline >= end ? end : newline;
    let from = at;
    while (from < Math.min(at + indent, stop) && source.charAt(from) === ' ') from++;
    const line = source.slice(from, stop).replace(/\r$/, '');
    for (let i = 0; i < line.length; i++) places.push(from + i);
    text += line;
    if (stop === end) break;
    text += style === 'folded' && line !== '' ? ' ' : '\n';
    places.push(from + line.length);
    at = stop + 1;
  }
  places.push(end);
  return { text, places };
}

/** The column of the first line that is not blank; where there is none, that of the cursor. */
function indentOf(source: string, from: number, end: number): number {
  const lines = source.slice(from, end).split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? lines.at(-1) ?? '';
  return first.length - first.trimStart().length;
}

/** Where the text in which the cursor stands ends, at most the end of the line. Quotes are left out. */
export function endOfText(source: string, cursor: number, style: ScalarStyle, flow: boolean): number {
  const newline = source.indexOf('\n', cursor);
  let line = newline < 0 ? source.length : newline;
  if (line > cursor && source[line - 1] === '\r') line--;
  if (style === 'literal' || style === 'folded') return line;
  if (style === 'plain') {
    const rest = source.slice(cursor, line);
    const stop = rest.search(flow ? /[,[\]{}]|[ \t]#|:(?=[ \t]|$)/ : /[ \t]#/);
    return cursor + (stop < 0 ? rest : rest.slice(0, stop)).trimEnd().length;
  }
  const quote = style === 'double' ? '"' : "'";
  for (let at = cursor; at < line; at++) {
    if (quote === '"' && source[at] === '\\') at++;
    else if (source[at] === quote) {
      if (quote === "'" && source[at + 1] === "'") at++;
      else return at;
    }
  }
  return line;
}
