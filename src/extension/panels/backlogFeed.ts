/**
 * Keeps a view at the newest state of one backlog: whole when it is shown, then the rows that changed. Knows no editor.
 */
import type { BacklogEvent, NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Backlog } from '../../views/snapshots.ts';

export interface FeedTarget {
  backlog(event: BacklogEvent): void;
  missing(why: NoBacklog): void;
}

export class BacklogFeed {
  readonly #target: FeedTarget;
  #sent: Backlog | undefined;

  constructor(target: FeedTarget) {
    this.#target = target;
  }

  /** Forgets what was sent: the next time the whole goes out. */
  restart(): void {
    this.#sent = undefined;
  }

  /** @param why what to say where there is no backlog */
  show(backlog: Backlog | undefined, why: NoBacklog): void {
    if (backlog === undefined) {
      this.#sent = undefined;
      this.#target.missing(why);
      return;
    }
    const sent = this.#sent;
    if (sent === backlog) return;
    this.#sent = backlog;
    const same =
      sent?.uri === backlog.uri && sent.workflow === backlog.workflow && sent.name === backlog.name;
    this.#target.backlog(same ? changeOf(sent, backlog) : wholeOf(backlog));
  }
}

function wholeOf({ uri, revision, name, workflow, rows }: Backlog): BacklogEvent {
  return { kind: 'whole', uri, revision, name, workflow, rows };
}

/** Rows keep their identity from snapshot to snapshot: what is equal at both ends stays. */
function changeOf(sent: Backlog, next: Backlog): BacklogEvent {
  const { from, removed, rows } = spliceBetween(sent.rows, next.rows);
  if (rows.length > next.rows.length / 2 && rows.length > 200) return wholeOf(next);
  return { kind: 'change', since: sent.revision, revision: next.revision, from, removed, rows };
}

/** The smallest single replacement that turns one list into the other. */
export function spliceBetween(
  old: readonly Row[],
  next: readonly Row[],
): { readonly from: number; readonly removed: number; readonly rows: readonly Row[] } {
  let from = 0;
  const most = Math.min(old.length, next.length);
  while (from < most && old[from] === next[from]) from++;
  let tail = 0;
  while (tail < most - from && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  return { from, removed: old.length - from - tail, rows: next.slice(from, next.length - tail) };
}
