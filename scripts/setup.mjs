// Fetches everything the tests need, so that they run offline from then on. Quick when it is all there.
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';

/** Packages, then an editor to test in: the desktop VS Code where one can be had, and the web workbench with a browser. */
export async function setUp() {
  await ensureInstalled();
  const { desktopExecutable } = await import('./lib/desktop.mjs');
  const { ensureVSCode, workbenchSupported } = await import('./lib/vscode.mjs');
  const desktop = await desktopExecutable();
  if (!workbenchSupported()) return { desktop, workbench: false };
  const { ensureChromium } = await import('./lib/chromium.mjs');
  await ensureVSCode();
  await ensureChromium();
  return { desktop, workbench: true };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { desktop, workbench } = await setUp();
    console.log(
      `desktop VS Code: ${desktop ?? 'none'}; web workbench: ${workbench ? 'ready' : 'not on this system'}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
