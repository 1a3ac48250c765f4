/** schema/required: an item that lacks what it can't do without. */
import { isNothing, pairWith } from './scalar.ts';
import type { MapNode } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import type { KeyTable } from './plan.ts';
import { firstLine } from './schemaType.ts';
import { ITEM_NAMES } from '../backlog/lists.ts';

export function schemaRequired(judging: Judging, map: MapNode, keys: KeyTable): void {
  const { text } = judging;
  // What a merge key brings is not in this mapping: nothing can be said to be missing.
  if (map.pairs.some(({ key }) => key.kind !== 'scalar') || pairWith(map, '<<', text) !== undefined) return;
  for (const key of keys.required) {
    const pair = pairWith(map, key, text);
    if (pair !== undefined && !isNothing(pair.value, text)) continue;
    const name = judging.item === map && judging.list !== undefined ? ITEM_NAMES[judging.list] : 'entry';
    const at = pair?.key ?? pairWith(map, 'id', text)?.value ?? map.pairs[0]?.key ?? map;
    judging.report('schema/required', key === 'title' ? 'error' : 'warning', firstLine(text, at), {
      message: `This ${name} has no ${key}: add \`${key}:\` with a value.`,
      inForm: `This ${name} has no ${key} yet.`,
    });
  }
}
