/**
 * Where a new field goes among those that an item has: the order in which people read a story, from what it is to
 * what was said about it. Fields that an item has elsewhere are never moved.
 */
import type { ListName } from '../backlog/lists.ts';
import type { View } from './view.ts';
import { fieldsOf } from './validate.ts';

const WORK = [
  'id',
  'title',
  'story',
  'description',
  'acceptance',
  'type',
  'status',
  'estimate',
  'epic',
  'sprint',
  'release',
  'objective',
  'outcome',
  'assignee',
  'labels',
  'priority',
  'severity',
  'score',
  'depends_on',
  'blocked',
  'dropped_because',
  'insights',
  'links',
  'tasks',
  'notes',
  'was',
];

/** The keys of a list's items in the order in which they are written; keys that are not in it come last. */
export function fieldOrder(view: View, list: ListName): readonly string[] {
  const known = [...fieldsOf(view, list).keys()];
  if (list !== 'stories' && list !== 'epics') return known;
  const placed = new Set(WORK);
  return [...WORK, ...known.filter((key) => !placed.has(key))];
}
