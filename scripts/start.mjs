// npm start: opens the sample backlog in VS Code with the extension loaded. On a fresh clone it first installs and
// builds what is missing; nothing may be imported from a package before that.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled } from './lib/install.mjs';
import { cache, root, sample, scratch, vsix } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { makeWhenChanged } from './lib/upToDate.mjs';

async function startDesktop(executable) {
  const own = path.join(cache, 'desktop-data');
  // Root needs a folder of its own and no sandbox; an executable that was fetched for tests gets a folder as well.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', own] : [];
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, ...asRoot, sample];
  console.log(`opening ${path.relative(root, sample)} in ${executable}`);
  const { code, output } = await run(executable, args, { shell: process.platform === 'win32' });
  if (code !== 0) console.error(output);
  return code === 0;
}

async function startWorkbench() {
  const { makePackage } = await import('./package.mjs');
  const { startServer } = await import('./lib/server.mjs');
  const { workbenchUrl } = await import('./lib/workbench.mjs');
  const sources = [
    'src',
    'media',
    'syntaxes',
    'language-configuration.json',
    'package.json',
    'package-lock.json',
  ];
  const made = ['dist', 'README.md'];
  await makeWhenChanged({
    places: [...sources, ...made],
    stamp: path.join(scratch, 'start.stamp'),
    make: makePackage,
  });
  const data = path.join(cache, 'start');
  mkdirSync(data, { recursive: true });
  const port = Number(process.env['PORT'] ?? 0);
  const server = await startServer({ vsix: [vsix], data, port });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  console.log(
    `\nThe sample backlog is open in VS Code's web workbench:\n\n  ${workbenchUrl(server.port, sample)}\n`,
  );
  console.log('Open this address in a browser on this machine. Ctrl+C ends it.');
  await server.ended;
}

async function start() {
  await ensureInstalled();
  if (!existsSync(sample)) throw new Error(`the sample is missing: ${sample}`);
  const { codeCommand, desktopExecutable } = await import('./lib/desktop.mjs');
  const { workbenchSupported } = await import('./lib/vscode.mjs');
  const desktop = process.argv.includes('--web') ? undefined : (codeCommand() ?? (await desktopExecutable()));
  if (desktop !== undefined) {
    const { buildAll } = await import('../esbuild.mjs');
    await buildAll();
    if (await startDesktop(desktop)) return;
  }
  if (!workbenchSupported())
    throw new Error('install VS Code and put its `code` command on the PATH, then try again');
  await startWorkbench();
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
