/**
 * The next number of the backlog's key: one past the highest that was ever used, as far as this file knows. The
 * number of an item that something still names is taken, even if the item is gone, and so is one that stands in a
 * comment: an item that is commented out may come back.
 */
import type { SlicedText } from '../yaml/slicedText.ts';
import type { View } from './view.ts';

/** `FN-13`, or undefined where the product has no key. */
export function nextId(view: View): string | undefined {
  const key = view.config.product.key;
  if (key === undefined || key === '') return undefined;
  const prefix = `${key}-`;
  let highest = 0;
  const before = view.origin?.items ?? [];
  for (const item of [...before, ...view.items]) {
    if (item.id !== undefined) highest = Math.max(highest, numberIn(item.id, prefix));
    for (const id of item.was) highest = Math.max(highest, numberIn(id, prefix));
    for (const { id } of item.references) highest = Math.max(highest, numberIn(id, prefix));
  }
  const texts = view.origin === undefined ? [view.source] : [view.origin.source, view.source];
  for (const text of texts) highest = Math.max(highest, highestInComments(text, prefix));
  return prefix + String(highest + 1);
}

/** What looks like a comment counts as one: a number too many that is left out does no harm. */
const COMMENT = /(?:^|[ \t])#.*/gm;

function highestInComments({ slices }: SlicedText, prefix: string): number {
  let highest = 0;
  for (const { text } of slices) {
    if (!text.includes('#')) continue;
    for (const [comment] of text.matchAll(COMMENT)) {
      for (let at = comment.indexOf(prefix); at >= 0; at = comment.indexOf(prefix, at + prefix.length)) {
        if (at > 0 && /[\p{L}\p{N}_-]/u.test(comment[at - 1] ?? '')) continue;
        const digits = /^\d+(?![\p{L}\p{N}_])/u.exec(
          comment.slice(at + prefix.length, at + prefix.length + 17),
        );
        if (digits) highest = Math.max(highest, numberIn(prefix + digits[0], prefix));
      }
    }
  }
  return highest;
}

/** The number of an id with this prefix; 0 where it is another kind of id. Read by hand: it runs over every reference. */
function numberIn(id: string, prefix: string): number {
  if (!id.startsWith(prefix) || id.length - prefix.length > 15) return 0;
  let number = 0;
  for (let at = prefix.length; at < id.length; at++) {
    const digit = id.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}
