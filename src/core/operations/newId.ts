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
  const see = (id: string | undefined): void => {
    if (id === undefined || !id.startsWith(prefix)) return;
    const digits = id.slice(prefix.length);
    if (/^\d{1,15}$/.test(digits)) highest = Math.max(highest, Number(digits));
  };
  for (const item of view.items) {
    see(item.id);
    item.was.forEach(see);
    for (const { id } of item.references) see(id);
  }
  return prefix + String(highest + 1);
}
