import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FilesHost } from '../core/workspace/host.ts';
import { decodeFile } from './decode.ts';
import { findBelow } from './findBacklog.ts';
import { asHostError, errorCode } from './hostError.ts';

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** The files of this machine. Other URI schemes than `file:` hold nothing here. */
export const nodeFiles: FilesHost = {
  async readFile(uri) {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    try {
      return decodeFile(await fs.promises.readFile(file)).text;
    } catch (error) {
      if (MISSING.has(errorCode(error) ?? '')) return undefined;
      throw asHostError(error, `read ${path.basename(file)}`);
    }
  },

  async findBacklogs(folders) {
    const paths = folders.map(pathOf).filter((file) => file !== undefined);
    const found = new Set((await Promise.all(paths.map(findBelow))).flat());
    return [...found].sort().map((file) => pathToFileURL(file).href);
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
