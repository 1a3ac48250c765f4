// The suites of `npm test`. Each runs its tests and says how many passed and failed; none throws because a test failed.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { WINDOWS } from '../../test/editor/windows.mjs';
import { runSteps, staticSteps } from '../check.mjs';
import { bundle } from './bundle.mjs';
import { root, scratch } from './paths.mjs';
import { packageBin, run } from './processes.mjs';
import { copyWorkspace } from './workspaces.mjs';

/**
 * @typedef {{ title: string, message: string }} Failure
 * @typedef {{ name: string, passed: number, failed: number, failures: Failure[] }} Count
 */

/** Static checks: each counts as one test. */
export async function checks() {
  const results = await runSteps(staticSteps());
  const failures = results
    .filter(({ passed }) => !passed)
    .map(({ name, output }) => ({ title: name, message: output }));
  return [{ name: 'checks', passed: results.length - failures.length, failed: failures.length, failures }];
}

/** Tests that need no editor, counted by the folder they are in. */
export async function unit({ pattern }) {
  const report = path.join(scratch, 'unit.json');
  rmSync(report, { force: true });
  const args = [
    packageBin('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./scripts/lib/strayErrors.mjs',
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(process.execPath, [...args, ...(pattern ? ['-t', pattern] : [])], {
    show: true,
  });
  if (!existsSync(report)) {
    const message = `vitest ended with exit code ${code} and wrote no report`;
    console.error(message);
    return [{ name: 'unit', passed: 0, failed: 1, failures: [{ title: 'all', message }] }];
  }
  const counts = new Map();
  let failed = 0;
  for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) {
    const name = path.relative(path.join(root, 'test'), file.name).split(path.sep)[0];
    const count = counts.get(name) ?? { name, passed: 0, failed: 0, failures: [] };
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed')
        count.failures.push({ title: fullName, message: failureMessages.join('\n') });
    }
    // A file that could not even be loaded holds no failed test.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'))
      count.failures.push({ title: path.relative(root, file.name), message: file.message });
    failed += count.failures.length - count.failed;
    count.failed = count.failures.length;
    counts.set(name, count);
  }
  if (code !== 0 && failed === 0) {
    const failures = [{ title: 'all', message: 'an error outside of all tests: it stands above' }];
    counts.set('unit', { name: 'unit', passed: 0, failed: 1, failures });
  }
  return [...counts.values()];
}

function testFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
}

/** @param pattern where only some tests were wanted, none of them may be in this suite */
function readResult(file, name, code, pattern) {
  const { passed, failures } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failures: [{ title: 'all', message: 'the tests wrote no result' }] };
  if (passed + failures.length === 0 && pattern === undefined)
    failures.push({ title: 'all', message: 'there was no test to run' });
  if (code !== 0 && failures.length === 0)
    failures.push({ title: 'all', message: `ended with exit code ${code}` });
  return { name, passed, failed: failures.length, failures };
}

/** Tests inside the extension host of a real VS Code, one window after the other. */
export async function editor({ extension, desktop, pattern }) {
  const counts = [];
  for (const [name, window] of Object.entries(WINDOWS)) {
    const out = path.join(scratch, 'editor');
    const support = path.join(root, 'test/editor/support/run.ts');
    const [tests, ...files] = await bundle(
      [support, ...testFiles(path.join(root, 'test/editor', name))],
      out,
      {
        format: 'cjs',
      },
    );
    const { folder, remove } = copyWorkspace(window);
    const result = path.join(out, `${name}.json`);
    rmSync(result, { force: true });
    const env = {
      REFINERY_TEST_FILES: files.join('\n'),
      REFINERY_TEST_RESULT: result,
      REFINERY_TEST_COLOR: process.stdout.isTTY ? 'yes' : 'no',
      ...(pattern ? { REFINERY_TEST_GREP: pattern } : {}),
    };
    console.log(`\neditor window "${name}" (${desktop === undefined ? 'web workbench' : 'desktop'})`);
    const options = { name, window, extension, tests, folder, env };
    const { code, errors = [] } = await (desktop === undefined
      ? inWorkbench(options)
      : inDesktop(desktop, options));
    remove();
    const count = readResult(result, `editor/${name}`, code, pattern);
    const last = count.failures.at(-1);
    if (last !== undefined && errors.length > 0) last.message += `\n\nErrors of the window:\n${told(errors)}`;
    counts.push(count);
  }
  return counts;
}

/** The last errors of a window, a line each. */
function told(errors) {
  return errors
    .slice(-8)
    .map((error) => error.split('\n', 1)[0].slice(0, 300))
    .join('\n');
}

async function inWorkbench({ name, window, extension, tests, folder, env }) {
  const { runInExtensionHost } = await import('./workbench.mjs');
  const picture = path.join(scratch, 'editor', `${name}.png`);
  const { trust, settings } = window;
  try {
    return await runInExtensionHost({ folder, extension, tests, env, trust, settings, picture });
  } catch (error) {
    console.error(error);
    return { code: 1 };
  }
}

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
    return { code };
  } catch (error) {
    console.error(error);
    return { code: 1 };
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Tests that drive the web workbench in a browser, with the package installed as a person installs it. */
export async function web({ vsix, pattern }) {
  return inBrowser('web', 'web workbench, driven by a browser', { vsix, pattern });
}

/** Tests of web views by themselves, in a browser without an editor. */
export async function webview({ vsix, pattern }) {
  return inBrowser('webview', 'web views in a browser', { vsix, pattern });
}

async function inBrowser(name, title, { vsix, pattern }) {
  const out = path.join(scratch, name);
  const support = path.join(root, 'test/editor/support/run.ts');
  const [runner, ...files] = await bundle([support, ...testFiles(path.join(root, 'test', name))], out);
  const result = path.join(out, 'result.json');
  rmSync(result, { force: true });
  console.log(`\n${title}`);
  const env = {
    ...process.env,
    REFINERY_TEST_FILES: files.join('\n'),
    REFINERY_TEST_RESULT: result,
    REFINERY_TEST_VSIX: vsix,
    REFINERY_TEST_COLOR: process.stdout.isTTY ? 'yes' : 'no',
    ...(pattern ? { REFINERY_TEST_GREP: pattern } : {}),
  };
  const start = `import(${JSON.stringify(runner)}).then(({ run }) => run()).then(() => process.exit(0), () => process.exit(1))`;
  const { code } = await run(process.execPath, ['--enable-source-maps', '-e', start], { show: true, env });
  return [readResult(result, name, code, pattern)];
}
