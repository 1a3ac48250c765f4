/**
 * The syntax tree that both readers (the exact scanner and the `yaml` package) give.
 * Offsets are relative to the text that was read (a slice). A node never holds text that the source already
 * spells: a scalar's `value` is there only where decoding changed it (quotes, escapes, folding).
 */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface Scalar {
  readonly kind: 'scalar';
  /** First character: of a quoted text the quote, of a block scalar its `|` or `>`. */
  readonly start: number;
  /** Behind the last character; of a block scalar behind its last non-blank line, without the line break. */
  readonly end: number;
  readonly style: ScalarStyle;
  /** The decoded text; `undefined` where it is exactly `text.slice(start, end)`. Read it with `scalarText`. */
  readonly value: string | undefined;
  readonly tag?: string;
  readonly anchor?: string;
}

export interface Pair {
  readonly key: Node;
  /** `undefined` for `key:` with nothing behind it, which YAML reads as null. */
  readonly value: Node | undefined;
}

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  /** Behind the last character of the last value (block), or behind the closing brace (flow). */
  readonly end: number;
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
  readonly tag?: string;
  readonly anchor?: string;
}

export interface SeqNode {
  readonly kind: 'seq';
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  /** `undefined` for an empty entry (`-` with nothing behind it). */
  readonly items: readonly (Node | undefined)[];
  readonly tag?: string;
  readonly anchor?: string;
}

export interface Alias {
  readonly kind: 'alias';
  readonly start: number;
  readonly end: number;
  /** The anchor's name, without `*`. */
  readonly name: string;
}

export type Node = Scalar | MapNode | SeqNode | Alias;

/** The text of a scalar as a reader sees it: decoded, but never turned into a number, a boolean or null. */
export function scalarText(node: Scalar, text: string): string {
  return node.value ?? text.slice(node.start, node.end);
}

/** The first pair of a mapping with this key, or undefined. */
export function pairOf(map: MapNode, key: string, text: string): Pair | undefined {
  for (const pair of map.pairs) {
    if (pair.key.kind === 'scalar' && scalarText(pair.key, text) === key) return pair;
  }
  return undefined;
}

const NULL = /^(?:~|null|Null|NULL)?$/;

/** True for a missing value and for a plain `~`, `null` or nothing: what YAML 1.2 (core schema) reads as null. */
export function isNull(node: Node | undefined, text: string): boolean {
  return (
    node === undefined ||
    (node.kind === 'scalar' && node.style === 'plain' && NULL.test(scalarText(node, text)))
  );
}
