/** Builders of snapshots for tests: say what matters, the rest is filled in. */
import type { Row, WholeSnapshot, Workflow } from '../../../src/protocol/snapshot.ts';
import { applySnapshot, type Backlog } from '../../../src/views/snapshots.ts';

export const workflow: Workflow = {
  statuses: ['idea', 'ready', 'doing', 'review', 'done', 'dropped'],
  active: ['doing', 'review'],
  done: ['done'],
  dropped: ['dropped'],
  estimates: ['1', '2', '3', '5', '8', '13'],
  types: ['story', 'bug', 'task', 'spike'],
  wip: {},
};

type Some = Partial<Omit<Row, 'key' | 'address' | 'list'>>;

export function item(list: Row['list'], id: string, rest: Some = {}): Row {
  return { key: id, address: { id }, list, id, title: `Title of ${id}`, ...rest };
}

export function story(id: string, rest: Some = {}): Row {
  return item('stories', id, { type: 'story', ...rest });
}

export function stories(count: number, rest: (index: number) => Some = () => ({})): readonly Row[] {
  return Array.from({ length: count }, (_, index) => story(`FN-${String(index + 1)}`, rest(index)));
}

export function whole(rows: readonly Row[], rest: Partial<WholeSnapshot> = {}): WholeSnapshot {
  return {
    kind: 'whole',
    uri: 'file:///w/backlog.yaml',
    revision: 1,
    name: 'Fieldnotes',
    productKey: 'FN',
    workflow,
    rows,
    counts: { errors: 0, warnings: 0, information: 0, hints: 0 },
    ...rest,
  };
}

export function backlog(rows: readonly Row[], rest: Partial<WholeSnapshot> = {}): Backlog {
  const made = applySnapshot(undefined, whole(rows, rest));
  if (made === undefined) throw new Error('a whole snapshot always applies');
  return made;
}
