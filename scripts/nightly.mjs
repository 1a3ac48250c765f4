// npm run nightly: the tests that need no editor, with 100,000 generated cases for each property, other ones each time.
import process from 'node:process';
import { packageBin, run } from './lib/processes.mjs';

const seed = process.env['REFINERY_SEED'] ?? String(Date.now() % 2 ** 31);
console.log(`These cases come back with REFINERY_SEED=${seed}.`);
const env = {
  ...process.env,
  REFINERY_SEED: seed,
  REFINERY_CASES: process.env['REFINERY_CASES'] ?? '100000',
};
const args = [packageBin('vitest'), 'run', '--testTimeout=3600000'];
process.exitCode = (await run(process.execPath, args, { show: true, env })).code;
