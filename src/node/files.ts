import fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FilesHost } from '../core/workspace/host.ts';
import { decodeFile } from './decode.ts';
import { findBelow } from './findBacklog.ts';

/** The files of this machine. Other URI schemes than `file:` hold nothing here. */
export const nodeFiles: FilesHost = {
  async readFile(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const bytes = await fs.promises.readFile(path).catch(() => undefined);
    return bytes && decodeFile(bytes).text;
  },

  async findBacklogs(folders) {
    const paths = folders.map(pathOf).filter((path) => path !== undefined);
    const found = new Set((await Promise.all(paths.map(findBelow))).flat());
    return [...found].sort().map((path) => pathToFileURL(path).href);
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
