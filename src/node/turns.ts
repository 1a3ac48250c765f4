/**
 * Windows of one machine change a file one after the other. A sign in the folder for temporary files says that somebody
 * is at it; one that was left behind by a crash counts for nothing after a while.
 */
import { createHash } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TurnsHost } from '../core/workspace/host.ts';

/** Milliseconds between two looks, until one goes on without a turn, and after which a sign was left behind. */
const [LOOK, PATIENCE, LEFT_BEHIND] = [10, 4000, 3500];

export const nodeTurns: TurnsHost = {
  take: async (uri) => {
    const sign = signOf(uri);
    return sign !== undefined && take(sign);
  },
  give: async (uri) => {
    const sign = signOf(uri);
    if (sign !== undefined) await rm(sign, { force: true }).catch(() => undefined);
  },
};

function signOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const name = createHash('sha256').update(fileURLToPath(uri)).digest('hex').slice(0, 24);
  return path.join(tmpdir(), `refinery-${name}.turn`);
}

/** False where there is no telling who is at it: then one goes on as if there were one window. */
async function take(sign: string): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    try {
      await (await open(sign, 'wx')).close();
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false;
    }
    const since = await stat(sign).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - since > LEFT_BEHIND) await rm(sign, { force: true }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return false;
}
