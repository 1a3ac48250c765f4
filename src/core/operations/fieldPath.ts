/**
 * Finds the place that a path of keys names in an item's tree. What can't be edited where it stands (an alias, a
 * merged mapping, a key that is given twice, something another place shares by an anchor) is refused here.
 */
import { isNull, type MapNode, type Node, type Pair, pairOf, scalarText } from '../yaml/node.ts';
import { readSlice } from '../yaml/read.ts';
import { lineEnd, lineStart } from '../yaml/trivia.ts';
import { sharedAs, usedAnchor } from './anchors.ts';
import { isGivenTwice } from './data.ts';
import { type Refused, refuse } from './refusal.ts';
import { type Entry, nameOf, nodeOf, type View } from './view.ts';

export interface FieldPlace {
  readonly ok: true;
  /** The mapping that holds the field, or that will. */
  readonly map: MapNode;
  /** The pair of the field, or of the mapping that is to be made on the way to it; undefined where it is not there. */
  readonly pair: Pair | undefined;
  /** The keys that lead from the pair's value (or from the map, where there is no pair) to the field. */
  readonly missing: readonly string[];
  /** The mappings on the way, from the item to `map`, with the pair in each that leads on. */
  readonly parents: readonly { readonly map: MapNode; readonly pair: Pair }[];
  /** Keys and positions from the item to the field. */
  readonly steps: readonly (string | number)[];
}

export function findField(view: View, entry: Entry, path: readonly string[]): FieldPlace | Refused {
  const node = nodeOf(entry);
  const { text } = entry.slice;
  const name = nameOf(entry);
  if (node?.kind === 'alias') return refuse('cannot-preserve', fromAlias(name, node.name));
  if (node === undefined || node.kind === 'scalar' || node.kind === 'seq') {
    return refuse('unreadable', `${name} can't be read as a mapping of fields: mend it in the file first.`);
  }
  const item = sharedAs(view, entry.slice, node);
  if (item !== undefined)
    return refuse('cannot-preserve', `${name} is shared under the anchor &${item}: change it in the file.`);
  let map: MapNode = node;
  const parents: { map: MapNode; pair: Pair }[] = [];
  const steps: (string | number)[] = [];
  for (let i = 0; i < path.length; i++) {
    const key = path[i] as string;
    const label = path.slice(0, i + 1).join('.');
    if (i === 0 && standsUnread(entry, map, key)) {
      return refuse(
        'unreadable',
        `The line of ${name} that begins with “${key}” can't be read: mend it in the file first.`,
      );
    }
    if (isGivenTwice(map, key, text)) {
      return refuse('cannot-preserve', `${name} gives ${label} twice: remove one of them in the file first.`);
    }
    const pair = pairOf(map, key, text);
    steps.push(key);
    if (pair === undefined) {
      const merged = mergedFrom(view, map, key, text);
      if (merged !== undefined) return refuse('cannot-preserve', fromMerge(label, name, merged));
      return {
        ok: true,
        map,
        pair,
        missing: path.slice(i),
        parents,
        steps: allSteps(steps, path.slice(i + 1)),
      };
    }
    if (pair.value?.kind === 'alias')
      return refuse('cannot-preserve', fromAlias(`${label} of ${name}`, pair.value.name));
    const rest = path.slice(i + 1);
    if (rest.length === 0 || isNull(pair.value, text)) {
      return { ok: true, map, pair, missing: rest, parents, steps: allSteps(steps, rest) };
    }
    const found = stepInto(view, entry, pair.value, rest, label);
    if (!found.ok) return found;
    parents.push({ map, pair });
    map = found.map;
    if (found.index !== undefined) {
      steps.push(found.index);
      i++;
    }
  }
  return refuse('unknown-field', `${path.join('.')} is not a field but an entry of a list.`);
}

/** True where a broken item has a line that begins with this key and is part of nothing that was read. */
function standsUnread({ slice }: Entry, map: MapNode, key: string): boolean {
  const { text } = slice;
  if (key === '' || !text.includes(key) || pairOf(map, key, text) !== undefined) return false;
  if (readSlice(slice).problems.length === 0) return false;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const before = text.slice(lineStart(text, at), at);
    const behind = text.slice(at + key.length, lineEnd(text, at));
    if (!/^[ \t]*$/.test(before) || !/^[ \t]*:(?:[ \t]|$)/.test(behind.trimEnd())) continue;
    const read = map.pairs.some(({ key: own, value }) => own.start <= at && at < (value ?? own).end);
    if (!read) return true;
  }
  return false;
}

function allSteps(
  steps: readonly (string | number)[],
  rest: readonly string[],
): readonly (string | number)[] {
  return [...steps, ...rest];
}

type Step = { readonly ok: true; readonly map: MapNode; readonly index: number | undefined } | Refused;

