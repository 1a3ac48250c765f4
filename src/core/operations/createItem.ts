/** A new item by what people call it, which others name from then on: what a picker does that also creates. */
import { ITEM_NAMES, type ListName } from '../backlog/lists.ts';
import { addEntry } from './addEntry.ts';
import { addItem } from './addItem.ts';
import { Chain } from './chain.ts';
import { nextId } from './newId.ts';
import type { Operation } from './operation.ts';
import { proposeId } from './proposeId.ts';
import { type Refused, refuse } from './refusal.ts';
import { setField } from './setField.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

type Asked = Extract<Operation, { readonly type: 'create' }>;

/** The field that holds what people call an item of each list. */
const NAME_FIELDS: Readonly<Record<ListName, string>> = {
  people: 'name',
  teams: 'name',
  personas: 'name',
  objectives: 'title',
  metrics: 'name',
  insights: 'text',
  decisions: 'text',
  releases: 'title',
  epics: 'title',
  sprints: 'goal',
  stories: 'title',
};

export function createItem(view: View, { list, name: typed, fields = {}, use = [] }: Asked): Step | Refused {
  const name = typed.trim().replace(/\s+/gu, ' ');
  if (name === '') return refuse('invalid-value', `Type a name for the new ${ITEM_NAMES[list]}.`);
  const id =
    (list === 'epics' || list === 'stories' ? nextId(view) : undefined) ?? proposeId(view, list, name);
  if (id === undefined)
    return refuse('invalid-value', `“${name}” has no letter or digit to make an id from: type another name.`);
  const named = list === 'epics' || list === 'stories' || id !== name;
  const added = addItem(view, {
    type: 'add',
    list,
    fields: { id, ...(named ? { [NAME_FIELDS[list]]: name } : {}), ...fields },
    ...(list === 'epics' || list === 'stories' ? {} : { place: { at: 'bottom' } as const }),
  });
  if (!added.ok) return added;
  const chain = new Chain(view).then(() => added);
  for (const { item, field, how } of use)
    chain.then((current) =>
      how === 'add' ? addEntry(current, item, field, id, undefined) : setField(current, item, field, id),
    );
  return chain.step([{ id, list }, ...use.map(({ item }) => item)]);
}
