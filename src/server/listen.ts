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
  connection.onRequest(method, guardedRequest(log, method, safe, handler));
}

export function onNotification<Params>(
  { connection, log }: Session,
  { method }: Message<string, Params, void>,
  handler: (params: Params) => void | Promise<void>,
): void {
  connection.onNotification(method, guardedNotification(log, method, handler));
}
