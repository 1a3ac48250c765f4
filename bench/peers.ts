/** The programs that are compared with, installed when they are first needed, outside the tree. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache, root } from '../scripts/lib/paths.mjs';
import { npm } from '../scripts/lib/processes.mjs';

const PINNED = path.join(root, 'bench/peers');
const FILES = ['package.json', 'package-lock.json'];

export interface Peers {
  readonly yamlLanguageServer: string;
  readonly backlogMd: string;
}

let installed: Promise<Peers> | undefined;

export function peers(): Promise<Peers> {
  return (installed ??= install());
}

async function install(): Promise<Peers> {
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(readFileSync(path.join(PINNED, file)));
  const folder = path.join(cache, `peers-${hash.digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) await installInto(folder);
  return {
    yamlLanguageServer: path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server'),
    backlogMd: path.join(folder, 'node_modules/backlog.md/cli.js'),
  };
}

async function installInto(folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  // Built aside and renamed when whole, so that a run that was cut short leaves nothing that looks complete.
  const draft = mkdtempSync(path.join(cache, 'draft-'));
  try {
    for (const file of FILES) copyFileSync(path.join(PINNED, file), path.join(draft, file));
    // Not `ci`: the lock file can name the program of one platform only, the others are found here.
    await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}
