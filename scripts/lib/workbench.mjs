// The web workbench in a browser: for tests that drive it, for pictures, and as the home of tests that run inside the
// extension host.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { startServer } from './server.mjs';

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])$/;
/**
 * The editor copies each saved file for its history. Where a test shortens the file in the same moment, Node's copy never
 * ends, and the editor waits for it with all saves of that file.
 */
const NO_COPIES = { 'workbench.localHistory.enabled': false };
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const QUIET_FLAGS = ['--disable-component-update', '--disable-sync', '--force-color-profile=srgb'];
// The browser finds no other machine. Were requests looked at one by one instead, it would keep nothing of what it has
// loaded and compiled, and loading a window anew would take half as long again.
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]';

/** A browser with its sandbox; without one where that can't be had (root, many containers): it shows this machine alone. */
export async function launch() {
  const executablePath = await ensureChromium();
  const args = [...FLAGS, ...QUIET_FLAGS, ALONE, '--disable-dev-shm-usage'];
  const unsandboxed = () => chromium.launch({ executablePath, args: [...args, '--no-sandbox'] });
  if (process.getuid?.() === 0) return unsandboxed();
  return chromium.launch({ executablePath, args, chromiumSandbox: true }).catch(unsandboxed);
}

/** The address of the workbench on a folder, or on none. */
export function workbenchUrl(port, folder, payload) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', folder);
  if (payload !== undefined) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * Starts a browser with one page that reaches nothing but this machine; what it tried beyond that is in `blocked`.
 * @param {{ viewport?: { width: number, height: number }, scale?: number }} [options]
 */
export async function openPage(options = {}) {
  const browser = await launch();
  return openPageIn(browser, options);
}

/**
 * One more page, which shares nothing with the others of its browser.
 * @param {import('playwright-core').Browser} browser
 * @param {{ viewport?: { width: number, height: number }, scale?: number }} [options]
 */
async function openPageIn(browser, { viewport = { width: 1280, height: 800 }, scale = 1 } = {}) {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ viewport, permissions, deviceScaleFactor: scale });
  /** @type {Set<string>} */
  const blocked = new Set();
  context.on('requestfailed', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && !LOCAL.test(url.hostname)) blocked.add(url.origin);
  });
  const page = await context.newPage();
  offerPicture(page);
  return { browser, context, page, blocked };
}

/** To the tests' runner, which wants to see a window in which a test failed. */
function offerPicture(page) {
  const pictures = (globalThis.refineryPictures ??= []);
  const take = (file) => page.screenshot({ path: file, timeout: 10_000 });
  pictures.push(take);
  page.on('close', () => pictures.splice(pictures.indexOf(take), 1));
}

/**
 * Opens the workbench on a folder and waits until its files are listed (or, without a folder, until it stands).
 * @param {import('./server.mjs').ServerOptions & { folder?: string, viewport?: { width: number, height: number } }} options
 */
export async function openWorkbench({ folder, viewport, ...options }) {
  const server = await startServer({ ...options, settings: { ...NO_COPIES, ...options.settings } });
  try {
    const opened = await openPage({ viewport });
    const stop = async () => {
      await opened.browser.close().catch(() => undefined);
      server.stop();
    };
    try {
      await openIn(opened.page, server.port, folder);
      /** A second window on the same folder, as another person has it. */
      const beside = async () => {
        const other = await openPageIn(opened.browser, { viewport });
        await openIn(other.page, server.port, folder);
        return other;
      };
      return { ...opened, server, stop, beside };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    server.stop();
    throw error;
  }
}

async function openIn(page, port, folder) {
  await page.goto(workbenchUrl(port, folder));
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 90_000 });
}

/**
 * Runs a module that exports `run()` inside the extension host of the workbench, like `@vscode/test-electron` does in
 * the desktop application. Resolves with the exit code, 0 when `run` resolved, what the tests said, and the errors in the
 * window's console.
 * @param {object} options
 * @param {string} options.folder the folder that is opened
 * @param {string} options.extension the folder of the extension under test
 * @param {string} options.tests the module
 * @param {'off' | 'restricted'} [options.trust]
 * @param {Record<string, string>} [options.env]
 * @param {Record<string, unknown>} [options.settings]
 * @param {number} [options.timeout] ms for the whole run
 * @param {string} [options.picture] where to write a picture of the window when the run failed
 */
export async function runInExtensionHost(options) {
  const { folder, extension, tests, env = {}, settings, trust, timeout = 300_000, picture } = options;
  // Through a file: the extension host's console arrives mixed with the workbench's own log.
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'refinery-output-'));
  const output = path.join(scratch, 'output.txt');
  appendFileSync(output, '');
  const server = await startServer({
    env: { ...env, REFINERY_TEST_OUTPUT: output },
    settings: { ...NO_COPIES, ...settings },
    trust,
    automation: true,
  });
  let opened;
  try {
    opened = await openPage();
    const { code, errors } = await runPayload({ opened, server, folder, extension, tests, timeout });
    if (code !== 0 && picture !== undefined)
      await opened.page.screenshot({ path: picture }).catch(() => undefined);
    return { code, errors, output: readFileSync(output, 'utf8') };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    await opened?.browser.close().catch(() => undefined);
    server.stop();
  }
}

async function runPayload({ opened, server, folder, extension, tests, timeout }) {
  const { page } = opened;
  /** @type {string[]} */
  const errors = [];
  let timer;
  const ended = new Promise((resolve) => {
    timer = setTimeout(() => {
      errors.push(`no end after ${timeout / 1000} s`);
      resolve(124);
    }, timeout);
    page.on('crash', () => resolve(70));
    void server.ended.then(() => resolve(71));
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  await page.exposeFunction('codeAutomationLog', (type, parts) => {
    if (process.env['REFINERY_VERBOSE']) console.error(...parts);
    else if (type === 'error' && !parts.join(' ').includes('ServiceWorker')) errors.push(parts.join(' '));
  });
  const remote = (file) => `vscode-remote://127.0.0.1:${server.port}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
  ];
  await page.goto(workbenchUrl(server.port, folder, payload));
  const code = await ended;
  clearTimeout(timer);
  return { code, errors };
}
