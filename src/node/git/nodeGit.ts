/** Git and its indexes on this machine. Reading a history happens one at a time, whoever asks for it. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Decode, GitHost, GitRequest, GitResult, IndexStore } from '../../core/workspace/gitHost.ts';
import { type GitOptions, runGit } from './runGit.ts';

/** Answers that are worked on at the same time. */
const MOST_AT_ONCE = 4;

/** `storage` is a folder for indexes; without one nothing is kept between two starts. */
export function nodeGit(git: string, storage: string | undefined, options: GitOptions = {}): GitHost {
  const background = new Turns(1);
  const answers = new Turns(MOST_AT_ONCE);
  return {
    run: (request: GitRequest): Promise<GitResult> =>
      (request.priority === 'background' ? background : answers).take(() => runGit(git, request, options)),
    pathOf: (uri) => {
      try {
        return fileURLToPath(uri);
      } catch {
        return undefined;
      }
    },
    uriOf: (file) => pathToFileURL(file).href,
    realPath: async (file) => {
      try {
        return await fs.promises.realpath(file);
      } catch {
        return undefined;
      }
    },
    resolve: (folder, file) => path.resolve(folder, file),
    fileText: async (file) => {
      try {
        return await fs.promises.readFile(file, 'utf8');
      } catch {
        return undefined;
      }
    },
    decoder: bufferDecoder,
    store: storage === undefined ? NOWHERE : folderStore(storage),
  };
}

function bufferDecoder(): Decode {
  let known: Uint8Array = new Uint8Array(0);
  let buffer: Buffer = Buffer.alloc(0);
  return (bytes, start, end, plain) => {
    if (bytes !== known) {
      known = bytes;
      buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return buffer.toString(plain ? 'latin1' : 'utf8', start, end);
  };
}

/** So many at a time, the others in turn. */
class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await new Promise<void>((wake) => this.waiting.push(wake));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

const NOWHERE: IndexStore = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };

/** In one piece: `readFile` takes half a megabyte at a time, each with a turn of its own. */
async function readWhole(name: string): Promise<Uint8Array> {
  const file = await fs.promises.open(name, 'r');
  try {
    const { size } = await file.stat();
    // Of its own, and not of Node's pool: arrays of words begin at its start.
    const bytes = Buffer.allocUnsafeSlow(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function folderStore(folder: string): IndexStore {
  const fileOf = (name: string): string => path.join(folder, `${name.replace(/[^\w.-]/g, '_')}.index`);
  return {
    read: async (name) => {
      try {
        return await readWhole(fileOf(name));
      } catch {
        return undefined;
      }
    },
    write: async (name, pieces) => {
      const target = fileOf(name);
      const temporary = `${target}.${process.pid}.tmp`;
      try {
        await fs.promises.mkdir(folder, { recursive: true });
        const file = await fs.promises.open(temporary, 'w');
        try {
          for (const piece of pieces) await file.writeFile(piece);
        } finally {
          await file.close();
        }
        await fs.promises.rename(temporary, target);
      } catch {
        await fs.promises.rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}
