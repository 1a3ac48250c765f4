/**
 * The newest snapshot of every backlog. The server says that something is newer, the store asks for it: at most one
 * question at a time for each backlog, and only the newest answer counts. Knows the server through two questions
 * only, and no editor.
 */
import type { BacklogsResult, ChangedParams, RemovedParams, SnapshotParams } from '../protocol/lsp.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { ViewState } from '../protocol/views.ts';
import { Emitter } from './emitter.ts';
import { applySnapshot, type Backlog } from '../views/snapshots.ts';

export interface Questions {
  backlogs(): Promise<BacklogsResult>;
  snapshot(params: SnapshotParams): Promise<Snapshot | null>;
}

export interface Unreadable {
  readonly uri: string;
  readonly message: string;
}

/** `all` when backlogs came or went or the state changed; else only the named backlog has a newer snapshot. */
export type StoreChange = { readonly kind: 'all' } | { readonly kind: 'backlog'; readonly uri: string };

/** A backlog's question on its way, and whether something newer was said meanwhile. */
interface Asking {
  again: boolean;
}

export class Store {
  readonly #questions: Questions;
  readonly #failed: (what: string, error: unknown) => void;
  readonly #changes = new Emitter<StoreChange>();
  readonly #held = new Map<string, Backlog>();
  readonly #asking = new Map<string, Asking>();
  /** Backlogs whose held revision the present server never gave: asked for whole. */
  readonly #foreign = new Set<string>();
  #order: readonly string[] = [];
  #unreadable: readonly Unreadable[] = [];
  #state: ViewState = 'starting';
  #listing: Asking | undefined;
  #era = 0;

  readonly onDidChange = this.#changes.event;

  constructor(questions: Questions, failed: (what: string, error: unknown) => void) {
    this.#questions = questions;
    this.#failed = failed;
  }

  get state(): ViewState {
    return this.#state;
  }

  /** All backlogs that could be read, in the order of their paths. */
  get backlogs(): readonly Backlog[] {
    return this.#order.flatMap((uri) => this.#held.get(uri) ?? []);
  }

  get unreadable(): readonly Unreadable[] {
    return this.#unreadable;
  }

  backlog(uri: string): Backlog | undefined {
    return this.#held.get(uri);
  }

  /** Asks which backlogs there are, then for each one's newest snapshot. */
  async refresh(): Promise<void> {
    if (this.#listing !== undefined) {
      this.#listing.again = true;
      return;
    }
    const listing: Asking = { again: false };
    this.#listing = listing;
    const era = this.#era;
    try {
      const { uris, unreadable } = await this.#questions.backlogs();
      if (era !== this.#era) return;
      await this.#take(uris, unreadable);
    } catch (error) {
      this.#failed('refinery/backlogs', error);
    } finally {
      if (this.#listing === listing) this.#listing = undefined;
    }
    if (listing.again && era === this.#era) await this.refresh();
  }

  /** The server says that a backlog is newer than before. */
  async changed({ uri, revision }: ChangedParams): Promise<void> {
    if (!this.#order.includes(uri)) return this.refresh();
    const held = this.#held.get(uri);
    if (held !== undefined && !this.#foreign.has(uri) && held.revision >= revision) return;
    if (this.#unreadable.some((file) => file.uri === uri)) return this.refresh();
    await this.#ask(uri);
  }

  removed({ uri }: RemovedParams): void {
    if (!this.#order.includes(uri)) return;
    this.#order = this.#order.filter((other) => other !== uri);
    this.#held.delete(uri);
    this.#settle();
    this.#changes.fire({ kind: 'all' });
    void this.refresh();
  }

  /**
   * There is no server to ask: what is held stays in view, and the next server is asked for everything.
   * `state` is what to say where nothing is held.
   */
  serverLost(state: 'starting' | 'unreadable'): void {
    this.#era++;
    this.#asking.clear();
    this.#listing = undefined;
    for (const uri of this.#held.keys()) this.#foreign.add(uri);
    if (this.#held.size > 0 || this.#state === state) return;
    this.#state = state;
    this.#changes.fire({ kind: 'all' });
  }

  async #take(uris: readonly string[], unreadable: readonly Unreadable[]): Promise<void> {
    const gone = this.#order.filter((uri) => !uris.includes(uri));
    for (const uri of gone) this.#held.delete(uri);
    const news = gone.length > 0 || JSON.stringify(this.#unreadable) !== JSON.stringify(unreadable);
    this.#order = uris;
    this.#unreadable = unreadable;
    if (news) for (const { uri, message } of unreadable) this.#failed(uri, message);
    const before = this.#state;
    await Promise.all(uris.map((uri) => this.#ask(uri)));
    this.#settle();
    if (news || before !== this.#state) this.#changes.fire({ kind: 'all' });
  }

  async #ask(uri: string): Promise<void> {
    const running = this.#asking.get(uri);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const asking: Asking = { again: true };
    this.#asking.set(uri, asking);
    const era = this.#era;
    try {
      while (asking.again && era === this.#era) {
        asking.again = false;
        await this.#fetch(uri, era);
      }
    } catch (error) {
      this.#failed('refinery/snapshot', error);
    } finally {
      if (this.#asking.get(uri) === asking) this.#asking.delete(uri);
    }
  }

  async #fetch(uri: string, era: number): Promise<void> {
    const held = this.#foreign.has(uri) ? undefined : this.#held.get(uri);
    const params: SnapshotParams = held === undefined ? { uri } : { uri, since: held.revision };
    let snapshot = await this.#questions.snapshot(params);
    if (snapshot === null || era !== this.#era) return;
    let next = applySnapshot(this.#held.get(uri), snapshot);
    if (next === undefined) {
      snapshot = await this.#questions.snapshot({ uri });
      if (snapshot === null || era !== this.#era) return;
      next = applySnapshot(this.#held.get(uri), snapshot);
    }
    if (next === undefined || !this.#order.includes(uri)) return;
    const known = this.#held.has(uri);
    if (known && !this.#foreign.has(uri) && this.#held.get(uri)?.revision === next.revision) return;
    this.#foreign.delete(uri);
    this.#held.set(uri, next);
    this.#settle();
    this.#changes.fire(known ? { kind: 'backlog', uri } : { kind: 'all' });
  }

  #settle(): void {
    if (this.#held.size > 0) this.#state = 'ready';
    else this.#state = this.#unreadable.length > 0 || this.#order.length > 0 ? 'unreadable' : 'none';
  }
}
