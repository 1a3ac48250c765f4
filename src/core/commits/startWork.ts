/** What starting work on a story changes in the backlog: its status and who does it. */
import type { Operation } from '../operations/operation.ts';
import type { Target } from './directory.ts';
import { branchName } from './branchName.ts';

export interface WorkStart {
  /** The branch by `commits.branch`, safe as a name for git. */
  readonly branch: string;
  /** Sets status and assignee; `null` where both are so already. */
  readonly operation: Operation | null;
  /** What the operation does, in words: "Sets the status to doing and assigns ana." */
  readonly change: string;
}

/** `person` is who starts, as the backlog calls them. Somebody who has the story already keeps it. */
export function workStart({ backlog, item }: Target, person: string | undefined): WorkStart {
  const { config } = backlog;
  const address = backlog.address(item);
  const status = item.status;
  const [first] = config.active;
  const begins = first !== undefined && (status === undefined || !config.active.includes(status));
  const assigns = person !== undefined && item.assignees.length === 0;
  const operations: Operation[] = [];
  const words: string[] = [];
  if (begins) {
    operations.push({ type: 'set', item: address, field: 'status', value: first });
    words.push(`sets the status to ${first}`);
  }
  if (assigns) {
    operations.push({ type: 'set', item: address, field: 'assignee', value: person });
    words.push(`assigns ${person}`);
  }
  const change =
    words.length === 0 ? 'Nothing to change in the backlog.' : `${capital(words.join(' and '))}.`;
  const [only] = operations;
  const operation =
    only === undefined ? null : operations.length === 1 ? only : { type: 'sequence' as const, operations };
  return { branch: branchName(config.commits.branch, item), operation, change };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
