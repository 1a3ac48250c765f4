/** The backlog as a view holds it: whole, then change by change. A change that does not follow is told to the caller. */
import type { BacklogEvent, BacklogWhole } from '../../protocol/panels/backlogEvents.ts';
import type { Row } from '../../protocol/snapshot.ts';

export type Followed = Omit<BacklogWhole, 'kind'>;

/** Undefined where the change is about another revision than the one that is held. */
export function follow(held: Followed | undefined, event: BacklogEvent): Followed | undefined {
  if (event.kind === 'whole') {
    const { uri, revision, name, workflow, rows } = event;
    return { uri, revision, name, workflow, rows };
  }
  if (held?.revision !== event.since) return undefined;
  const { from, removed, rows } = event;
  return {
    ...held,
    revision: event.revision,
    rows: joined(held.rows.slice(0, from), rows, held.rows.slice(from + removed)),
  };
}

function joined(head: readonly Row[], middle: readonly Row[], tail: readonly Row[]): readonly Row[] {
  return head.concat(middle, tail);
}
