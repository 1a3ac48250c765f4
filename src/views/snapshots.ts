/**
 * What the extension holds of one backlog, and how a newer snapshot is laid over it. Rows that did not change keep
 * their identity, so that the tree can tell by `===` what to draw again. Knows no editor and asks nobody.
 */
import type { Counts, Row, Snapshot, SnapshotChange, WholeSnapshot, Workflow } from '../protocol/snapshot.ts';

export interface Backlog {
  readonly uri: string;
  readonly revision: number;
  readonly name: string;
  readonly productKey: string;
  readonly workflow: Workflow;
  /** All lists, one after the other, each in the file's order. */
  readonly rows: readonly Row[];
  /** People's names by id; the same map as long as nobody comes, goes or is renamed. */
  readonly people: ReadonlyMap<string, string>;
  readonly counts: Counts;
  /** The merge conflicts that are open in the file. */
  readonly conflicts?: WholeSnapshot['conflicts'] | undefined;
}

/** The held backlog with a snapshot laid over it; `undefined` where a change does not follow on what is held. */
export function applySnapshot(held: Backlog | undefined, snapshot: Snapshot): Backlog | undefined {
  if (snapshot.kind === 'whole') return whole(held, snapshot);
  if (held?.revision !== snapshot.since) return undefined;
  const rows = splice(held.rows, snapshot.splices);
  if (rows === undefined) return undefined;
  return {
    uri: held.uri,
    revision: snapshot.revision,
    name: snapshot.name ?? held.name,
    productKey: snapshot.productKey ?? held.productKey,
    workflow: snapshot.workflow ?? held.workflow,
    rows,
    people: peopleOf(rows, held.people),
    counts: snapshot.counts,
    conflicts: snapshot.conflicts,
  };
}

function whole(held: Backlog | undefined, snapshot: WholeSnapshot): Backlog {
  const { uri, revision, name, productKey, counts, conflicts } = snapshot;
  const rows = held === undefined ? snapshot.rows : keepRows(held.rows, snapshot.rows);
  const same = held !== undefined && JSON.stringify(held.workflow) === JSON.stringify(snapshot.workflow);
  const workflow = same ? held.workflow : snapshot.workflow;
  const people = peopleOf(rows, held?.people);
  return { uri, revision, name, productKey, workflow, rows, people, counts, conflicts };
}

function peopleOf(
  rows: readonly Row[],
  before: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const people = new Map(
    rows.flatMap((row) => (row.list === 'people' && row.id !== undefined ? [[row.id, row.title]] : [])),
  );
  const same = before?.size === people.size && [...people].every(([id, name]) => before.get(id) === name);
  return same ? before : people;
}

/** Splices are applied in turn, each on what the one before left. */
function splice(old: readonly Row[], splices: SnapshotChange['splices']): readonly Row[] | undefined {
  if (splices.length === 0) return old;
  const rows = [...old];
  for (const { from, removed, rows: added } of splices) {
    if (from < 0 || removed < 0 || from + removed > rows.length) return undefined;
    const replaced = rows.slice(from, from + removed);
    const kept = keepRows(replaced, added);
    // Not one spread call: tens of thousands of arguments overflow the stack.
    const tail = rows.splice(from);
    for (const row of kept) rows.push(row);
    for (let at = removed; at < tail.length; at++) {
      const row = tail[at];
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}

function keepRows(old: readonly Row[], rows: readonly Row[]): readonly Row[] {
  if (old.length === 0) return rows;
  const byKey = new Map(old.map((row) => [row.key, row]));
  return rows.map((row) => {
    const before = byKey.get(row.key);
    return before !== undefined && sameRow(before, row) ? before : row;
  });
}

function sameRow(a: Row, b: Row): boolean {
  const keys = Object.keys(a) as readonly (keyof Row)[];
  return keys.length === Object.keys(b).length && keys.every((key) => sameValue(a[key], b[key]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
