/**
 * A value that stands in the file as one that can be taken apart and written anew. Only for values that say everything
 * themselves: no aliases and tags. What is to stay as it is spelled is carried by `src/core/yaml/spelled.ts`.
 */
import { isNull, type Node, type Scalar, scalarText } from '../yaml/node.ts';
import type { Plain } from '../yaml/writeBlock.ts';

/** Undefined where the value says more than a plain value can. */
export function plainOf(node: Node | undefined, text: string): Plain | undefined {
  if (node === undefined) return null;
  if (node.kind === 'alias' || node.tag !== undefined) return undefined;
  switch (node.kind) {
    case 'scalar':
      return plainScalar(node, text);
    case 'seq': {
      const items = node.items.map((item) => plainOf(item, text));
      return items.some((item) => item === undefined) ? undefined : (items as Plain[]);
    }
    case 'map': {
      const pairs = new Map<string, Plain>();
      for (const { key, value } of node.pairs) {
        const plain = plainOf(value, text);
        if (key.kind !== 'scalar' || plain === undefined) return undefined;
        const name = scalarText(key, text);
        if (pairs.has(name) || name === '<<') return undefined;
        pairs.set(name, plain);
      }
      return Object.fromEntries(pairs);
    }
  }
}

function plainScalar(node: Scalar, text: string): Plain {
  const words = scalarText(node, text);
  if (node.style !== 'plain') return words;
  if (isNull(node, text)) return null;
  if (words === 'true' || words === 'false') return words === 'true';
  const number = Number(words);
  // A number that would be spelled otherwise (`1.0`, `0x10`, `1e3`) stays a text.
  return Number.isFinite(number) && String(number) === words ? number : words;
}
