/**
 * The next number of the backlog's key: one past the highest that was ever used, as far as this file knows. The
 * number of an item that something still names is taken, even if the item is gone.
 */
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
  return prefix + String(highest + 1);
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
