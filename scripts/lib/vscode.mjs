// A real VS Code without a desktop: its server, web workbench and extension host as the npm package `code-server`
// carries them, run by a Node of their own. Fetched once, through npm alone, without install scripts or a compiler.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cache, root } from './paths.mjs';
import { npm, npmCommand, run, seconds } from './processes.mjs';

const CODE_SERVER = {
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};
/** What the server needs at run time, with a lock file: what is not needed to edit and test is left out of it. */
const PINNED = path.join(root, 'scripts/vscode');
/** Built-in extensions that need packages which are left out. */
const LEFT_OUT = ['copilot', 'mermaid-markdown-features'];

/**
 * Stand-ins for two native modules that npm has no ready build of. One `exports.name =` each: the importer is an
 * ES module, and that is how Node finds the names of a CommonJS one.
 */
const LOG_STAND_IN = `const fs = require('fs'), path = require('path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; if (file) fs.mkdirSync(path.dirname(file), { recursive: true }); }
  setLevel(level) { this.level = level; }
  getLevel() { return this.level; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
  write(level, name, text) {
    if (level < this.level || !this.file) return;
    try { fs.appendFileSync(this.file, new Date().toISOString() + ' [' + name + '] ' + text + '\\n'); } catch {}
  }
}
LEVELS.forEach((name, level) => { Logger.prototype[name] = function (text) { this.write(level, name, text); }; });
const create = async (name, file) => new Logger(file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;
const WATCHDOG_STAND_IN = 'exports.start = () => {};\nexports.exit = (code) => process.exit(code || 0);\n';

/** Changes whenever what is fetched, or what is done to it, changes: a cache of another make is not used. */
function fingerprint() {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([CODE_SERVER, LEFT_OUT, LOG_STAND_IN, WATCHDOG_STAND_IN]));
  hash.update(readFileSync(path.join(PINNED, 'package-lock.json')));
  return hash.digest('hex').slice(0, 12);
}

/** Whether the web workbench can run on this machine at all. */
export function workbenchSupported() {
  return process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
}

/**
 * Where the VS Code server and its Node are, fetching them first where they are missing.
 * @returns {Promise<{ node: string, serverMain: string }>}
 */
export async function ensureVSCode() {
  if (!workbenchSupported())
    throw new Error(
      `the web workbench runs on Linux (x64, arm64), not on ${process.platform} ${process.arch}`,
    );
  const folder = path.join(cache, `workbench-${CODE_SERVER.version}-${fingerprint()}`);
  const found = {
    node: path.join(folder, `node_modules/node-linux-${process.arch}/bin/node`),
    serverMain: path.join(folder, 'out/server-main.js'),
  };
  if (!existsSync(folder)) await fetchInto(folder);
  return found;
}

async function fetchInto(folder) {
  const started = Date.now();
  console.log(`fetching VS Code ${CODE_SERVER.version} (web workbench) into ${folder}`);
  mkdirSync(cache, { recursive: true });
  // Built aside and renamed when whole: a run that was cut short leaves nothing that looks complete.
  const draft = mkdtempSync(path.join(cache, 'draft-'));
  try {
    await unpackCodeServer(draft);
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(path.join(PINNED, file), path.join(draft, file));
    rmSync(path.join(draft, 'npm-shrinkwrap.json'), { force: true });
    await npm(['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: draft,
    });
    fitOut(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  console.log(`fetched (${seconds(started)})`);
}

async function unpackCodeServer(draft) {
  const { command, args, shell } = npmCommand();
  const spec = `code-server@${CODE_SERVER.version}`;
  const { code, output } = await run(command, [...args, 'pack', spec, '--silent', '--ignore-scripts'], {
    cwd: draft,
    shell,
  });
  if (code !== 0) throw new Error(`npm could not fetch ${spec}:\n${output}`);
  const tarball = path.join(draft, `code-server-${CODE_SERVER.version}.tgz`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== CODE_SERVER.integrity) throw new Error(`${spec} is not the file that is pinned here`);
  execFileSync('tar', ['-xzf', tarball, '-C', draft, '--strip-components=3', 'package/lib/vscode']);
  rmSync(tarball);
}

function fitOut(draft) {
  for (const name of LEFT_OUT) rmSync(path.join(draft, 'extensions', name), { recursive: true, force: true });
  writeFileSync(path.join(draft, 'node_modules/@vscode/spdlog/index.js'), LOG_STAND_IN);
  writeFileSync(path.join(draft, 'node_modules/@vscode/native-watchdog/index.js'), WATCHDOG_STAND_IN);
  const productFile = path.join(draft, 'product.json');
  const product = JSON.parse(readFileSync(productFile, 'utf8'));
  delete product.defaultChatAgent;
  writeFileSync(productFile, JSON.stringify(product, null, 2));
  const node = path.join(draft, `node_modules/node-linux-${process.arch}/bin/node`);
  if (!existsSync(node)) throw new Error(`npm did not bring node-linux-${process.arch}`);
}
