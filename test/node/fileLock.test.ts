import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { fileLocks, lockFileOf } from '../../src/node/fileLock.ts';

const uri = pathToFileURL(`/nowhere/${process.pid}/backlog.yaml`).href;

/** Time that passes where somebody waits, and not otherwise; `look` is called at each look, with how many there were. */
function steps(look: (count: number) => Promise<unknown> | undefined = () => undefined) {
  let [ms, count] = [0, 0];
  const sleep = async (more: number): Promise<void> => {
    ms += more;
    await look(++count);
  };
  return { now: () => ms, sleep, passed: () => ms };
}

afterEach(() => {
  vi.restoreAllMocks();
});

it('lets one change a file after the other', async () => {
  const seen: string[] = [];
  const locks = fileLocks();
  const change = async (name: string): Promise<void> => {
    expect(await locks.take(uri)).toBe(true);
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    seen.push(`${name} ends`);
    await locks.give(uri);
  };
  await Promise.all(['one', 'two', 'three'].map(change));
  const order = seen.map((words) => words.split(' ')[0]);
  expect(seen).toHaveLength(6);
  for (const at of [0, 2, 4]) expect(order[at]).toBe(order[at + 1]);
});

it('goes on where a lock was left behind, once it was seen for seconds', async () => {
  expect(await fileLocks().take(uri)).toBe(true);
  const time = steps();
  const next = fileLocks(time);
  expect(await next.take(uri)).toBe(true);
  expect(time.passed()).toBeGreaterThan(3500);
  await next.give(uri);
});

it.each([10_000, -10_000])('waits for one that is at it, though the clock jumps by %s ms', async (jump) => {
  const first = fileLocks();
  expect(await first.take(uri)).toBe(true);
  const now = performance.timeOrigin + performance.now() + jump;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  const looks: number[] = [];
  const second = fileLocks(
    steps((count) => {
      looks.push(count);
      return count === 50 ? first.give(uri) : undefined;
    }),
  );
  expect(await second.take(uri)).toBe(true);
  expect(looks).toHaveLength(50);
  await second.give(uri);
});

it('does not take away the lock of the one that took over', async () => {
  const slow = fileLocks();
  expect(await slow.take(uri)).toBe(true);
  const next = fileLocks(steps());
  expect(await next.take(uri)).toBe(true);
  await slow.give(uri);
  expect(existsSync(lockFileOf(uri) ?? '')).toBe(true);
  await next.give(uri);
  expect(existsSync(lockFileOf(uri) ?? '')).toBe(false);
});

it('waits anew for each one that is at it', async () => {
  const [one, two] = [fileLocks(), fileLocks()];
  expect(await one.take(uri)).toBe(true);
  const handOver = async (): Promise<void> => {
    await one.give(uri);
    await two.take(uri);
  };
  const time = steps((count) => (count === 300 ? handOver() : undefined));
  // Longer than anybody waits, and yet neither of the two was at it for so long that it counts as left behind.
  expect(await fileLocks(time).take(uri)).toBe(false);
  await two.give(uri);
});

it('has no locks for what is no file of this machine', async () => {
  expect(await fileLocks().take('untitled:backlog.yaml')).toBe(false);
});
