/**
 * The text that files have on disk. Read without the editor where that is possible: through it, a whole file goes from
 * process to process, and over the net where somebody works remotely.
 */
import { readFile, stat } from 'node:fs/promises';

/**
 * Milliseconds. A file system counts time in steps: of a file that changed this lately, another change may carry the
 * same time.
 */
const LATELY = 100;

/** Milliseconds between two reads that have to agree, and in which a file has to come to rest. */
const [APART, PATIENCE] = [150, 5000];
/** How often a file is read at most, where it changes while it is read. */
const READS = 5;

interface Known {
  /** Tells one state of a file from the others. */
  readonly stamp: string;
  readonly text: string | undefined;
}

export interface FileUri {
  readonly scheme: string;
  readonly fsPath: string;
}

export class DiskTexts<U extends FileUri = FileUri> {
  /** Reads what lies on no disk of this machine; rejects with a `code` where there is nothing. */
  readonly #readElsewhere: (uri: U) => Thenable<Uint8Array>;
  /** What was read last, by path. */
  readonly #known = new Map<string, Known>();

  constructor(readElsewhere: (uri: U) => Thenable<Uint8Array>) {
    this.#readElsewhere = readElsewhere;
  }

  /**
   * The text of a file that nobody is writing: read twice with some time between, and the same both times. Undefined also
   * where it does not come to rest.
   * @param isBusy whether it is known to be written now; then it does not rest
   */
  async readResting(uri: U, isBusy: () => boolean): Promise<string | null | undefined> {
    let last: string | null | undefined;
    for (let waited = 0; waited <= PATIENCE; waited += APART) {
      const now = isBusy() ? undefined : await this.read(uri);
      if (now !== undefined && now === last && !isBusy()) return now;
      last = now;
      await new Promise((resolve) => setTimeout(resolve, APART));
    }
    return undefined;
  }

  /** The text of a file; null where it is gone, undefined where it can't be read as the editor would. */
  async read(uri: U): Promise<string | null | undefined> {
    try {
      return uri.scheme === 'file'
        ? await this.#fromDisk(uri.fsPath)
        : textOf(await this.#readElsewhere(uri));
    } catch (error) {
      return isNotFound(error) ? null : undefined;
    }
  }

  async #fromDisk(file: string): Promise<string | undefined> {
    let { stamp, changed } = await stampOf(file);
    const known = this.#known.get(file);
    if (known?.stamp === stamp) return known.text;
    let text: string | undefined;
    for (let reads = 0; reads < READS; reads++) {
      text = textOf(await readFile(file));
      const before = stamp;
      ({ stamp, changed } = await stampOf(file));
      // Else it was written while it was read, and may be half of it.
      if (stamp === before) break;
    }
    if (Date.now() - changed > LATELY) this.#known.set(file, { stamp, text });
    else this.#known.delete(file);
    return text;
  }
}

/** What tells one state of a file from the others, and when that began, in ms since 1970. */
async function stampOf(file: string): Promise<{ readonly stamp: string; readonly changed: number }> {
  const { ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(file, { bigint: true });
  return { stamp: [ino, size, mtimeNs, ctimeNs].join(' '), changed: Number(ctimeMs) };
}

/** In another encoding it says nothing about what a document holds. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'FileNotFound')
  );
}
