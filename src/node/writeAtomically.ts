/**
 * Replaces a file so that a reader, a crash or a full disk leaves the old text or the new one, never a mixture.
 * The new bytes go into a temporary file in the same folder, which is renamed over the target. The temporary file's
 * name is fixed, so it is also the lock between two writers. Never writes over bytes that the caller has not seen.
 */
import fs from 'node:fs';
import path from 'node:path';
import { asHostError, ChangedMeanwhile, errorCode, HostError } from './hostError.ts';

/** The calls that writing makes, so that tests can let each of them fail. */
export type WriteCalls = Pick<
  typeof fs,
  | 'realpathSync'
  | 'accessSync'
  | 'readFileSync'
  | 'statSync'
  | 'openSync'
  | 'fstatSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'writeSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'linkSync'
  | 'unlinkSync'
> & { readonly sleep: (milliseconds: number) => void };

/** How long a lock that nobody changes is respected: longer than any write, short enough to wait for. */
const STALE_AFTER_MS = 5_000;
const POLL_MS = 20;

export const NODE_CALLS: WriteCalls = {
  ...fs,
  sleep: (milliseconds) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

/**
 * Writes `next` over `file` if its bytes are still `expected`. Follows a symbolic link to its target and keeps the
 * target's mode and, where the system allows it, its owner.
 * Throws a `HostError` and leaves the file alone when it changed or can't be written.
 */
export function writeAtomically(file: string, expected: Buffer, next: Buffer, calls = NODE_CALLS): void {
  const name = path.basename(file);
  try {
    const target = calls.realpathSync(file);
    const { mode, uid, gid, nlink } = calls.statSync(target);
    // Renaming asks the folder alone: what protects the file from an editor protects it from us.
    calls.accessSync(target, fs.constants.W_OK);
    if (nlink > 1) {
      throw new HostError(
        `${name} has another name in the file system (a hard link), which would keep the old text; change it in an editor.`,
      );
    }
    throughTemporary(target, calls, {
      fill: (descriptor) => {
        writeAll(descriptor, next, calls);
        keepOwner(descriptor, uid, gid, calls);
        calls.fchmodSync(descriptor, mode & 0o7777);
      },
      publish: (temporary) => {
        if (!calls.readFileSync(target).equals(expected)) {
          throw new ChangedMeanwhile(
            `${name} has changed since it was read, so nothing was written; run the command again.`,
          );
        }
        calls.renameSync(temporary, target);
      },
    });
    syncFolder(path.dirname(target), calls);
  } catch (error) {
    throw asHostError(error, `write ${name}`);
  }
}

/** Creates a file with these bytes. Throws a `HostError` where there is one already: nothing is ever overwritten. */
export function createAtomically(file: string, bytes: Buffer, calls = NODE_CALLS): void {
  const name = path.basename(file);
  try {
    throughTemporary(file, calls, {
      fill: (descriptor) => writeAll(descriptor, bytes, calls),
      publish: (temporary) => publishNew(temporary, file, calls),
    });
    syncFolder(path.dirname(file), calls);
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      throw new HostError(`${name} is there already, so nothing was written.`);
    throw asHostError(error, `write ${name}`);
  }
}

/** The temporary file of a target, hidden and of no name that a backlog may have. */
export function temporaryName(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.refinery-tmp`);
}

/** Fills a locked temporary file, flushes it to the disk and publishes it. It is gone afterwards in every case. */
function throughTemporary(
  target: string,
  calls: WriteCalls,
  steps: { readonly fill: (descriptor: number) => void; readonly publish: (temporary: string) => void },
): void {
  const temporary = temporaryName(target);
  const descriptor = lock(temporary, calls);
  let [open, taken] = [true, false];
  const close = () => {
    open = false;
    calls.closeSync(descriptor);
  };
  try {
    steps.fill(descriptor);
    calls.fsyncSync(descriptor);
    const { ino } = calls.fstatSync(descriptor);
    close(); // Windows renames closed files only.
    if (inodeOf(temporary, calls) !== ino) {
      taken = true;
      throw new ChangedMeanwhile(
        'Another program took over the file while it was being written; run the command again.',
      );
    }
    steps.publish(temporary);
  } catch (error) {
    attempt(() => open && close());
    // What another writer has there by now is theirs.
    if (!taken) attempt(() => calls.unlinkSync(temporary));
    throw error;
  }
}

/** Undefined where it is gone. */
function inodeOf(file: string, calls: WriteCalls): number | undefined {
  try {
    return calls.statSync(file).ino;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Gives the temporary file its name; fails with EEXIST where the name is taken, as a plain rename would not. */
function publishNew(temporary: string, file: string, calls: WriteCalls): void {
  try {
    calls.linkSync(temporary, file);
    calls.unlinkSync(temporary);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    // A file system without hard links: claim the name first.
    calls.closeSync(calls.openSync(file, 'wx', 0o666));
    calls.renameSync(temporary, file);
  }
}

/** For what may fail without harm: tidying up after an error, and what a system may not offer. */
function attempt(action: () => unknown): void {
  try {
    action();
  } catch {
    // A temporary file that stays behind, for one, is taken over by the next writer.
  }
}

/** Opens the temporary file for this process alone; takes over one that a killed process has left behind. */
function lock(temporary: string, calls: WriteCalls): number {
  let seen: string | undefined;
  let waited = 0;
  for (;;) {
    try {
      return calls.openSync(temporary, 'wx', 0o666);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const now = identity(temporary, calls);
    if (now !== seen) {
      seen = now;
      waited = 0;
    } else if (waited >= STALE_AFTER_MS) {
      removeLeftBehind(temporary, calls);
      seen = undefined;
      continue;
    }
    calls.sleep(POLL_MS);
    waited += POLL_MS;
  }
}

/** Waiting longer would help nobody where it can't be removed: a folder of that name, or somebody else's file. */
function removeLeftBehind(temporary: string, calls: WriteCalls): void {
  try {
    calls.unlinkSync(temporary);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw new HostError(
      `${temporary} is in the way and can’t be removed; remove it, then run the command again.`,
      {
        cause: error,
      },
    );
  }
}

function identity(file: string, calls: WriteCalls): string | undefined {
  try {
    const { ino, mtimeMs, size } = calls.statSync(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}

function writeAll(descriptor: number, bytes: Buffer, calls: WriteCalls): void {
  for (let written = 0; written < bytes.length;) {
    written += calls.writeSync(descriptor, bytes, written, bytes.length - written);
  }
}

function keepOwner(descriptor: number, uid: number, gid: number, calls: WriteCalls): void {
  const own = calls.fstatSync(descriptor);
  if (own.uid === uid && own.gid === gid) return;
  // Only root may give a file away: everybody else becomes the owner of what they write.
  attempt(() => calls.fchownSync(descriptor, uid, gid));
}

/** Makes the rename itself survive a power cut. Some systems can't open a folder: there it is best effort. */
function syncFolder(folder: string, calls: WriteCalls): void {
  attempt(() => {
    const descriptor = calls.openSync(folder, 'r');
    try {
      calls.fsyncSync(descriptor);
    } finally {
      calls.closeSync(descriptor);
    }
  });
}
