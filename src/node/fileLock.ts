/**
 * Windows of one machine change a file one after the other. A lock file in the folder for temporary files says that
 * somebody is at it; one that was left behind by a crash counts for nothing after a while. How long that is, tells how
 * long the very same lock file has been seen by a clock that never jumps: the day's clock does when a laptop wakes up.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileLocks } from '../core/workspace/host.ts';
import { errorCode } from './hostError.ts';

/** Milliseconds between two looks, until one goes on without a lock, and after which a lock was left behind. */
const [LOOK, PATIENCE, LEFT_BEHIND] = [10, 4000, 3500];

export interface LockTime {
  /** Milliseconds by a clock that only goes forward, at an even pace. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const REAL_TIME: LockTime = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export function fileLocks(time: LockTime = REAL_TIME): FileLocks {
  /** What this process wrote into the lock files that it holds: one that somebody took over is not ours to remove. */
  const held = new Map<string, string>();
  return {
    take: async (uri) => {
      const file = lockFileOf(uri);
      if (file === undefined) return false;
      const token = randomUUID();
      if (!(await take(file, token, time))) return false;
      held.set(file, token);
      return true;
    },
    give: async (uri) => {
      const file = lockFileOf(uri);
      const token = file === undefined ? undefined : held.get(file);
      if (file === undefined || token === undefined) return;
      held.delete(file);
      if ((await tokenIn(file)) === token) await rm(file, { force: true }).catch(() => undefined);
    },
  };
}

export function lockFileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const name = createHash('sha256').update(fileURLToPath(uri)).digest('hex').slice(0, 24);
  return path.join(tmpdir(), `refinery-${name}.turn`);
}

/** False where there is no telling who is at it: then one goes on as if there were one window. */
async function take(file: string, token: string, { now, sleep }: LockTime): Promise<boolean> {
  let seen: { readonly token: string; readonly since: number } | undefined;
  for (const end = now() + PATIENCE; now() < end;) {
    try {
      await writeFile(file, token, { flag: 'wx' });
      return true;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return false;
    }
    const there = await tokenIn(file);
    if (there === undefined) seen = undefined;
    else if (there !== seen?.token) seen = { token: there, since: now() };
    // Looked at once more: another that waited as long may have taken it over in this very moment.
    else if (now() - seen.since > LEFT_BEHIND && (await tokenIn(file)) === there)
      await rm(file, { force: true }).catch(() => undefined);
    await sleep(LOOK);
  }
  return false;
}

/** Undefined where there is no lock file any more. */
function tokenIn(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
