// The browser that shows the web workbench: found on the machine, or installed where that can be done unasked.
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from './processes.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];
const PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a program of the PATH is, if it is there. */
export function onPath(name) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

/** A browser that starts: a file that merely points the way to a store (Ubuntu's `chromium-browser`) does not count. */
async function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const places = [...NAMES.map(onPath), ...(PLACES[process.platform] ?? []).filter(isExecutable)];
  for (const file of places.filter((place) => place !== undefined)) {
    const { code } = await run(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).catch(() => ({
      code: 1,
    }));
    if (code === 0) return file;
  }
  return undefined;
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * The path of a browser that starts. Where there is none, installs one by apt when that needs no password (root on
 * Debian or Ubuntu); else throws with the command to type.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  const install = ['install', '-y', '--no-install-recommends', ...PACKAGES];
  if (!isDebian())
    throw new Error('no Chromium or Chrome was found: install one, or name it in the variable CHROMIUM');
  if (process.getuid?.() !== 0)
    throw new Error(`no Chromium was found. Type: sudo apt-get update && sudo apt-get ${install.join(' ')}`);
  console.log('installing Chromium by apt');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { show: true, env });
  await run('apt-get', install, { show: true, env });
  const installed = await findChromium();
  if (installed === undefined)
    throw new Error('apt brought no Chromium that starts: install one, or name it in the variable CHROMIUM');
  return installed;
}
