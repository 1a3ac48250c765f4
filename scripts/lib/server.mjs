// Starts the VS Code server on a free loopback port, with settings of its own and nothing shared with the person's.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { scratch } from './paths.mjs';
import { endTree, run } from './processes.mjs';
import { makeWhenChanged } from './upToDate.mjs';
import { ensureVSCode } from './vscode.mjs';

/** A quiet window: no welcome, no chat, no updates, nothing fetched, nothing that asks. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
  'window.confirmBeforeClose': 'never',
};

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] user settings, over the quiet ones
 * @property {Record<string, string>} [env] for the server and the extension host
 * @property {readonly string[]} [vsix] packages to install
 * @property {boolean} [automation] lets the page load an extension from a folder and run tests in the extension host;
 *   the workbench then shows no notifications and refuses dialogs
 * @property {'off' | 'restricted'} [trust] `off`: every folder is trusted and nothing asks; `restricted`: workspace
 *   trust is on and the folder is not trusted
 * @property {string} [data] folder for settings and state that is kept; without it a new one, removed at the end
 * @property {number} [port] 0 takes a free one
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<{ port: number, data: string, log: () => string, ended: Promise<void>, stop: () => void }>}
 */
export async function startServer(options = {}) {
  const { settings = {}, env = {}, vsix = [], automation = false, trust = 'off', port = 0 } = options;
  const { node, serverMain } = await ensureVSCode();
  const data = options.data ?? mkdtempSync(path.join(os.tmpdir(), 'refinery-vscode-'));
  writeSettings(data, { ...QUIET, ...trustSettings(trust), ...settings });
  const folders = ['--server-data-dir', data, '--user-data-dir', path.join(data, 'data')];
  // A window on new data has the packages that the one before it had: they are installed once for all of them.
  const home = options.data ?? (vsix.length === 0 ? data : path.join(scratch, 'installed'));
  const extensions = path.join(home, 'extensions');
  const common = [...folders, '--extensions-dir', extensions, '--accept-server-license-terms'];
  const fullEnv = serverEnvironment(node, env);
  await makeWhenChanged({
    places: [...vsix, serverMain],
    stamp: path.join(home, 'installed'),
    make: async () => {
      // In a folder that is kept, a person may have installed others.
      if (options.data === undefined) rmSync(extensions, { recursive: true, force: true, maxRetries: 5 });
      for (const file of vsix)
        await install(node, [serverMain, ...common, '--install-extension', file, '--force'], fullEnv);
    },
  });
  const args = [
    ...[serverMain, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--telemetry-level', 'off', '--disable-experiments', '--reconnection-grace-time', '5'],
    ...(trust === 'off' ? ['--disable-workspace-trust'] : []),
    ...(automation ? ['--enable-smoke-test-driver'] : []),
    ...common,
  ];
  // A group of its own: ending the server alone would leave its file watchers behind.
  const child = spawn(node, args, { env: fullEnv, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => {
    process.off('exit', stop);
    endTree(child);
    if (options.data === undefined)
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.on('exit', stop);
  const { actualPort, log } = await listening(child).catch((error) => {
    stop();
    throw error;
  });
  const ended = new Promise((resolve) => child.on('exit', () => resolve(undefined)));
  return { port: actualPort, data, log, ended, stop };
}

/** Installs a package for all windows to come, so that several can be opened at once. */
export async function installPackage(file) {
  const server = await startServer({ vsix: [file] });
  server.stop();
}

function trustSettings(trust) {
  return trust === 'off'
    ? { 'security.workspace.trust.enabled': false }
    : { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
}

function writeSettings(data, settings) {
  const folder = path.join(data, 'data/User');
  const file = path.join(folder, 'settings.json');
  // Where the folder is kept, what the person has changed since then is kept too.
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
}

function serverEnvironment(node, env) {
  // The gallery is switched off by this variable alone; its address has a built-in default.
  const full = { ...process.env, EXTENSIONS_GALLERY: '{}', ...env };
  full.PATH = [path.dirname(node), process.env['PATH']].join(path.delimiter);
  for (const name of ['ELECTRON_RUN_AS_NODE', 'VSCODE_IPC_HOOK_CLI', 'NODE_OPTIONS']) delete full[name];
  for (const name of Object.keys(full)) if (name.startsWith('npm_')) delete full[name];
  return full;
}

async function install(node, args, env) {
  const { code, output } = await run(node, args, { env, timeout: 60_000 });
  if (code !== 0) throw new Error(`VS Code could not install the package:\n${output}`);
}

function listening(child) {
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (data) => {
      text += data;
      if (process.env['REFINERY_VERBOSE']) process.stderr.write(data);
      const match = /Extension host agent listening on (\d+)/.exec(text);
      if (match) resolve({ actualPort: Number(match[1]), log: () => text });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the VS Code server ended with exit code ${code}\n${text}`)));
  });
}
