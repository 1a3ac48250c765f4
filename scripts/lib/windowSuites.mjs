// The suites of `npm test` that open windows: a real VS Code, or a browser. Each runs its tests and says how many passed
// and failed; none throws because a test failed.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { WINDOWS } from '../../test/editor/windows.mjs';
import { bundle } from './bundle.mjs';
import { root, scratch } from './paths.mjs';
import { run } from './processes.mjs';
import { runWindows } from './windowRuns.mjs';
import { copyWorkspace } from './workspaces.mjs';

/** After which a process with a test file is taken for one that hangs: the longest takes two minutes. ms */
const LONGEST = 600_000;
const RUNNER = path.join(root, 'test/editor/support/run.ts');

/** Those that are likely to take long first. */
function testFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

/** What the tests' own runner is told. */
function environment({ files, result, pattern }) {
  return {
    REFINERY_TEST_FILES: files.join('\n'),
    REFINERY_TEST_RESULT: result,
    REFINERY_TEST_COLOR: process.stdout.isTTY ? 'yes' : 'no',
    ...(pattern ? { REFINERY_TEST_GREP: pattern } : {}),
  };
}

/**
 * @param {string} name of the suite
 * @param {readonly import('./windowResults.mjs').Outcome[]} outcomes
 * @param {string | undefined} pattern where only some tests were wanted, none of them may be in this suite
 * @returns {import('./suites.mjs').Count}
 */
function countOf(name, outcomes, pattern) {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (passed + failures.length === 0 && pattern === undefined)
    failures.push({ title: 'all', message: 'there was no test to run' });
  const flaky = outcomes.flatMap((outcome) => outcome.flaky);
  return { name, passed, failed: failures.length, failures, flaky };
}

/** Tests inside the extension host of a real VS Code. */
export async function editor({ extension, desktop, pattern }) {
  const folder = path.join(scratch, 'editor');
  const runs = [];
  for (const [name, window] of Object.entries(WINDOWS)) {
    const entries = [RUNNER, ...testFiles(path.join(root, 'test/editor', name))];
    const [tests, ...files] = await bundle(entries, folder, { format: 'cjs' });
    const open = async (result) => {
      const copy = copyWorkspace(window);
      const env = environment({ files, result, pattern });
      const options = { window, extension, tests, env, folder: copy.folder, picture: pictureOf(result) };
      const kind = desktop === undefined ? 'web workbench' : 'desktop';
      const ran = await (desktop === undefined ? inWorkbench(options) : inDesktop(desktop, options));
      copy.remove();
      return { code: ran.code, output: `\neditor window "${name}" (${kind})\n${ran.output}` };
    };
    runs.push({ name, folder, run: open });
  }
  const outcomes = await runWindows(runs);
  return runs.map(({ name }, index) => countOf(`editor/${name}`, [outcomes[index]], pattern));
}

/** Where a picture of a window with failures goes. */
function pictureOf(result) {
  return result.replace(/\.json$/, '.png');
}

async function inWorkbench({ window, extension, tests, env, folder, picture }) {
  const { runInExtensionHost } = await import('./workbench.mjs');
  const { trust, settings } = window;
  try {
    const { code, output, errors } = await runInExtensionHost({
      ...{ folder, extension, tests, env },
      ...{ trust, settings, picture },
    });
    return { code, output: code === 0 ? output : `${output}\nErrors of the window:\n${told(errors)}\n` };
  } catch (error) {
    return { code: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The last errors of a window, a line each. */
function told(errors) {
  return errors
    .slice(-20)
    .map((error) => error.split('\n', 1)[0].slice(0, 300))
    .join('\n');
}

/** The desktop application writes to our own output. */
async function inDesktop(executable, { window, extension, tests, folder, env }) {
  const { runTests } = await import('@vscode/test-electron');
  const data = mkdtempSync(path.join(os.tmpdir(), 'refinery-desktop-'));
  mkdirSync(path.join(data, 'User'), { recursive: true });
  const trustSettings = { 'security.workspace.trust.startupPrompt': 'never', ...window.settings };
  writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(trustSettings));
  const trust = window.trust === 'restricted' ? [] : ['--disable-workspace-trust'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    const code = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [folder, '--user-data-dir', data, '--disable-extensions', ...trust, ...asRoot],
    });
    return { code, output: '' };
  } catch (error) {
    return { code: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Tests that drive the web workbench in a browser, with the package installed as a person installs it. */
export async function web({ vsix, pattern }) {
  const { installPackage } = await import('./server.mjs');
  await installPackage(vsix);
  return inBrowser('web', { vsix, pattern });
}

/** Tests of web views by themselves, in a browser without an editor. */
export async function webview({ vsix, pattern }) {
  return inBrowser('webview', { vsix, pattern });
}

/** Each test file in a process of its own, which opens its windows. */
async function inBrowser(suite, { vsix, pattern }) {
  const folder = path.join(scratch, suite);
  const sources = testFiles(path.join(root, 'test', suite));
  const [runner, ...files] = await bundle([RUNNER, ...sources], folder);
  // Ended by itself, so that it ends its windows too.
  const start = `setTimeout(() => process.exit(124), ${LONGEST}).unref();
import(${JSON.stringify(runner)}).then(({ run }) => run()).then(() => process.exit(0), () => process.exit(1))`;
  const runs = files.map((file, index) => ({
    name: path.basename(sources[index] ?? '', '.test.ts'),
    folder,
    run: (result) => {
      const env = {
        ...process.env,
        ...environment({ files: [file], result, pattern }),
        REFINERY_TEST_VSIX: vsix,
        REFINERY_TEST_PICTURE: pictureOf(result),
      };
      return run(process.execPath, ['--enable-source-maps', '-e', start], { env });
    },
  }));
  return [countOf(suite, await runWindows(runs), pattern)];
}
