/** Takes one entry out of a list field; with the last one the field goes. */
import { isNull, type Node, scalarText } from '../yaml/node.ts';
import { isDataList } from './data.ts';
import { removeEntryAt } from './entryEdits.ts';
import { findField, refuseShared } from './fieldPath.ts';
import type { ItemAddress } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { takeAway } from './removeField.ts';
import { changeItem, nothing, type Step } from './step.ts';
import { addressOf, findEntry, nameOf, type View } from './view.ts';

export function removeEntry(
  view: View,
  item: ItemAddress,
  field: string,
  which: string | number,
): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const path = field.split('.');
  const place = findField(view, entry, path);
  if (!place.ok) return place;
  const node = place.missing.length === 0 ? place.pair?.value : undefined;
  const { text } = entry.slice;
  const entries = node?.kind === 'seq' ? node.items : isNull(node, text) ? [] : [node];
  const index = typeof which === 'number' ? which : entries.findIndex((each) => says(each, which, text));
  if (typeof which === 'number' && (which < 0 || which >= entries.length || !Number.isInteger(which))) {
    return refuse('invalid-value', `${field} of ${nameOf(entry)} has no entry number ${which + 1}.`);
  }
  if (index < 0) return nothing(view, [addressOf(view, entry)]);
  if (entries.length === 1) return takeAway(view, entry, path);
  if (node?.kind !== 'seq') return nothing(view, [addressOf(view, entry)]);
  const shared = refuseShared(view, node, field, entry);
  if (shared !== undefined) return shared;
  const steps = place.steps;
  return changeItem(
    view,
    entry,
    steps,
    (old) => (old !== undefined && isDataList(old) ? old.filter((_, i) => i !== index) : old),
    [removeEntryAt(node, index, text)],
  );
}

function says(node: Node | undefined, words: string, text: string): boolean {
  return node?.kind === 'scalar' && !isNull(node, text) && scalarText(node, text) === words;
}
