/**
 * What a team froze of its findings: an item that has not changed since keeps the findings that it had, and they are
 * not said again. As soon as its text changes it is judged whole, so that what is touched is mended.
 */
import type { Backlog, LocatedProblem } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';

export interface Baseline {
  /** Of each item with findings: a hash of its text, and how often each rule spoke. */
  readonly items: ReadonlyMap<string, FrozenItem>;
}

export interface FrozenItem {
  readonly text: string;
  readonly rules: ReadonlyMap<string, number>;
}

/** Freezes all that is found now. Judge the backlog to the end first. */
export function freeze(backlog: Backlog): Baseline {
  const items = new Map<string, { text: string; rules: Map<string, number> }>();
  for (const { item, problem } of backlog.problems()) {
    if (item === undefined) continue;
    const key = keyOf(item);
    const frozen = items.get(key) ?? { text: hashOf(textOf(item)), rules: new Map<string, number>() };
    items.set(key, frozen);
    frozen.rules.set(problem.rule, (frozen.rules.get(problem.rule) ?? 0) + 1);
  }
  return { items };
}

/** The findings that are new: those outside of items, in items that changed, and those that an item did not have. */
export function notFrozen(
  baseline: Baseline,
  problems: readonly LocatedProblem[],
): readonly LocatedProblem[] {
  const left = new Map<Item, Map<string, number>>();
  return problems.filter(({ item, problem }) => {
    if (item === undefined) return true;
    let rules = left.get(item);
    if (rules === undefined) {
      const frozen = baseline.items.get(keyOf(item));
      const same = frozen?.text === hashOf(textOf(item));
      rules = new Map(same ? frozen.rules : []);
      left.set(item, rules);
    }
    const count = rules.get(problem.rule) ?? 0;
    if (count === 0) return true;
    rules.set(problem.rule, count - 1);
    return false;
  });
}

/** An item is known by its id; one without is known by its list and its text. */
function keyOf(item: Item): string {
  return item.id === undefined ? `${item.list}:${hashOf(textOf(item))}` : `${item.list}:${item.id}`;
}

/** The item without the lines around it; line ends and what stands behind the last word make no difference. */
function textOf({ slice, span }: Item): string {
  return slice.text.slice(span.start, span.end).replaceAll('\r\n', '\n').trimEnd();
}

/** FNV-1a over UTF-16 units, twice with different bases: 64 bits as 16 hexadecimal digits. No protection against malice. */
function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return hex(a) + hex(b);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
