/** What a card on the board says of a story beyond its row: why it is blocked, and how much of it is done. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import { isNull, type Node, pairOf, scalarText } from '../yaml/node.ts';

export interface CardFacts {
  /** Why it is blocked; empty where it only says that it is. */
  readonly blocked?: string;
  readonly tasks?: { readonly done: number; readonly all: number };
}

/** Read from the item's text, in some microseconds. */
export function cardFacts(backlog: Backlog, item: Item): CardFacts {
  const node = backlog.node(item);
  if (node?.kind !== 'map') return {};
  const { text } = item.slice;
  const blocked = item.blocked ? whyBlocked(pairOf(node, 'blocked', text)?.value, text) : undefined;
  const tasks = tasksIn(pairOf(node, 'tasks', text)?.value, text);
  return {
    ...(blocked === undefined ? {} : { blocked }),
    ...(tasks === undefined ? {} : { tasks }),
  };
}

function whyBlocked(node: Node | undefined, text: string): string | undefined {
  const why = node?.kind === 'map' ? pairOf(node, 'why', text)?.value : node;
  if (why?.kind !== 'scalar' || isNull(why, text)) return '';
  const words = scalarText(why, text);
  return words === 'true' ? '' : words;
}

function tasksIn(node: Node | undefined, text: string): CardFacts['tasks'] {
  if (node?.kind !== 'seq' || node.items.length === 0) return undefined;
  const done = node.items.filter((task) => {
    if (task?.kind !== 'map') return false;
    const value = pairOf(task, 'done', text)?.value;
    return value?.kind === 'scalar' && scalarText(value, text) === 'true';
  });
  return { done: done.length, all: node.items.length };
}
