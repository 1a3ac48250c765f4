/**
 * Judges one item or one section of the file by itself. What several items share (ids, references, limits) is
 * judged by the backlog, which knows them all. Runs for every item at load: what is clean costs a look.
 */
import type { Config } from '../backlog/config.ts';
import type { ListName } from '../backlog/lists.ts';
import type { Problem } from '../backlog/problem.ts';
import { itemFields, topLevelFields } from '../schema/shapes.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import { dateOrder } from './dateOrder.ts';
import { Judging } from './judging.ts';
import { planOf, tableOf } from './plan.ts';
import type { KeyTable } from './plan.ts';
import { readyMissing } from './readyMissing.ts';
import { isNothing } from './scalar.ts';
import { itemId } from './schemaId.ts';
import { firstLine } from './schemaType.ts';
import { schemaVersion } from './schemaVersion.ts';
import { scorePartial } from './scorePartial.ts';
import { judgeObject, judgeValue } from './structure.ts';
import { unknownKey, unknownSection } from './unknownKey.ts';
import { unknownRule } from './unknownRule.ts';
import { workflowNames } from './workflowNames.ts';
import { isListName, ITEM_NAMES } from '../backlog/lists.ts';

type ItemRule = (judging: Judging, item: MapNode) => void;
type SectionRule = (judging: Judging, value: Node | undefined) => void;

/** Rules about a whole item, beyond the form of its fields, by list. A new one is added here. */
const ITEM_RULES: { readonly [list in ListName]?: readonly ItemRule[] } = {
  decisions: [itemId, dateOrder('date', 'revisit')],
  epics: [itemId, scorePartial, readyMissing],
  sprints: [itemId, dateOrder('start', 'end'), dateOrder('started', 'closed')],
  stories: [itemId, scorePartial, readyMissing],
};
const EVERY_ITEM: readonly ItemRule[] = [itemId];

/** Rules about other parts of the file. */
const SECTION_RULES: Readonly<Record<string, SectionRule | undefined>> = {
  version: schemaVersion,
  workflow: workflowNames,
  writing: unknownRule,
};

export interface ItemToJudge {
  readonly list: ListName;
  /** The item without its dash; undefined where nothing stands behind it. */
  readonly node: Node | undefined;
  /** What the offsets count from. */
  readonly text: string;
  readonly config: Config;
  /** True where a part of the item could not be read: then nothing is said to be missing from it. */
  readonly partial?: boolean;
}

/** What is wrong with an item by itself. Offsets are those of its node. */
export function judgeItem({ list, node, text, config, partial = false }: ItemToJudge): readonly Problem[] {
  const item = node?.kind === 'map' ? node : undefined;
  const judging = new Judging(text, config, list, item, partial);
  if (item === undefined) {
    if (node === undefined && partial) return judging.problems;
    judgeWrongItem(judging, list, node);
    return judging.problems;
  }
  judgeObject(judging, item, keysOf(list), 'item');
  for (const rule of ITEM_RULES[list] ?? EVERY_ITEM) rule(judging, item);
  return judging.problems;
}

const keyTables = new Map<ListName, KeyTable>();

function keysOf(list: ListName): KeyTable {
  let table = keyTables.get(list);
  if (table === undefined) {
    table = tableOf(itemFields(list));
    keyTables.set(list, table);
  }
  return table;
}

/** An entry of a list that is no mapping: empty, or a bare text that was likely meant as the title. */
function judgeWrongItem(judging: Judging, list: ListName, node: Node | undefined): void {
  const { text } = judging;
  if (node?.kind === 'alias') return;
  const name = ITEM_NAMES[list];
  const field = itemFields(list).has('title') ? 'title' : itemFields(list).has('name') ? 'name' : 'text';
  if (node === undefined) {
    const start = Math.max(0, text.search(/^[ \t]*-(?=\s|$)/m));
    const dash = text.indexOf('-', start);
    const at = { start: Math.max(0, dash), end: Math.max(0, dash) + (dash < 0 ? 0 : 1) };
    judging.report('schema/type', 'error', at, {
      message: `This ${name} is empty: add \`${field}:\` with a value.`,
      inForm: `This ${name} is empty.`,
    });
    return;
  }
  const plain = node.kind === 'scalar' && !text.slice(node.start, node.end).includes('\n');
  const fix = {
    title: `Make it the ${field}`,
    edits: [{ start: node.start, end: node.start, text: `${field}: ` }],
  };
  judging.report(
    'schema/type',
    'error',
    firstLine(text, node),
    {
      message: `A ${name} is a mapping of keys and values, like \`${field}: …\`.`,
      inForm: `This text doesn’t belong to any field: it isn’t clear which part is the ${field}.`,
    },
    plain ? [{ ...fix, preferred: true }] : undefined,
  );
}

export interface SectionToJudge {
  /** The top-level key. */
  readonly key: string;
  readonly keyNode: Node;
  readonly node: Node | undefined;
  readonly text: string;
  readonly config: Config;
}

/** What is wrong with a top-level key and its value; the items of a list are judged one by one with `judgeItem`. */
export function judgeSection({ key, keyNode, node, text, config }: SectionToJudge): readonly Problem[] {
  const judging = new Judging(text, config, undefined, undefined, false);
  const field = topLevelFields().get(key);
  if (field === undefined) {
    const judged = keyNode.kind === 'scalar' && !unknownKey.isAllowed(keyNode, text);
    if (judged) unknownSection(judging, keyNode, topLevelFields().keys());
    return judging.problems;
  }
  const readElsewhere = isListName(key) && (node === undefined || node.kind === 'seq');
  if (!readElsewhere && !isNothing(node, text) && node !== undefined)
    judgeValue(judging, planOf(field.shape), node, field, false);
  SECTION_RULES[key]?.(judging, node);
  return judging.problems;
}
