/**
 * What a web view and its host say to each other. A view's contract names the calls that it makes and the events that
 * it gets; both halves take their types from it. What comes from a view is checked by the host before it is used.
 */
export interface Contract {
  readonly calls: Readonly<Record<string, { readonly params: unknown; readonly result: unknown }>>;
  /** Each is an object: nothing else is heard by a view. */
  readonly events: Readonly<Record<string, object>>;
}

export type CallName<C extends Contract> = keyof C['calls'] & string;
export type EventName<C extends Contract> = keyof C['events'] & string;
export type Params<C extends Contract, N extends CallName<C>> = C['calls'][N]['params'];
export type Result<C extends Contract, N extends CallName<C>> = C['calls'][N]['result'];

/** From the view. `ready` comes once its script runs: before that nothing is sent to it. */
export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'call'; readonly id: number; readonly call: string; readonly params: unknown };

/** To the view. */
export type ToView =
  | { readonly type: 'event'; readonly event: string; readonly data: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly message: string };

/** What became of a change: refused with one sentence, or done. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly message: string };
