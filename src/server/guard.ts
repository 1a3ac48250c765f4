/**
 * The one border at which bugs of the server are caught: a handler that throws costs one answer, is written down
 * with its stack, and never shows a message per keystroke. Cancellation is no bug and passes.
 */
import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { Logger } from '../core/workspace/host.ts';

/** LSP's codes of answers that were withdrawn. */
const REQUEST_CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;
const SERVER_CANCELLED = -32802;

/** Wraps a request: what it throws is logged, and `safe` is answered instead. */
export function guardedRequest<Params, Result>(
  log: Logger,
  name: string,
  safe: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError> {
  return async (params, token) => {
    if (isCancelled(token)) return cancelled();
    const started = performance.now();
    try {
      const result = await handler(params, token);
      log.debug(`${name}: ${(performance.now() - started).toFixed(1)} ms`);
      return isCancelled(token) ? cancelled() : result;
    } catch (error) {
      if (isCancellation(error)) return cancelled();
      log.error(`${name}: ${describe(error)}`);
      return safe;
    }
  };
}

/** Wraps a notification: what it throws, at once or later, is logged. */
export function guardedNotification<Params>(
  log: Logger,
  name: string,
  handler: (params: Params) => void | Promise<void>,
): (params: Params) => void {
  const failed = (error: unknown): void => {
    if (!isCancellation(error)) log.error(`${name}: ${describe(error)}`);
  };
  return (params) => {
    try {
      const later = handler(params);
      if (later instanceof Promise) later.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

/** Asked anew each time: a token changes while a handler waits. */
function isCancelled(token: CancellationToken | undefined): boolean {
  // A request that was sent without parameters gives the token in their place.
  return token?.isCancellationRequested === true;
}

/** True for an answer that was withdrawn, by either side. */
export function isCancellation(error: unknown): boolean {
  if (!(error instanceof ResponseError)) return false;
  return (
    error.code === REQUEST_CANCELLED ||
    error.code === CONTENT_MODIFIED ||
    error.code === SERVER_CANCELLED ||
    error.code === ErrorCodes.PendingResponseRejected
  );
}

/** An error with its stack, for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function cancelled(): ResponseError {
  return new ResponseError(REQUEST_CANCELLED, 'The request was cancelled.');
}
