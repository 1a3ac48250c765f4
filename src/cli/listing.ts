/**
 * The items of a few lists, read one after the other without judging or keeping them: what `list` needs, in half the
 * time. It reads with the same functions as the backlog, and leaves every file with anything unusual to it.
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
import type { Slice } from '../core/yaml/slicedText.ts';
import { SlicedText } from '../core/yaml/slicedText.ts';

/** What can be asked of items without a judgement. */
export interface ItemSource extends Pick<Backlog, 'node' | 'anchor'> {
  readonly config: Config;
  /** A list in rank order; may be read anew each time it is gone through. */
  items(list: ListName): Iterable<Item>;
}

/** Answers a question about the lists of a text. The question may be asked twice, so it must only read. */
export function askLists<T>(text: string, question: (source: ItemSource) => T): T {
  try {
    return question(new Listing(text));
  } catch (error) {
    if (error instanceof NotPlain) return question(wholeModel(text));
    throw error;
  }
}

function wholeModel(text: string): ItemSource {
  const backlog = Backlog.read(text);
  return {
    config: backlog.config,
    items: (list) => backlog.list(list),
    node: (item) => backlog.node(item),
    anchor: (name, slice, offset) => backlog.anchor(name, slice, offset),
  };
}

/** Something in the file takes the whole model to understand. */
class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

const NO_RULES: readonly string[] = [];
const SETTINGS: ReadonlySet<string> = new Set(['version', 'product', 'workflow', 'writing', 'commits']);

class Listing implements ItemSource {
  readonly config: Config;
  private readonly slices: readonly Slice[];
  private readonly context: LowerContext;

  constructor(text: string) {
    this.slices = SlicedText.of(text).slices;
    this.config = readConfig(this.slices.flatMap(settingsIn));
    this.context = { config: this.config, resolve: () => undefined };
  }

  *items(list: ListName): Iterable<Item> {
    for (const slice of this.slices) {
      if (slice.section !== list) continue;
      const root = plainRoot(slice);
      const nodes = itemNodes(slice, root);
      for (let nth = 0; nth < nodes.length; nth += 1) {
        const node = nodes[nth]?.node;
        const { start, end } = node ?? root;
        yield lowerItem(list, slice, nth, node, { start, end }, NO_RULES, this.context);
      }
    }
  }

  node(item: Item): Node | undefined {
    return itemNodes(item.slice, plainRoot(item.slice))[item.nth]?.node;
  }

  /** What was read here has no aliases. */
  anchor(): undefined {
    return undefined;
  }
}

function settingsIn(slice: Slice): readonly Section[] {
  if (slice.kind === 'whole') throw new NotPlain();
  if (slice.kind === 'item' || !SETTINGS.has(slice.section)) return [];
  const root = plainRoot(slice);
  if (root.kind !== 'map') throw new NotPlain();
  return root.pairs.flatMap(({ key, value }) =>
    key.kind === 'scalar' ? [{ key: scalarText(key, slice.text), node: value, text: slice.text }] : [],
  );
}

/** The syntax tree of a slice that the exact reader understands: no anchors, aliases or tags, and nothing broken. */
function plainRoot(slice: Slice): Node {
  const { root, exact } = readSlice(slice);
  if (!exact || root === undefined) throw new NotPlain();
  return root;
}
