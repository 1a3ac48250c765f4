/**
 * Makes two stories of one. The second stands right behind the first and shares what says where the work belongs; what
 * was said about the first alone (notes, tasks, links, the score) stays there. The estimate was that of both together,
 * so neither keeps it: the team gives each its own.
 */
import { type Node, pairOf } from '../yaml/node.ts';
import { addItem } from './addItem.ts';
import { Chain } from './chain.ts';
import { keyText } from './fieldPath.ts';
import { moveEntry } from './moveEntry.ts';
import type { Carried } from './newItem.ts';
import type { ItemAddress, Operation } from './operation.ts';
import { plainOf } from './plainOf.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeField } from './removeField.ts';
import { setField } from './setField.ts';
import type { Step } from './step.ts';
import { addressOf, type Entry, findEntry, nameOf, nodeOf, type View } from './view.ts';

type Split = Extract<Operation, { readonly type: 'split' }>;

/** What both stories have; the team's own fields (`x-…`) come on top. */
const SHARED = new Set([
  'type',
  'status',
  'epic',
  'sprint',
  'release',
  'objective',
  'assignee',
  'labels',
  'priority',
  'severity',
  'depends_on',
  'insights',
  'private',
]);

export function split(view: View, { item, first = {}, second, criteria = [] }: Split): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  if (entry.list !== 'stories')
    return refuse('invalid-value', `Only stories can be split, and ${nameOf(entry)} is none.`);
  const carried = sharedFields(entry);
  if (!(carried instanceof Map)) return carried;
  const address = addressOf(view, entry);
  const added = addItem(view, addition(address, second), carried);
  if (!added.ok) return added;
  const [other = address] = added.items;
  const chain = new Chain(view).then(() => added);
  if (criteria.length > 0) {
    const entries = { item: address, field: 'acceptance', entries: criteria, to: other };
    chain.then((current) => moveEntry(current, entries));
  }
  chain.then((current) => removeField(current, address, 'estimate'));
  for (const field of ['title', 'story'] as const) {
    const words = first[field];
    if (words !== undefined) chain.then((current) => setField(current, address, field, words));
  }
  return chain.step([address, other]);
}

function addition(item: ItemAddress, second: Split['second']): Extract<Operation, { readonly type: 'add' }> {
  const { id, title, story } = second;
  const fields = { ...(id === undefined ? {} : { id }), title, story: story ?? null };
  return { type: 'add', list: 'stories', fields, place: { after: item } };
}

/** The fields that the second story gets, as they are in the first. */
function sharedFields(entry: Entry): Map<string, Carried> | Refused {
  const node = nodeOf(entry);
  const { text } = entry.slice;
  if (node?.kind !== 'map') {
    return refuse(
      'unreadable',
      `${nameOf(entry)} can't be read as a mapping of fields: mend it in the file first.`,
    );
  }
  if (pairOf(node, '<<', text) !== undefined) {
    return refuse(
      'cannot-preserve',
      `${nameOf(entry)} takes fields from another place by <<: split it in the file.`,
    );
  }
  const fields = new Map<string, Carried>();
  for (const pair of node.pairs) {
    const key = keyText(pair, text);
    if (!SHARED.has(key) && !key.startsWith('x-')) continue;
    const value = plainOf(pair.value, text);
    if (value === undefined) {
      return refuse(
        'cannot-preserve',
        `${key} of ${nameOf(entry)} holds an anchor (&), an alias (*) or a tag (!): split the story in the file.`,
      );
    }
    if (value !== null) fields.set(key, { value, bare: isBare(pair.value) });
  }
  return fields;
}

/** True where all texts of a value stand unquoted. */
function isBare(node: Node | undefined): boolean {
  switch (node?.kind) {
    case 'scalar':
      return node.style === 'plain';
    case 'seq':
      return node.items.every(isBare);
    case 'map':
      return node.pairs.every(({ key, value }) => isBare(key) && isBare(value));
    default:
      return node === undefined;
  }
}
