// The desktop VS Code, where one can be had: named by VSCODE_EXECUTABLE, on the PATH, or fetched by @vscode/test-electron.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import process from 'node:process';
import { onPath } from './chromium.mjs';
import { cache, root } from './paths.mjs';
import { run } from './processes.mjs';

const VERSION = '1.139.1';
const DAY = 24 * 60 * 60 * 1000;
const unreachable = path.join(cache, 'desktop-unreachable');

/** Whether a window can be shown at all. */
function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** The `code` command of a desktop VS Code on the PATH, if there is one and a display to show it on. */
export function codeCommand() {
  if (!hasDisplay()) return undefined;
  return process.platform === 'win32' ? onPath('code.cmd') : onPath('code');
}

function failedLately() {
  try {
    return Date.now() - statSync(unreachable).mtimeMs < DAY;
  } catch {
    return false;
  }
}

/** Whether the place that desktop builds come from answers within five seconds. A proxy is left to the download. */
function reachable() {
  if (process.env['HTTPS_PROXY'] || process.env['https_proxy']) return Promise.resolve(true);
  return new Promise((resolve) => {
    const request = https.request('https://update.code.visualstudio.com/', { method: 'HEAD' }, () =>
      settle(true),
    );
    const timer = setTimeout(() => settle(false), 5000);
    const settle = (answer) => {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    request.on('error', () => settle(false));
    request.end();
  });
}

/**
 * The executable of a desktop VS Code for tests, fetched when it is missing; `undefined` where none can be had.
 * A failed attempt is remembered for a day, so that the next run does not wait for it again.
 * @returns {Promise<string | undefined>}
 */
export async function desktopExecutable() {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  if (!hasDisplay() || failedLately()) return undefined;
  const script = `require('@vscode/test-electron').downloadAndUnzipVSCode({ version: '${VERSION}', cachePath: process.argv[1] }).then((file) => console.log('executable:' + file))`;
  const downloads = path.join(cache, 'desktop');
  mkdirSync(downloads, { recursive: true });
  const there = await run(process.execPath, ['-e', script, downloads], {
    cwd: root,
    timeout: (await reachable()) ? 600_000 : 5_000,
  });
  const executable = /^executable:(.*)$/m.exec(there.output)?.[1];
  if (executable === undefined)
    writeFileSync(unreachable, 'no desktop VS Code could be fetched at this time\n');
  else rmSync(unreachable, { force: true });
  return executable;
}
