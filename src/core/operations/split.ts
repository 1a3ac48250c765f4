/**
 * Makes two stories of one. The second stands right behind the first and shares what says where the work belongs; what
 * was said about the first alone (notes, tasks, links, the score) stays there. The estimate was that of both together,
 * so neither keeps it: the team gives each its own.
 */
import { isNull, pairOf } from '../yaml/node.ts';
import type { Spelled } from '../yaml/spelled.ts';
import { addItem } from './addItem.ts';
import { refuseCarried, spelledValue } from './carry.ts';
import { Chain } from './chain.ts';
import { keyText } from './fieldPath.ts';
import { moveEntry } from './moveEntry.ts';
import type { ItemAddress, Operation } from './operation.ts';
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
  const carried = sharedFields(view, entry);
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
function sharedFields(view: View, entry: Entry): Map<string, Spelled> | Refused {
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
  const fields = new Map<string, Spelled>();
  const behind = { slice: entry.slice, start: text.length };
  for (const pair of node.pairs) {
    const key = keyText(pair, text);
    if (!SHARED.has(key) && !key.startsWith('x-')) continue;
    if (isNull(pair.value, text)) continue;
    const refused = refuseCarried(view, entry, pair, behind);
    if (refused !== undefined) return refused;
    const spelled = spelledValue(pair, text);
    if (spelled !== undefined) fields.set(key, spelled);
  }
  return fields;
}
