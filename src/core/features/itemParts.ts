/** The words of an item taken apart, for steps in which a person deals them out or chooses from them. */
import type { Backlog } from '../backlog/backlog.ts';
import type { Item } from '../backlog/item.ts';
import type { Operation } from '../operations/operation.ts';
import { isNull, pairOf, scalarText } from '../yaml/node.ts';

export interface ItemParts {
  readonly title: string;
  readonly story: string | null;
  readonly description: string | null;
  /** The acceptance criteria, each on one line. */
  readonly criteria: readonly string[];
  /** How the sentence falls into two, where a rule says that it joins two wishes. */
  readonly halves: {
    readonly first: string;
    readonly second: { readonly title: string; readonly story: string };
  } | null;
}

export function itemParts(backlog: Backlog, item: Item): ItemParts {
  const node = backlog.node(item);
  const { text } = item.slice;
  const words = (key: string): string | null => {
    const value = node?.kind === 'map' ? pairOf(node, key, text)?.value : undefined;
    return value?.kind === 'scalar' && !isNull(value, text) ? scalarText(value, text).trim() : null;
  };
  const acceptance = node?.kind === 'map' ? pairOf(node, 'acceptance', text)?.value : undefined;
  const entries =
    acceptance?.kind === 'seq' ? acceptance.items : isNull(acceptance, text) ? [] : [acceptance];
  return {
    title: item.title ?? '',
    story: words('story'),
    description: words('description'),
    criteria: entries.map((entry) => {
      if (entry === undefined) return '';
      return entry.kind === 'scalar'
        ? oneLine(scalarText(entry, text))
        : oneLine(text.slice(entry.start, entry.end));
    }),
    halves: halvesOf(backlog, item),
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function halvesOf(backlog: Backlog, item: Item): ItemParts['halves'] {
  for (const located of backlog.problems()) {
    if (located.item !== item || !located.problem.rule.startsWith('story/')) continue;
    for (const { operation } of backlog.withFixes(located).problem.fixes ?? []) {
      const split = operation && splitIn(operation);
      const { first, second } = split ?? {};
      if (first?.story !== undefined && second?.story !== undefined)
        return { first: first.story, second: { title: second.title, story: second.story } };
    }
  }
  return null;
}

/** The split that leaves the first story as it will be; those of several are made from the last to the first. */
function splitIn(operation: Operation): Extract<Operation, { readonly type: 'split' }> | undefined {
  if (operation.type === 'split') return operation;
  if (operation.type !== 'sequence') return undefined;
  return operation.operations.flatMap((each) => splitIn(each) ?? []).at(-1);
}
