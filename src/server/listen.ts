/** How handlers are registered: by the message, which carries the types of what comes and goes, behind the guard. */
import type { CancellationToken } from 'vscode-jsonrpc';
import type { Message } from '../protocol/lsp.ts';
import { guardedNotification, guardedRequest } from './guard.ts';
import type { Session } from './session.ts';

/** Answers a request; where the handler throws, with `safe`. */
export function onRequest<Params, Result>(
  { connection, log }: Session,
  { method }: Message<string, Params, Result>,
  safe: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): void {
  const guarded = guardedRequest(log, method, safe, handler);
  registered(connection).set(method, guarded as Answer);
  connection.onRequest(method, guarded);
}

export function onNotification<Params>(
  { connection, log }: Session,
  { method }: Message<string, Params, void>,
  handler: (params: Params) => void | Promise<void>,
): void {
  connection.onNotification(method, guardedNotification(log, method, handler));
}

type Answer = (params: unknown, token: CancellationToken) => Promise<unknown>;

/** The handlers of each connection by method. */
const answers = new WeakMap<Session['connection'], Map<string, Answer>>();

function registered(connection: Session['connection']): Map<string, Answer> {
  const known = answers.get(connection);
  if (known !== undefined) return known;
  const made = new Map<string, Answer>();
  answers.set(connection, made);
  return made;
}

/**
 * Loads the handlers of these requests when the first of them arrives: what a start does without stays out of it.
 * @param load gives the function that registers all of them
 */
export function onFirstRequest(
  session: Session,
  requests: readonly { readonly method: string }[],
  load: () => Promise<(session: Session) => void>,
): void {
  const { connection } = session;
  let loading: Promise<void> | undefined;
  for (const { method } of requests) {
    connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
      loading ??= load().then((register) => {
        register(session);
      });
      await loading;
      return registered(connection).get(method)?.(params, token);
    });
  }
}
