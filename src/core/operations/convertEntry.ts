/**
 * Writes an acceptance criterion in another notation where it stands: its place and the comments around it stay. A check
 * becomes a scenario whose outcome it is; what happens before is left to be filled in.
 */
import { convertCriterion, type Notation } from '../writing/acceptance/convert.ts';
import type { Criterion } from '../writing/acceptance/criteria.ts';
import { ACTION } from '../writing/acceptance/gaps.ts';
import { readCriteria } from '../writing/acceptance/readCriteria.ts';
import type { Node } from '../yaml/node.ts';
import type { Plain } from '../yaml/writeBlock.ts';
import { dataOf } from './data.ts';
import { eolFor } from './fieldEdits.ts';
import { listPlace, refuseSharedList } from './listPlace.ts';
import type { Operation } from './operation.ts';
import { plainOf } from './plainOf.ts';
import { type Refused, refuse } from './refusal.ts';
import { replacements, withEntry } from './replaceEntry.ts';
import { changeItem, type Step } from './step.ts';
import { type Entry, findEntry, nameOf, type View } from './view.ts';

type Convert = Extract<Operation, { readonly type: 'convertCriterion' }>;

const NAMES: Readonly<Record<Notation, string>> = {
  line: 'on one line',
  mapping: 'as a mapping',
  gherkin: 'as Gherkin',
};

export function convertEntry(view: View, { item, criterion: index, to }: Convert): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const list = listPlace(view, entry, 'acceptance');
  if (!list.ok) return list;
  const { text } = entry.slice;
  const criterion = readCriteria(list.pair?.value, text, view.config).find((each) => each.index === index);
  if (criterion === undefined)
    return refuse('invalid-value', `${nameOf(entry)} has no criterion number ${index + 1}.`);
  const shared = refuseSharedList(view, list);
  if (shared !== undefined) return shared;
  const value = convertible(view, entry, criterion, list.nodes[index], to);
  if ('refusal' in value) return value;
  return changeItem(
    view,
    entry,
    list.place.steps,
    (old) => withEntry(old, index, dataOf(value.value)),
    replacements(list, index, value.value, eolFor(view.source, text)),
  );
}

/** The criterion in another notation, or why it can't be written in it. */
export function convertible(
  view: View,
  entry: Entry,
  criterion: Criterion,
  node: Node | undefined,
  to: Notation,
): { readonly value: Plain } | Refused {
  const plain = plainOf(node, entry.slice.text);
  const value = plain !== undefined && criterion.notation === 'check' ? scenarioOf(criterion) : plain;
  if (value === undefined) {
    const message = `This criterion of ${nameOf(entry)} holds an alias (*) or a tag (!): change it in the file.`;
    return refuse('cannot-preserve', message);
  }
  const result = convertCriterion(value, to, view.config.language);
  if (result.ok) return result;
  return refuse(
    'invalid-value',
    `This criterion of ${nameOf(entry)} can't be written ${NAMES[to]}, since ${result.why}.`,
  );
}

/** What a check says, as the outcome of something that is still to be said. */
function scenarioOf({ written, done }: Criterion): Plain {
  const words = (written?.text ?? '').replace(/^\s*\[[ xX]?\]\s*/, '').trim();
  const outcome = words.replace(/\.$/, '');
  return { when: ACTION, then: outcome, ...(done ? { done } : {}) };
}
