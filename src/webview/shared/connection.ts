/** The view's half of the contract with its host: calls that are answered, events that are heard, state that is kept. */
import type {
  CallName,
  Contract,
  EventName,
  FromView,
  Params,
  Result,
  ToView,
} from '../../protocol/panels/contract.ts';

interface VsCodeApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Says why a call was not answered: a sentence for the person. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CallFailed) => void;
}

export class Connection<C extends Contract> {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<number, Waiting>();
  readonly #handlers = new Map<string, (data: never) => void>();
  #calls = 0;

  constructor() {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isToView(data)) this.#receive(data);
    });
  }

  /** One handler an event. */
  on<N extends EventName<C>>(event: N, handler: (data: C['events'][N]) => void): void {
    this.#handlers.set(event, handler);
  }

  /** Nothing comes before this. */
  ready(): void {
    this.#api.postMessage({ type: 'ready' });
  }

  /** Rejects with `CallFailed` where the host can't answer. */
  async call<N extends CallName<C>>(call: N, params: Params<C, N>): Promise<Result<C, N>> {
    const id = this.#calls++;
    // The host answers a call with its own result: the contract says which.
    const answer = new Promise<Result<C, N>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#api.postMessage({ type: 'call', id, call, params });
    return answer;
  }

  /** What is here after a restart of the window. */
  get savedState(): unknown {
    return this.#api.getState();
  }

  saveState(state: unknown): void {
    this.#api.setState(state);
  }

  #receive(message: ToView): void {
    if (message.type === 'event') {
      // The host sends what the contract says for this event.
      this.#handlers.get(message.event)?.(message.data as never);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.ok) waiting?.resolve(message.result);
    else waiting?.reject(new CallFailed(message.message));
  }
}

/** The editor has messages of its own, and anything else may come as well: what is none of ours is not heard. */
function isToView(data: unknown): data is ToView {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  if (data.type === 'answer') return 'id' in data && 'ok' in data;
  return data.type === 'event' && 'data' in data && typeof data.data === 'object' && data.data !== null;
}
