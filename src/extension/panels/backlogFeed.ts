/**
 * Keeps a view at the newest state of one backlog: whole when it is shown, what is seen first before all else, then the
 * rows that changed. Knows no editor.
 */
import type { BacklogEvent, NoBacklog } from '../../protocol/panels/backlogEvents.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { Backlog } from '../../views/snapshots.ts';
import { packRows, partsOf } from './packRows.ts';

export interface FeedTarget {
  backlog(event: BacklogEvent): void;
  missing(why: NoBacklog): void;
  /** Which stories are seen first. Without it, all of them go out at once. */
  seenFirst?(backlog: Backlog): (story: Row) => boolean;
}

/** Milliseconds in which a view draws what is seen first, before it gets more to do. */
const DRAWING = 50;

/** Rows that a view waits for. */
interface Rest {
  readonly revision: number;
  readonly rows: readonly Row[];
  readonly last: boolean;
}

export class BacklogFeed {
  readonly #target: FeedTarget;
  #sent: Backlog | undefined;
  #rest: readonly Rest[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(target: FeedTarget) {
    this.#target = target;
  }

  /** Forgets what was sent: the next time the whole goes out. */
  restart(): void {
    this.#sent = undefined;
    this.#rest = [];
  }

  /** @param why what to say where there is no backlog */
  show(backlog: Backlog | undefined, why: NoBacklog): void {
    if (backlog === undefined) {
      this.restart();
      this.#target.missing(why);
      return;
    }
    const sent = this.#sent;
    if (sent === backlog) return;
    this.#sent = backlog;
    const same =
      sent?.uri === backlog.uri && sent.workflow === backlog.workflow && sent.name === backlog.name;
    const change = same ? changeOf(sent, backlog) : undefined;
    if (change === undefined) {
      this.#sendWhole(backlog);
      return;
    }
    // A change is about all rows.
    while (this.#rest.length > 0) this.#sendRest();
    this.#target.backlog(change);
  }

  #sendWhole(backlog: Backlog): void {
    const { uri, revision, name, workflow, rows } = backlog;
    const { first, places, rest } = partsOf(rows, this.#target.seenFirst?.(backlog));
    const whole = { kind: 'whole', uri, revision, name, workflow, rows: packRows(first) } as const;
    this.#target.backlog(places === undefined ? whole : { ...whole, places });
    this.#rest = rest.map((part, nth) => ({ revision, rows: part, last: nth === rest.length - 1 }));
    this.#sendSoon(DRAWING);
  }

  /** The rest goes out piece by piece, and whatever else is to be done comes between. */
  #sendSoon(after = 0): void {
    clearTimeout(this.#timer);
    if (this.#rest.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#sendRest();
      this.#sendSoon();
    }, after);
  }

  #sendRest(): void {
    const [next, ...rest] = this.#rest;
    this.#rest = rest;
    if (next !== undefined) this.#target.backlog({ ...next, kind: 'rest', rows: packRows(next.rows) });
  }
}

/** Rows keep their identity from snapshot to snapshot: what is equal at both ends stays. Undefined where most changed. */
function changeOf(sent: Backlog, next: Backlog): BacklogEvent | undefined {
  const { from, removed, rows } = spliceBetween(sent.rows, next.rows);
  if (rows.length > next.rows.length / 2 && rows.length > 200) return undefined;
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
