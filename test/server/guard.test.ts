import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc';
import { guardedNotification, guardedRequest } from '../../src/server/guard.ts';

function log(): { readonly lines: string[]; error(message: string): void; debug(message: string): void } {
  const lines: string[] = [];
  return { lines, error: (message) => void lines.push(message), debug: () => undefined };
}

const cancelled = { code: -32800 };

describe('the guard', () => {
  it('answers a cancelled request as cancelled, before it starts and after it waited', async () => {
    const source = new CancellationTokenSource();
    const own = log();
    const request = guardedRequest(own, 'test', 'safe', async () => {
      source.cancel();
      await Promise.resolve();
      return 'late';
    });
    expect(await request(null, source.token)).toMatchObject(cancelled);
    expect(await request(null, source.token)).toMatchObject(cancelled);
    expect(own.lines).toEqual([]);
  });

  it('takes a cancellation from below for what it is', async () => {
    const own = log();
    const request = guardedRequest(own, 'test', 'safe', () => {
      throw new ResponseError(-32800, 'cancelled');
    });
    expect(await request(null, new CancellationTokenSource().token)).toMatchObject(cancelled);
    expect(own.lines).toEqual([]);
  });

  it('answers safely and logs the stack where a handler throws, at once or later', async () => {
    const own = log();
    const { token } = new CancellationTokenSource();
    const atOnce = guardedRequest<null, string>(own, 'at once', 'safe', () => {
      throw new Error('first');
    });
    const later = guardedRequest<null, string>(own, 'later', 'safe', () =>
      Promise.reject(new Error('second')),
    );
    expect(await atOnce(null, token)).toBe('safe');
    expect(await later(null, token)).toBe('safe');
    guardedNotification(own, 'told', () => Promise.reject(new Error('third')))(null);
    await new Promise((resolve) => setImmediate(resolve));
    expect(own.lines).toEqual([
      expect.stringMatching(/^at once: Error: first\n\s+at /),
      expect.stringMatching(/^later: Error: second\n/),
      expect.stringMatching(/^told: Error: third\n/),
    ]);
  });
});
