/** An item as its page reads it: fields with their marks, and why some of them can't be changed from there. */
import type { Backlog } from '../../backlog/backlog.ts';
import type { Item } from '../../backlog/item.ts';
import { usedAnchor } from '../../operations/anchors.ts';
import { findField, refuseShared } from '../../operations/fieldPath.ts';
import { isNull, type MapNode, type Node, pairOf, scalarText } from '../../yaml/node.ts';
import { entryMark, markOf } from './mark.ts';
import type { Marked } from './pageData.ts';

export class PageScene {
  readonly text: string;
  /** The first value of each key; absent where it is null. */
  private readonly values = new Map<string, Node>();
  private readonly twice = new Set<string>();
  /** There may be anchors, aliases or merge keys, and what can't be edited has to be looked for. */
  private readonly tied: boolean;

  constructor(
    readonly backlog: Backlog,
    readonly item: Item,
    readonly map: MapNode,
  ) {
    this.text = item.slice.text;
    this.tied = /[&*]|<</.test(this.text);
    const seen = new Set<string>();
    for (const { key, value } of map.pairs) {
      if (key.kind !== 'scalar') continue;
      const name = scalarText(key, this.text);
      if (seen.has(name)) this.twice.add(name);
      else if (value !== undefined && !isNull(value, this.text)) this.values.set(name, value);
      seen.add(name);
    }
  }

  /** All keys that the item has, in its order. */
  get keys(): readonly string[] {
    return [
      ...new Set(
        this.map.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [scalarText(key, this.text)] : [])),
      ),
    ];
  }

  value(key: string): Node | undefined {
    return this.values.get(key);
  }

  /** A field, with why it can't be changed where it can't. */
  marked(path: string, node: Node | undefined, why?: string): Marked {
    const locked = this.lockOf(path) ?? why;
    const mark = markOf(node, this.text);
    return locked === undefined ? { path, mark } : { path, mark, locked };
  }

  /** An entry of a list, which can't be changed where its list can't. */
  entry(path: string, node: Node | undefined, why: string | undefined): Marked {
    const tied = this.tied && node !== undefined ? this.#tiedBy(node) : undefined;
    const locked = why ?? tied;
    const mark = entryMark(node, this.text);
    return locked === undefined ? { path, mark } : { path, mark, locked };
  }

  private lockOf(path: string): string | undefined {
    const [key = ''] = path.split('.');
    if (!this.tied && !this.twice.has(key)) return undefined;
    const place = findField(this.backlog, this.item, path.split('.'));
    if (!place.ok) return place.refusal.message;
    const value = place.missing.length === 0 ? place.pair?.value : undefined;
    return refuseShared(this.backlog, value, path, this.item)?.refusal.message;
  }

  #tiedBy(node: Node): string | undefined {
    if (node.kind === 'alias')
      return `This comes through the alias *${node.name}: change it where &${node.name} stands.`;
    const anchor = usedAnchor(this.backlog, this.item.slice, node);
    return anchor === undefined
      ? undefined
      : `This is shared under the anchor &${anchor}: change it in the file.`;
  }
}

/** The entries of a list field; a bare value is the only one. */
export function entriesOf(node: Node | undefined): readonly (Node | undefined)[] {
  if (node === undefined) return [];
  return node.kind === 'seq' ? node.items : [node];
}

/** What a person reads: the text of a scalar without the line breaks that a block ends with, else what is spelled there. */
export function shownText(node: Node | undefined, text: string): string {
  if (node === undefined) return '';
  return node.kind === 'scalar'
    ? scalarText(node, text).replace(/\n+$/, '')
    : text.slice(node.start, node.end);
}

/** True for what YAML writes for yes. */
export function isYes(node: Node | undefined, text: string): boolean {
  return node?.kind === 'scalar' && /^(?:true|yes|on)$/i.test(scalarText(node, text));
}

/** The node at a path of keys and positions; undefined where there is none. A bare value is entry 0 of itself. */
export function nodeAt(map: MapNode, path: readonly string[], text: string): Node | undefined {
  let node: Node | undefined = map;
  for (const step of path) {
    if (node?.kind === 'seq') node = node.items[Number(step)];
    else if (node?.kind === 'map') node = pairOf(node, step, text)?.value;
    else if (step !== '0') return undefined;
  }
  return node;
}
