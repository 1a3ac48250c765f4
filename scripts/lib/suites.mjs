// The suites of `npm test` that need no window. Each runs its tests and says how many passed and failed; none throws
// because a test failed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runSteps, staticSteps } from '../check.mjs';
import { otherDays } from './otherDays.mjs';
import { root, scratch } from './paths.mjs';
import { packageBin, run } from './processes.mjs';

/**
 * @typedef {{ title: string, message: string }} Failure
 * @typedef {{ name: string, passed: number, failed: number, failures: Failure[], flaky?: Failure[] }} Count
 *   `flaky`: what failed and passed in a fresh window; it is among those that passed
 */

/** Static checks: each counts as one test. */
export function checks() {
  return counted('checks', staticSteps());
}

/** The tests that have to do with days, on other days: each day counts as one test. */
export function days() {
  return counted('days', otherDays());
}

async function counted(suite, steps) {
  const results = await runSteps(steps);
  const failures = results
    .filter(({ passed }) => !passed)
    .map(({ name, output }) => ({ title: name, message: output }));
  return [{ name: suite, passed: results.length - failures.length, failed: failures.length, failures }];
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
