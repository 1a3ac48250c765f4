/** Waiting for what an editor does in its own time. */

/**
 * Asks `probe` again until it gives a value other than `undefined` and `false`, and returns that value.
 * After `timeout` ms it throws, with the last error of the probe or `what` was waited for.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
  timeout = 15_000,
): Promise<T> {
  const end = performance.now() + timeout;
  let last: unknown;
  do {
    try {
      const value = await probe();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (performance.now() < end);
  const because = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`${what}: not within ${timeout} ms${because}`);
}
