/** Makes a new epic of stories: the epic is added behind the last open one, and each story names it. */
import { addItem } from './addItem.ts';
import { Chain } from './chain.ts';
import type { ItemAddress, Operation } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { setField } from './setField.ts';
import type { Step } from './step.ts';
import { addressOf, findEntry, nameOf, type View } from './view.ts';

type Asked = Extract<Operation, { readonly type: 'extractEpic' }>;

export function extractEpic(view: View, { items, title, fields = {} }: Asked): Step | Refused {
  const stories: ItemAddress[] = [];
  for (const item of items) {
    const found = findEntry(view, item);
    if (!found.ok) return found;
    const { entry } = found;
    if (entry.list !== 'stories')
      return refuse('invalid-value', `An epic is made of stories, and ${nameOf(entry)} is none.`);
    stories.push(addressOf(view, entry));
  }
  if (stories.length === 0) return refuse('invalid-value', 'Select the stories that the epic is made of.');
  const added = addItem(view, { type: 'add', list: 'epics', fields: { ...fields, title } });
  if (!added.ok) return added;
  const [epic] = added.items;
  if (epic === undefined || !('id' in epic))
    return refuse(
      'invalid-value',
      'An epic needs an id: say which with the fields, or write product.key first.',
    );
  const chain = new Chain(view).then(() => added);
  for (const story of stories) chain.then((current) => setField(current, story, 'epic', epic.id));
  return chain.step([epic, ...stories]);
}
