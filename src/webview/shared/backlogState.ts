/** The backlog as a view holds it: whole, then change by change. A change that does not follow is told to the caller. */
import type { BacklogEvent, BacklogWhole, PackedRows } from '../../protocol/panels/backlogEvents.ts';
import type { Row } from '../../protocol/snapshot.ts';

export interface BacklogState extends Omit<BacklogWhole, 'kind' | 'rows' | 'places'> {
  readonly rows: readonly Row[];
  /** There where rows are still to come. */
  readonly waiting: Waiting | undefined;
}

interface Waiting {
  /** Where each row that is here stands among all. */
  readonly places: readonly number[];
  /** What came of the others, in their order. */
  readonly come: readonly Row[];
}

/** Undefined where the event is about another revision than the one that is held. */
export function applyEvent(held: BacklogState | undefined, event: BacklogEvent): BacklogState | undefined {
  if (event.kind === 'whole') {
    const { uri, revision, name, workflow, rows, places } = event;
    const waiting = places === undefined ? undefined : { places, come: [] };
    return { uri, revision, name, workflow, rows: unpacked(rows), waiting };
  }
  if (event.kind === 'rest') {
    if (held?.waiting === undefined || held.revision !== event.revision) return undefined;
    const { places, come } = held.waiting;
    const others = come.concat(unpacked(event.rows));
    if (!event.last) return { ...held, waiting: { places, come: others } };
    return { ...held, rows: merged(held.rows, places, others), waiting: undefined };
  }
  if (held?.waiting !== undefined || held?.revision !== event.since) return undefined;
  const { from, removed, rows } = event;
  return {
    ...held,
    revision: event.revision,
    rows: held.rows.slice(0, from).concat(rows, held.rows.slice(from + removed)),
  };
}

function unpacked(rows: PackedRows): readonly Row[] {
  // The extension packed rows, and nothing else.
  return JSON.parse(new TextDecoder().decode(rows)) as readonly Row[];
}

/** Puts each row at its place, and the others between them. */
function merged(rows: readonly Row[], places: readonly number[], others: readonly Row[]): readonly Row[] {
  const all: Row[] = [];
  let next = 0;
  for (const [nth, row] of rows.entries()) {
    const until = next + Math.max(0, (places[nth] ?? 0) - all.length);
    for (const other of others.slice(next, until)) all.push(other);
    next = until;
    all.push(row);
  }
  return all.concat(others.slice(next));
}
