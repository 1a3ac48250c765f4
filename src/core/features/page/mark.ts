/** Marks: what the file says at a place, short enough to carry around and compared to see whether it still does. */
import type { Node } from '../../yaml/node.ts';

/** The mark of a node as it is spelled; `''` where there is nothing. */
export function markOf(node: Node | undefined, text: string): string {
  return node === undefined ? '' : hashOf(text.slice(node.start, node.end));
}

/** The mark of an entry of a list; an entry that says nothing has one too. */
export function entryMark(node: Node | undefined, text: string): string {
  return node === undefined ? '-' : markOf(node, text);
}

/** 53 bits of a text's characters and its length: two texts that a person writes do not meet. */
function hashOf(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  const bits = 4294967296 * (b & 0x1fffff) + (a >>> 0);
  return `${bits.toString(36)}.${text.length.toString(36)}`;
}
