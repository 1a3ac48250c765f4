/**
 * Makes a story of a criterion, right behind the one that it was part of. The words of a check become its title; a
 * scenario stays what it is and becomes the new story's first criterion.
 */
import { Chain } from './chain.ts';
import { criterionTitle } from './criterionTitle.ts';
import type { Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { removeEntry } from './removeEntry.ts';
import { split } from './split.ts';
import type { Step } from './step.ts';
import { addressOf, findEntry, nameOf, nodeOf, type View } from './view.ts';
import { readCriteria } from '../writing/acceptance/readCriteria.ts';
import { pairOf } from '../yaml/node.ts';

type Promote = Extract<Operation, { readonly type: 'promoteCriterion' }>;

export function promoteCriterion(view: View, { item, criterion: index, title }: Promote): Step | Refused {
  const found = findEntry(view, item);
  if (!found.ok) return found;
  const { entry } = found;
  const node = nodeOf(entry);
  const { text } = entry.slice;
  const acceptance = node?.kind === 'map' ? pairOf(node, 'acceptance', text)?.value : undefined;
  const criterion = readCriteria(acceptance, text, view.config).find((each) => each.index === index);
  if (criterion === undefined)
    return refuse('invalid-value', `${nameOf(entry)} has no criterion number ${index + 1}.`);
  const words = title ?? criterionTitle(criterion);
  if (words === '')
    return refuse('invalid-value', 'This criterion says nothing yet: give the new story a title.');
  const second = { title: words };
  if (criterion.notation !== 'check') return split(view, { type: 'split', item, second, criteria: [index] });
  const address = addressOf(view, entry);
  const chain = new Chain(view);
  chain.then((current) => removeEntry(current, address, 'acceptance', index));
  chain.then((current) => split(current, { type: 'split', item: address, second }));
  return chain.step();
}
