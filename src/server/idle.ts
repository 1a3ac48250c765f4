/**
 * Work that nobody waits for, done while no message waits: in slices so short that a keystroke in between is not felt.
 * What a slice finds is told when the file is done, and now and then while there is much to do.
 */
import type { Logger } from '../core/workspace/host.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { describe } from './guard.ts';
import type { PendingChanges } from './pendingChanges.ts';
import { sliceEnds } from './sliceEnds.ts';

/** How long findings wait to be told while there are more to come, in milliseconds: at first, and later on. */
const FIRST_TELL = 150;
const NEXT_TELL = 1000;

/** The most messages that may have arrived unseen when work begins. */
const MOST_WAITING = 32;

/** What idle work needs of the session. */
export interface IdleOutlet {
  readonly workspace: Workspace;
  readonly log: Logger;
  readonly host: {
    readonly pending: PendingChanges;
    /** Calls back after one waiting message, where there is one, has been handled. */
    readonly schedule: (task: () => void) => void;
  };
}

interface Waiting {
  /** When the client was told last. */
  told: number;
  /** How long findings may wait. */
  patience: number;
  changed: boolean;
}

export class Idle {
  /** The files that have work, the one that was woken last at the end. */
  private readonly waiting = new Map<string, Waiting>();
  private running = false;
  /** How many messages were let through. */
  private let = 0;

  /**
   * @param tell shows a file as it is now
   * @param now milliseconds that have passed since any moment
   */
  constructor(
    private readonly outlet: IdleOutlet,
    private readonly tell: (uri: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The file was just told as it is; what is left to do of it comes first now. */
  wake(uri: string): void {
    this.waiting.delete(uri);
    if (this.outlet.workspace.file(uri)?.pending !== true) return;
    this.waiting.set(uri, { told: this.now(), patience: FIRST_TELL, changed: false });
    if (this.running) return;
    this.running = true;
    this.let = Math.max(this.let, this.outlet.host.pending.arrivals - MOST_WAITING);
    this.next();
  }

  private next(): void {
    this.outlet.host.schedule(() => {
      this.turn();
    });
  }

  private turn(): void {
    if (this.let < this.outlet.host.pending.arrivals) {
      // A message is handled in each turn: as many turns pass as messages have come.
      this.let++;
      this.next();
      return;
    }
    const uri = [...this.waiting.keys()].at(-1);
    const waiting = uri === undefined ? undefined : this.waiting.get(uri);
    if (uri === undefined || waiting === undefined) {
      this.running = false;
      return;
    }
    try {
      this.slice(uri, waiting);
    } catch (error) {
      this.waiting.delete(uri);
      this.outlet.log.error(`judging ${uri}: ${describe(error)}`);
    }
    this.next();
  }

  private slice(uri: string, waiting: Waiting): void {
    const file = this.outlet.workspace.file(uri);
    if (file?.work(sliceEnds(this.now)) === true) waiting.changed = true;
    const done = file?.pending !== true;
    if (done) this.waiting.delete(uri);
    const now = this.now();
    if (!waiting.changed || (!done && now - waiting.told < waiting.patience)) return;
    this.tell(uri);
    waiting.changed = false;
    waiting.told = this.now();
    waiting.patience = NEXT_TELL;
  }
}
