/**
 * Proves a mend by judging its result: it is only offered where the finding is gone and no error or warning has come.
 * Operations that put something in are left to those who make them; they are planned on the whole backlog.
 */
import type { TextEdit } from '../../../text/span.ts';
import { type MapNode, type Node, scalarText } from '../../../yaml/node.ts';
import { readSlice } from '../../../yaml/read.ts';
import { Slice } from '../../../yaml/slice.ts';
import { mend } from '../../mend.ts';
import type { Finding, Mend, WritingRule } from '../../rule.ts';
import { WrittenItem } from '../../writtenItem.ts';

/** The same rules, each offering only what its result, judged by all of them, proves. */
export function proven(rules: readonly WritingRule[]): readonly WritingRule[] {
  return rules.map((rule) => ({
    ...rule,
    *judge(item): Iterable<Finding> {
      for (const finding of rule.judge(item)) {
        const { mends } = finding;
        yield mends === undefined
          ? finding
          : { ...finding, mends: () => mends().filter((way) => holds(way, { rule, finding, item, rules })) };
      }
    },
  }));
}

interface Case {
  readonly rule: WritingRule;
  readonly finding: Finding;
  readonly item: WrittenItem;
  readonly rules: readonly WritingRule[];
}

function holds(way: Mend, { rule, finding, item, rules }: Case): boolean {
  const after = resultOf(way, item);
  if (after === 'unknown') return true;
  if (after === undefined) return false;
  // What is left may be a lesser one.
  const like = (each: WrittenItem): number =>
    [...rule.judge(each)].filter(({ severity }) => severity === finding.severity).length;
  if (like(after) >= like(item)) return false;
  return rules.every((each) => weighty(each, after) <= weighty(each, item));
}

/** The item after a mend; undefined where it can't be mended so, `unknown` for operations that put something in. */
function resultOf(way: Mend, item: WrittenItem): WrittenItem | 'unknown' | undefined {
  if ('operation' in way) {
    const { operation } = way;
    if (operation.type !== 'remove' && operation.type !== 'removeEntry') return 'unknown';
    const entry = operation.type === 'removeEntry' ? [String(operation.entry)] : [];
    const node = without(item.node, [...operation.field.split('.'), ...entry], item.source);
    return node?.kind === 'map' ? new WrittenItem(item.item, node, item.config) : undefined;
  }
  if (!('edits' in way)) return 'unknown';
  const edits = mend(way.in, way.edits, item.item.slice);
  return edits && itemAfter(item, edits);
}

/** The tree without what a path of keys and positions leads to. */
function without(
  node: Node | undefined,
  [step = '', ...rest]: readonly string[],
  text: string,
): Node | undefined {
  if (node?.kind === 'seq') {
    const items = node.items.flatMap((each, i) =>
      String(i) !== step ? [each] : rest.length > 0 ? [without(each, rest, text)] : [],
    );
    return { ...node, items };
  }
  if (node?.kind !== 'map') return node;
  const pairs = node.pairs.flatMap((pair) => {
    if (pair.key.kind !== 'scalar' || scalarText(pair.key, text) !== step) return [pair];
    return rest.length > 0 ? [{ ...pair, value: without(pair.value, rest, text) }] : [];
  });
  return { ...node, pairs };
}

function weighty(rule: WritingRule, item: WrittenItem): number {
  const { language, doc } = rule;
  if (language !== undefined && language !== item.config.language.slice(0, 2)) return 0;
  const found = [...rule.judge(item)].map(({ severity }) => severity ?? doc.severity);
  return found.filter((severity) => severity === 'error' || severity === 'warning').length;
}

/** The item as it would be read after edits; undefined where it can't be. */
function itemAfter({ item, node, config }: WrittenItem, edits: readonly TextEdit[]): WrittenItem | undefined {
  let text = item.slice.text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start))
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const { kind, section, indent, listIndent } = item.slice;
  const slice = new Slice(text, kind, section, indent, listIndent, text.split('\n').length - 1);
  const map = mapAt(readSlice(slice).root, node.start);
  return map && new WrittenItem({ ...item, slice }, map, config);
}

function mapAt(root: ReturnType<typeof readSlice>['root'], start: number): MapNode | undefined {
  if (root === undefined || root.kind === 'alias' || root.kind === 'scalar') return undefined;
  if (root.kind === 'map' && root.start === start) return root;
  const inner = root.kind === 'seq' ? root.items : root.pairs.map(({ value }) => value);
  for (const each of inner) {
    const found = mapAt(each, start);
    if (found) return found;
  }
  return undefined;
}
