// One command that says whether the code is in order:
//   npm run check              everything that needs no editor
//   npm run check -- --static  without the unit tests and those on other days
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { otherDays } from './lib/otherDays.mjs';
import { root, scratch } from './lib/paths.mjs';
import { packageBin, run, seconds } from './lib/processes.mjs';

/** The projects that are type-checked: the whole, each environment of its own, and the tests that run in an editor. */
function projects() {
  const folders = [
    '.',
    ...readdirSync(path.join(root, 'src')).map((name) => `src/${name}`),
    ...readdirSync(path.join(root, 'test')).map((name) => `test/${name}`),
    'scripts',
  ];
  return folders
    .map((folder) => path.posix.join(folder, 'tsconfig.json'))
    .filter((file) => existsSync(path.join(root, file)));
}

/** What was found before is kept, so that only what changed is judged again. */
function types(file) {
  const kept = path.join(scratch, 'types', `${path.dirname(file).replaceAll('/', '-')}.tsbuildinfo`);
  const args = [packageBin('typescript', 'tsc'), '-p', file, '--incremental', '--tsBuildInfoFile', kept];
  return { name: `types of ${file}`, args, fix: 'fix the types' };
}

/** All steps but the unit tests, the long ones first. */
export function staticSteps() {
  const step = (name, args, fix) => ({ name, args, fix });
  return [
    step('lint', [packageBin('eslint'), '.'], 'npx eslint --fix FILE, then read what is left'),
    ...projects().map(types),
    step('format', [packageBin('prettier'), '--check', '.'], 'npx prettier --write .'),
    step(
      'import rules',
      [packageBin('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'src'],
      'see "Who may import whom" in ARCHITECTURE.md',
    ),
    step(
      'generated files',
      ['scripts/run.mjs', 'src/build/generate.ts', '--check'],
      'npm run generate, and commit what it writes',
    ),
  ];
}

/** Properties run a tenth of the cases of `npm test` here, so that the loop stays quick. */
const unitTests = () => ({
  name: 'unit tests',
  args: [packageBin('vitest'), 'run'],
  env: { REFINERY_CASES: process.env.REFINERY_CASES ?? '1000' },
  fix: 'npx vitest FILE',
});

/** Runs the steps, as many at once as there are processors, and reports each as it ends. */
export async function runSteps(
  steps,
  { parallel = Math.max(1, Math.min(4, os.availableParallelism())) } = {},
) {
  const waiting = [...steps];
  const results = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = Date.now();
      const { code, output } = await run(process.execPath, step.args, {
        env: { ...process.env, FORCE_COLOR: '0', ...step.env },
      });
      results.push({ name: step.name, passed: code === 0, output });
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds(started)})`);
      if (code !== 0) console.log(`${output.trimEnd()}\n  to mend it: ${step.fix}\n`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await runSteps(staticSteps());
  if (!process.argv.includes('--static'))
    results.push(...(await runSteps([unitTests()])), ...(await runSteps(otherDays())));
  const failed = results.filter(({ passed }) => !passed);
  console.log(
    failed.length === 0 ? 'all in order' : `not in order: ${failed.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}
