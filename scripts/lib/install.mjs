// Installs the project's packages where they are missing or not those of the lock file. Node's own modules only.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { npm } from './processes.mjs';

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(path.join(root, lockFile), 'utf8')).packages;
}

/** Whether node_modules holds what the lock file names. npm writes down what it installed. */
function isInstalled() {
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
    );
  } catch {
    return false;
  }
}

/** After this, packages can be imported. Quick and without the network when nothing is missing. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('installing packages (npm ci)');
  // No package needs its install script here, and one of them would fetch a program that is not used.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}
