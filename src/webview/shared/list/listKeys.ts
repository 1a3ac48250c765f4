/**
 * The keys that mean the same in every list: arrows, Page Up and Down, Home and End walk, with Shift they select on the
 * way; Ctrl+Space selects one, Ctrl+A all, Escape none. A view says what its arrows lead to, and adds its own keys.
 */
import type { Selection } from './selection.ts';

/** Where a key leads: so many items along the list, its ends, or to what stands beside it. */
export type Motion =
  { readonly kind: 'by'; readonly count: number } | { readonly kind: 'first' | 'last' | 'left' | 'right' };

export interface ListKeysHost {
  readonly selection: Selection;
  /** The items of the list that this one is in, in the order in which they are read. */
  orderOf(key: string): readonly string[];
  /** The item that a motion leads to; undefined at the edge. */
  next(key: string, motion: Motion): string | undefined;
  /** Puts the focus on an item once it is drawn. */
  focusOn(key: string | undefined): void;
  /** Selection or focus changed: items are drawn again. */
  redraw(): void;
}

/** So many items are walked by a page. */
const PAGE = 10;

const MOTIONS: Readonly<Record<string, Motion>> = {
  ArrowUp: { kind: 'by', count: -1 },
  ArrowDown: { kind: 'by', count: 1 },
  PageUp: { kind: 'by', count: -PAGE },
  PageDown: { kind: 'by', count: PAGE },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  ArrowLeft: { kind: 'left' },
  ArrowRight: { kind: 'right' },
};

export function motionOf(pressed: string): Motion | undefined {
  return Object.hasOwn(MOTIONS, pressed) ? MOTIONS[pressed] : undefined;
}

/** True where the key meant something in this list. */
export function pressInList(host: ListKeysHost, event: KeyboardEvent, key: string): boolean {
  if (event.altKey) return false;
  return event.ctrlKey || event.metaKey
    ? select(host, event.key, key)
    : event.key === 'Escape'
      ? clear(host)
      : walk(host, event, key);
}

function walk(host: ListKeysHost, { key: pressed, shiftKey }: KeyboardEvent, key: string): boolean {
  const motion = motionOf(pressed);
  if (motion === undefined) return false;
  const next = host.next(key, motion);
  if (next === undefined) return true;
  if (shiftKey) host.selection.through(next, host.orderOf(key));
  host.selection.current = next;
  host.focusOn(next);
  host.redraw();
  return true;
}

function select(host: ListKeysHost, pressed: string, key: string): boolean {
  if (pressed === ' ') host.selection.toggle(key);
  else if (pressed === 'a') host.selection.add(host.orderOf(key), key);
  else return false;
  host.redraw();
  return true;
}

function clear(host: ListKeysHost): boolean {
  host.selection.clear();
  host.redraw();
  return true;
}

/** The item so many further on in an order, within its ends. */
export function along(order: readonly string[], key: string, motion: Motion): string | undefined {
  const at = order.indexOf(key);
  const last = order.length - 1;
  const to = {
    by: motion.kind === 'by' ? at + motion.count : at,
    first: 0,
    last,
    left: at,
    right: at,
  }[motion.kind];
  return order[Math.min(Math.max(to, 0), last)];
}
