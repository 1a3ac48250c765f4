/** The draft as the person sees it: a change shows at once, and the host, which keeps the draft, says what it came to. */
import type { Draft, DraftChange, DraftState, PlanningContract } from '../../protocol/panels/planning.ts';
import { changed, EMPTY_DRAFT, type Filed } from '../../views/planning/draft.ts';
import { CallFailed, type Connection } from '../shared/connection.ts';
import { Pending } from '../shared/pending.ts';

export interface DraftingHost {
  /** What the file has; undefined while that is not known. */
  readonly filed: Filed | undefined;
  /** The draft is another one now. */
  relayout(): void;
  /** Why something did not happen; undefined where it did. */
  showError(message: string | undefined): void;
}

type DraftCall = 'undoDraft' | 'redoDraft' | 'discard' | 'dismiss';

export class Drafting {
  readonly #connection: Connection<PlanningContract>;
  readonly #host: DraftingHost;
  readonly #pending = new Pending<readonly DraftChange[], Draft>((draft, changes) =>
    this.#applied(draft, changes),
  );
  #state: DraftState | undefined;

  constructor(connection: Connection<PlanningContract>, host: DraftingHost) {
    this.#connection = connection;
    this.#host = host;
  }

  /** False before the host said anything. */
  get isKnown(): boolean {
    return this.#state !== undefined;
  }

  get draft(): Draft {
    return this.#pending.over(this.#state?.draft ?? EMPTY_DRAFT);
  }

  get state(): DraftState {
    return this.#state ?? { draft: EMPTY_DRAFT, canUndo: false, canRedo: false, notes: [] };
  }

  /** The host says what the draft is now. */
  told(state: DraftState): void {
    this.#state = state;
    this.#host.relayout();
  }

  /** One step of the draft. */
  async change(...changes: readonly DraftChange[]): Promise<void> {
    const shown = this.#pending.add(changes);
    this.#host.relayout();
    await this.#ask(this.#connection.call('change', { changes }), () => {
      shown.refused();
    });
  }

  async step(call: DraftCall): Promise<void> {
    await this.#ask(this.#connection.call(call, null), () => undefined);
  }

  async #ask(answer: Promise<DraftState>, settled: () => void): Promise<void> {
    try {
      const state = await answer;
      settled();
      this.#host.showError(undefined);
      this.told(state);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      settled();
      this.#host.relayout();
      this.#host.showError(error.message);
    }
  }

  #applied(draft: Draft, changes: readonly DraftChange[]): Draft {
    const { filed } = this.#host;
    if (filed === undefined) return draft;
    return changes.reduce((now, change) => changed(now, change, filed), draft);
  }
}