/** The mapping behind a value; of a list that of the entry which the next step counts to. */
function stepInto(
  view: View,
  entry: Entry,
  value: Node | undefined,
  rest: readonly string[],
  label: string,
): Step {
  const { slice } = entry;
  const name = nameOf(entry);
  const anchor = value === undefined ? undefined : sharedAs(view, slice, value);
  if (anchor !== undefined) return refuse('cannot-preserve', shared(label, name, anchor));
  if (value?.kind === 'map') return { ok: true, map: value, index: undefined };
  if (value?.kind !== 'seq') {
    return refuse(
      'invalid-value',
      `${label} of ${name} is a text and has no ${rest[0] ?? ''}: set ${label} as a whole.`,
    );
  }
  const index = /^\d+$/.test(rest[0] ?? '') ? Number(rest[0]) : -1;
  const item = value.items[index];
  if (item?.kind === 'alias') return refuse('cannot-preserve', fromAlias(`${label} of ${name}`, item.name));
  if (item?.kind === 'map') {
    const own = sharedAs(view, slice, item);
    return own === undefined
      ? { ok: true, map: item, index }
      : refuse('cannot-preserve', shared(`${label}.${rest[0] ?? ''}`, name, own));
  }
  return refuse('invalid-value', `${label} of ${name} has no entry ${rest[0] ?? ''} with fields of its own.`);
}

function fromAlias(what: string, anchor: string): string {
  return `${what} comes through the alias *${anchor}: change it where &${anchor} stands.`;
}

function fromMerge(field: string, name: string, anchor: string): string {
  return `${field} of ${name} comes through << from &${anchor}: change it there, or write ${field} into the item in the file.`;
}

function shared(field: string, name: string, anchor: string): string {
  return `${field} of ${name} is shared under the anchor &${anchor}: change it in the file.`;
}

/** Refuses to replace or remove a value that other places use by its anchor. */
export function refuseShared(
  view: View,
  value: Node | undefined,
  field: string,
  entry: Entry,
): Refused | undefined {
  const used = usedAnchor(view, entry.slice, value);
  if (value === undefined || used === undefined) return undefined;
  const own = value.kind !== 'alias' && value.anchor === used;
  const name = nameOf(entry);
  const message = own
    ? shared(field, name, used)
    : `${field} of ${name} holds &${used}, which other places use: change it in the file.`;
  return refuse('cannot-preserve', message);
}

/** Refuses to take away a field that `<<` would then give another value. */
export function refuseUncovered(view: View, entry: Entry, map: MapNode, key: string): Refused | undefined {
  const merged = mergedFrom(view, map, key, entry.slice.text);
  if (merged === undefined) return undefined;
  const name = nameOf(entry);
  const message = `${key} of ${name} also comes through << from &${merged}, and would come from there without its own: change it in the file.`;
  return refuse('cannot-preserve', message);
}

/** The anchor of the mapping that gives this key by `<<`, where one does or may. */
function mergedFrom(view: View, map: MapNode, key: string, text: string): string | undefined {
  const merge = pairOf(map, '<<', text)?.value;
  const sources = merge?.kind === 'seq' ? merge.items : [merge];
  for (const source of sources) {
    if (source?.kind === 'map' && pairOf(source, key, text) !== undefined) return '<<';
    if (source?.kind !== 'alias') continue;
    const target = anchored(view, source.name);
    if (target === undefined) return source.name;
    if (target.node.kind !== 'map') continue;
    if (
      pairOf(target.node, key, target.text) !== undefined ||
      pairOf(target.node, '<<', target.text) !== undefined
    ) {
      return source.name;
    }
  }
  return undefined;
}

/** The node that bears an anchor, wherever it stands; undefined where there is none or more than one. */
function anchored(view: View, name: string): { readonly node: Node; readonly text: string } | undefined {
  const found = view.source.slices.flatMap((slice) => {
    if (!slice.text.includes(`&${name}`)) return [];
    return nodesWithAnchor(readSlice(slice).root, name).map((node) => ({ node, text: slice.text }));
  });
  return found.length === 1 ? found[0] : undefined;
}

function nodesWithAnchor(node: Node | undefined, name: string): Node[] {
  if (node === undefined || node.kind === 'alias') return [];
  const own = node.anchor === name ? [node] : [];
  if (node.kind === 'scalar') return own;
  const inner =
    node.kind === 'seq' ? node.items : node.pairs.flatMap((pair) => [pair.key, pair.value] as const);
  return [...own, ...inner.flatMap((each) => nodesWithAnchor(each, name))];
}

/** The text of a key. */
export function keyText(pair: Pair, text: string): string {
  return pair.key.kind === 'scalar' ? scalarText(pair.key, text) : '';
}
