/**
 * The items of a few lists, read without judging them: what `list` needs, in half the time. It reads with the same
 * functions as the backlog, and leaves every file with anything unusual in these lists to it.
 */
import { Backlog } from '../core/backlog/backlog.ts';
import { readConfig } from '../core/backlog/config.ts';
import type { Config, Section } from '../core/backlog/config.ts';
import type { Item } from '../core/backlog/item.ts';
import type { ListName } from '../core/backlog/lists.ts';
import { lowerItem } from '../core/backlog/lower.ts';
import type { LowerContext } from '../core/backlog/lower.ts';
import { itemNodes } from '../core/backlog/sliceFacts.ts';
import { scalarText } from '../core/yaml/node.ts';
import type { Node } from '../core/yaml/node.ts';
import { readSlice } from '../core/yaml/read.ts';
import { SlicedText } from '../core/yaml/slicedText.ts';

/** What can be asked of items without a judgement. */
export type ItemSource = Pick<Backlog, 'config' | 'list' | 'node' | 'anchor'>;

/** The lists in rank order. Lists that are not named in `lists` may be missing. */
export function readLists(text: string, lists: ReadonlySet<ListName>): ItemSource {
  return Listing.read(text, lists) ?? Backlog.read(text);
}

const NO_RULES: readonly string[] = [];

class Listing implements ItemSource {
  private constructor(
    readonly config: Config,
    private readonly lists: ReadonlyMap<ListName, readonly Item[]>,
  ) {}

  static read(text: string, wanted: ReadonlySet<string>): Listing | undefined {
    const { slices } = SlicedText.of(text);
    const sections: Section[] = [];
    for (const slice of slices) {
      if (slice.kind === 'whole') return undefined;
      if (slice.kind === 'item' || slice.section === '' || wanted.has(slice.section)) continue;
      const { root, exact } = readSlice(slice);
      if (!exact || root?.kind !== 'map') return undefined;
      for (const { key, value } of root.pairs) {
        if (key.kind === 'scalar')
          sections.push({ key: scalarText(key, slice.text), node: value, text: slice.text });
      }
    }
    const config = readConfig(sections);
    const context: LowerContext = { config, resolve: () => undefined };
    const lists = new Map<ListName, Item[]>();
    for (const slice of slices) {
      if (!wanted.has(slice.section)) continue;
      const { root, exact } = readSlice(slice);
      if (!exact || root === undefined) return undefined;
      itemNodes(slice, root).forEach(({ list, node }, nth) => {
        const items = lists.get(list) ?? [];
        const { start, end } = node ?? root;
        items.push(lowerItem(list, slice, nth, node, { start, end }, NO_RULES, context));
        lists.set(list, items);
      });
    }
    return new Listing(config, lists);
  }

  list(name: ListName): readonly Item[] {
    return this.lists.get(name) ?? [];
  }

  node(item: Item): Node | undefined {
    return itemNodes(item.slice, readSlice(item.slice).root)[item.nth]?.node;
  }

  /** What was read here has no aliases. */
  anchor(): undefined {
    return undefined;
  }
}
