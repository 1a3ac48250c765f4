import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { isBacklogName } from '../core/workspace/names.ts';
import { asHostError, HostError } from './hostError.ts';

/** The backlog of its folder, whatever else lies beside it. */
const MAIN_NAME = /^backlog\.ya?ml$/;

/** Folders that hold no backlogs of the person's own and may hold very many files. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist']);

/**
 * The backlog that a path means: a file is itself; a folder is searched, then the folders above it, up to the root of
 * its git repository. Outside of one, the search ends at the home folder, and below folders that everybody may write to,
 * such as the one for temporary files. Throws a `HostError` where there is none, or several with equal right.
 */
export function findBacklog(start: string): string {
  const from = path.resolve(start);
  if (!isFolder(from)) return from;
  const found = findUpwards(from);
  if (found !== undefined) return found;
  throw new HostError(`No backlog.yaml in ${from} or in a folder above it; create one with "refinery init".`);
}

/** As `findBacklog` for a folder, but `undefined` where there is none. */
export function findUpwards(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = backlogIn(at);
    if (found !== undefined) return found;
    if (isLast(at)) return undefined;
  }
}

/** Whether what lies above a folder belongs to other projects, or to other people. */
function isLast(folder: string): boolean {
  const above = path.dirname(folder);
  return (
    above === folder ||
    fs.existsSync(path.join(folder, '.git')) ||
    folder === os.homedir() ||
    isEverybodys(above)
  );
}

/** Windows tells no such thing of a folder. */
function isEverybodys(folder: string): boolean {
  if (process.platform === 'win32') return false;
  try {
    return (fs.statSync(folder).mode & 0o002) !== 0;
  } catch {
    return false;
  }
}

/**
 * All backlog files in a folder and the folders below it, sorted. Links to folders are not followed, so loops are
 * harmless; folders that can't be read hold none.
 */
export async function findBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const queue = [folder];
  const worker = async () => {
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const entries = await fs.promises.readdir(at, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const full = path.join(at, entry.name);
        if (entry.isDirectory()) {
          if (!SKIPPED_FOLDERS.has(entry.name)) queue.push(full);
        } else if (isBacklogName(entry.name) && isFile(full)) found.push(full);
      }
    }
  };
  // A worker ends when the queue is empty for a moment, so work goes on in rounds until nothing is left.
  while (queue.length > 0) await Promise.all(Array.from({ length: 8 }, worker));
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** The backlog of one folder: `backlog.yaml` before everything else, else the only file of another allowed name. */
function backlogIn(folder: string): string | undefined {
  let names: string[];
  try {
    names = fs.readdirSync(folder);
  } catch {
    return undefined; // a folder above may still be readable
  }
  const lost = names.find((name) => isBacklogName(name) && leadsNowhere(path.join(folder, name)));
  if (lost !== undefined) {
    throw new HostError(`${path.join(folder, lost)} is a link that leads nowhere; mend or remove it.`);
  }
  const files = names.filter((name) => isBacklogName(name) && isFile(path.join(folder, name))).sort();
  const main = files.filter((name) => MAIN_NAME.test(name));
  const candidates = main.length > 0 ? main : files;
  if (candidates.length > 1) {
    throw new HostError(`Several backlogs in ${folder}: ${candidates.join(', ')}; say which one.`);
  }
  return candidates[0] === undefined ? undefined : path.join(folder, candidates[0]);
}

/** Throws where there is nothing at all, so that a mistyped path is not searched upwards. */
export function isFolder(file: string): boolean {
  try {
    return fs.statSync(file).isDirectory();
  } catch (error) {
    throw asHostError(error, `read ${file}`);
  }
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Another backlog is not taken for the one that a link would be. */
function leadsNowhere(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true && !fs.existsSync(file);
}
