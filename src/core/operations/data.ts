/**
 * What a piece of YAML says, free of how it is written: what an edit is judged by. Texts stay texts (`5` and `"5"`
 * are the same here; that a number is not quoted by mistake is the writer's business and tested there).
 */
import { type MapNode, type Node, type Scalar, isNull, scalarText } from '../yaml/node.ts';
import { isSpelled } from '../yaml/spelled.ts';
import { type Plain, isList, isMapping } from '../yaml/writeBlock.ts';

export type Data = string | null | readonly Data[] | DataMap | DataAlias;

export interface DataMap {
  readonly pairs: readonly (readonly [key: string, value: Data])[];
}

export interface DataAlias {
  readonly alias: string;
}

/** What scalars will say that don't say it yet. */
export type NewTexts = ReadonlyMap<Node, string>;

const NO_NEW_TEXTS: NewTexts = new Map();

/** What a node says. A node of another text than `text` gives nonsense. */
export function toData(node: Node | undefined, text: string, later: NewTexts = NO_NEW_TEXTS): Data {
  if (node === undefined) return null;
  switch (node.kind) {
    case 'alias':
      return { alias: node.name };
    case 'seq':
      return node.items.map((item) => toData(item, text, later));
    case 'map':
      return {
        pairs: node.pairs.map(({ key, value }) => [
          later.get(key) ?? keyOf(key, text),
          toData(value, text, later),
        ]),
      };
    case 'scalar':
      return (
        later.get(node) ?? (node.tag === undefined && isNull(node, text) ? null : scalarText(node, text))
      );
  }
}

function keyOf(node: Node, text: string): string {
  return node.kind === 'scalar' ? scalarText(node, text) : `? ${text.slice(node.start, node.end)}`;
}

/** What a value will say once it is written. */
export function dataOf(value: Plain): Data {
  if (value === null) return null;
  if (isList(value)) return value.map(dataOf);
  if (isSpelled(value)) return toData(value.node, value.text);
  if (isMapping(value)) return { pairs: Object.entries(value).map(([key, entry]) => [key, dataOf(entry)]) };
  return String(value);
}

export function isDataList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

export function isDataMap(data: Data): data is DataMap {
  return typeof data === 'object' && data !== null && 'pairs' in data;
}

/** True where both say the same. The order of a mapping's keys says nothing. */
export function sameData(a: Data, b: Data): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return false;
  if (isDataList(a)) {
    return isDataList(b) && a.length === b.length && a.every((entry, i) => sameData(entry, b[i] ?? null));
  }
  if (isDataList(b)) return false;
  if (!isDataMap(a)) return !isDataMap(b) && a.alias === b.alias;
  if (!isDataMap(b) || a.pairs.length !== b.pairs.length) return false;
  const left = sortedPairs(a);
  const right = sortedPairs(b);
  return left.every(([key, value], i) => {
    const other = right[i];
    return other !== undefined && other[0] === key && sameData(value, other[1]);
  });
}

/** Keys that are given twice keep their order among themselves, since sorting is stable. */
function sortedPairs(map: DataMap): (readonly [string, Data])[] {
  return [...map.pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The data with one place changed. `path` names keys and positions; a mapping on the way that is not there is made.
 * @param change gives the new data of the place, or `undefined` to take it away
 */
export function changeData(
  data: Data,
  path: readonly (string | number)[],
  change: (old: Data | undefined) => Data | undefined,
): Data | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  if (isDataList(data)) {
    const index = Number(step);
    const entry = changeData(data[index] ?? null, rest, change);
    return data.flatMap((old, i) => (i !== index ? [old] : entry === undefined ? [] : [entry]));
  }
  const key = String(step);
  const pairs = isDataMap(data) ? data.pairs : [];
  const index = pairs.findIndex(([name]) => name === key);
  const old = pairs[index]?.[1];
  const value = rest.length === 0 ? change(old) : changeData(old ?? null, rest, change);
  if (value === undefined) return { pairs: pairs.filter((_, i) => i !== index) };
  if (index < 0) return { pairs: [...pairs, [key, value]] };
  return { pairs: pairs.map((pair, i) => (i === index ? [key, value] : pair)) };
}

/** The names of the anchors in a node. */
export function anchorsOf(node: Node | undefined): string[] {
  return [...walk(node)].flatMap((each) =>
    each.kind !== 'alias' && each.anchor !== undefined ? [each.anchor] : [],
  );
}

/** The anchors in a node, each with the scalars in what bears it. */
export function anchoredIn(
  node: Node | undefined,
): { readonly anchor: string; readonly scalars: readonly Scalar[] }[] {
  return [...walk(node)].flatMap((each) => {
    if (each.kind === 'alias' || each.anchor === undefined) return [];
    const scalars = [...walk(each)].filter((inner) => inner.kind === 'scalar');
    return [{ anchor: each.anchor, scalars }];
  });
}

/** The names of the aliases in a node. */
export function aliasesOf(node: Node | undefined): string[] {
  return [...walk(node)].flatMap((each) => (each.kind === 'alias' ? [each.name] : []));
}

/** A node and all that stands in it, in the order of the text. */
export function* walk(node: Node | undefined): Generator<Node> {
  if (node === undefined) return;
  yield node;
  if (node.kind === 'seq') for (const item of node.items) yield* walk(item);
  if (node.kind === 'map') {
    for (const pair of node.pairs) {
      yield* walk(pair.key);
      yield* walk(pair.value);
    }
  }
}

/** The keys that a mapping gives more than once. */
export function isGivenTwice(map: MapNode, key: string, text: string): boolean {
  let count = 0;
  for (const pair of map.pairs) if (keyOf(pair.key, text) === key) count++;
  return count > 1;
}
