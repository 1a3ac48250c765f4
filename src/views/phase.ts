/** Where an item is in its life, by the team's workflow. */
import type { Row, Workflow } from '../protocol/snapshot.ts';

export type Phase = 'open' | 'active' | 'done' | 'dropped';

/** What icons, accessible labels and filters go by; `open` for a status that the workflow does not name. */
export function phaseOf(row: Row, workflow: Workflow): Phase {
  const { status } = row;
  if (status === undefined) return 'open';
  if (workflow.done.includes(status)) return 'done';
  if (workflow.dropped.includes(status)) return 'dropped';
  return workflow.active.includes(status) ? 'active' : 'open';
}
